import { encodeQR } from 'qr'
import type { Doc } from './sheet.ts'

/** The squares of a QR code, row by row, without a quiet zone, because paper has room around it. */
export type QrSquares = readonly (readonly boolean[])[]

// The encoder always draws an edge.
const inside = <One>(line: readonly One[]) => line.slice(1, -1)

export const qrSquares = (text: string): QrSquares =>
  inside(encodeQR(text, 'raw', { ecc: 'medium', border: 1 })).map(inside)

/** Draws a QR code as squares, sharp at any size. Adjacent dark squares become one rectangle. */
export function drawQrCode(doc: Doc, squares: QrSquares, x: number, y: number, width: number): void {
  const unit = width / squares.length
  for (const [row, line] of squares.entries()) {
    let column = 0
    while (column < line.length) {
      const start = column
      while (line[column]) column++
      if (column > start) doc.rect(x + start * unit, y + row * unit, (column - start) * unit, unit)
      else column++
    }
  }
  doc.fill('#000')
}
