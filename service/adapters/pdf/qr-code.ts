import type { BitMatrix } from 'qrcode'
import type { Doc } from './sheet.ts'

/** Draws a QR code as squares, sharp at any size. Dark squares side by side become one rectangle. */
export function drawQrCode(doc: Doc, { size, data }: BitMatrix, x: number, y: number, width: number): void {
  const unit = width / size
  for (let row = 0; row < size; row++) {
    let column = 0
    while (column < size) {
      const start = column
      while (column < size && data[row * size + column]) column++
      if (column > start) doc.rect(x + start * unit, y + row * unit, (column - start) * unit, unit)
      else column++
    }
  }
  doc.fill('#000')
}
