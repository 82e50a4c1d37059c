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

/** Draws what a screen reader should skip. */
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
