import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'
import { type Doc, fonts } from './sheet.ts'

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
