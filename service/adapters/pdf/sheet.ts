import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'
import { encodeQR } from 'qr'
import type { BindPages } from '../../keeping/evidence/opened-evidence.ts'

/** The names under which `openDocument` knows them. */
export const fonts = { regular: 'regular', strong: 'strong' } as const

export type Doc = PDFKit.PDFDocument
export type Struct = ReturnType<Doc['struct']>

// The types lag behind pdfkit, which knows both of these since 0.19.
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: 'Row' | 'Column'
      bbox?: [left: number, top: number, right: number, bottom: number]
    }
  }
}

export interface TextStyle {
  readonly font: keyof typeof fonts
  readonly size: number
  readonly colour: string
  readonly align?: 'left' | 'center' | 'right'
  readonly spacing?: number
}

export const ink = '#1d2322'
export const quiet = '#555c5a'
export const rule = '#cfcbc2'

export const margin = { top: 46, bottom: 56, left: 62, right: 62 } as const
const lineGap = 0.6

export const widthOf = (doc: Doc): number => doc.page.width - margin.left - margin.right

function apply(doc: Doc, style: TextStyle): Doc {
  return doc.font(fonts[style.font]).fontSize(style.size).fillColor(style.colour)
}

const optionsOf = (style: TextStyle, width: number) => ({
  width,
  lineGap,
  align: style.align ?? 'left',
  characterSpacing: style.spacing ?? 0,
})

/**
 * Longer words are broken before they are set, because pdfkit measures the rest of a word again for each line of it.
 */
const LONGEST_WORD = 200
const longWord = new RegExp(`\\S{${LONGEST_WORD + 1},}`, 'gu')
const piece = /.{20}/gsu

/** Adds places of no width where a line can end inside very long words. */
export const makeBreakable = (text: string): string =>
  text.replace(longWord, (word) => word.replace(piece, (part) => `${part}\u200b`))

export const heightOf = (doc: Doc, text: string, style: TextStyle, width: number): number =>
  text === '' ? 0 : apply(doc, style).heightOfString(makeBreakable(text), optionsOf(style, width))

export function setText(
  doc: Doc,
  parent: Struct,
  type: string,
  text: string,
  style: TextStyle,
  place: { readonly x: number; readonly y: number; readonly width: number },
  /** The language of the text, where it is not that of the page. */
  lang?: string,
): number {
  if (text === '') return place.y
  parent.add(
    doc.struct(type, lang ? { lang } : {}, () => {
      apply(doc, style).text(makeBreakable(text), place.x, place.y, optionsOf(style, place.width))
    }),
  )
  return doc.y
}

/** Begins a new page if less than `height` is left, so that related parts stay together. */
export function makeRoom(doc: Doc, y: number, height: number): number {
  if (y + height <= doc.page.height - margin.bottom) return y
  doc.addPage()
  return margin.top
}

export function decorate(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

export function drawRule(doc: Doc, y: number, thickness: number, colour: string): void {
  decorate(doc, () => {
    doc
      .lineWidth(thickness)
      .strokeColor(colour)
      .moveTo(margin.left, y)
      .lineTo(doc.page.width - margin.right, y)
      .stroke()
  })
}

type FontName = keyof typeof fonts

const require = createRequire(import.meta.url)

/** Fonts are embedded, so that every printer and reader shows the same letters. */
const files: Readonly<Record<FontName, string>> = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
}

async function readFont(file: string) {
  const { create } = await import('fontkit')
  return create(await readFile(file))
}

let fontsRead: Promise<readonly [FontName, Font][]> | undefined

/** Fonts are read with the first document. To read them again for each takes seven times as long as to write a letter. */
function readFonts() {
  fontsRead ??= Promise.all(Object.values(fonts).map(async (name) => [name, await readFont(files[name])] as const))
  return fontsRead
}

/**
 * Returns the font as one document may use it. A glyph remembers for which letters it was first drawn, and a PDF says
 * these to who copies its words: another document may have drawn it for others, such as a space that does not break.
 */
const withOwnGlyphs = (font: Font): Font => Object.assign(Object.create(font), { _glyphs: {} })

/** Returns an empty PDF that knows the fonts by their names and writes in the regular one. pdfkit is loaded with the first. */
export async function openDocument(settings: PDFKit.PDFDocumentOptions): Promise<Doc> {
  const { default: PDFDocument } = await import('pdfkit')
  const read = await readFonts()
  // pdfkit begins with a font of its own unless it gets none, which its types do not say.
  const doc: Doc = new PDFDocument(Object.assign({ ...settings }, { font: null }))
  for (const [name, font] of read) doc.registerFont(name, withOwnGlyphs(font))
  return doc.font(fonts.regular)
}

/** Points for each pixel of a page, which is drawn at two and a half pixels a point. */
const SCALE = 1 / 2.5

/** The file has the pictures and neither words, names, nor a time. */
export const bindPages: BindPages = async (pages) => {
  const doc = await openDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } })
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  for (const page of pages) {
    const [width, height] = [page.width * SCALE, page.height * SCALE]
    doc.addPage({ size: [width, height], margin: 0 })
    doc.image(Buffer.from(page.picture), 0, 0, { width, height })
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

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
