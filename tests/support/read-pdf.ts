import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  /** What a reader would copy out of the pages, a line for each line set. */
  readonly text: string
  /** Each line set, with the height of its foot above that of the page, in points. */
  readonly lines: readonly PdfLine[]
  readonly pages: number
  /** Everything that is not compressed: catalogue, structure, metadata. */
  readonly skeleton: string
  /** Names of fonts that are in the file, and of those that are only named. */
  readonly embeddedFonts: readonly string[]
  readonly missingFonts: readonly string[]
}

interface PdfLine {
  readonly text: string
  readonly height: number
}

/** Reads a PDF as pdfkit writes it: enough to know what stands on the pages. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, content]) => [id!, content!] as const),
  )
  const characters = fontCharacters(file, objects)
  const streams = [...objects.values()].map(contentOf).filter((stream) => stream?.includes('] TJ'))
  const descriptors = [...objects.values()].filter((object) => object.includes('/Type /FontDescriptor'))
  const nameIn = (descriptor: string) => /\/FontName \/([^\s]+)/.exec(descriptor)![1]!
  const standard = [...objects.values()].filter((object) => object.includes('/Subtype /Type1'))
  const lines = streams.map((stream) => linesIn(stream!, characters))
  return {
    text: lines.map((onPage) => onPage.map(({ text }) => text).join('\n')).join('\n'),
    lines: lines.flat(),
    pages: [...objects.values()].filter((object) => /\/Type \/Page\b(?!s)/.test(object)).length,
    skeleton: [...objects.values()].map((object) => object.replace(/stream\n[\s\S]*/, '')).join('\n'),
    embeddedFonts: descriptors.filter((object) => /\/FontFile2 \d/.test(object)).map(nameIn),
    missingFonts: [...descriptors.filter((object) => !/\/FontFile2 \d/.test(object)).map(nameIn), ...standard],
  }
}

function contentOf(object: string): string | null {
  const [, stream] = /\nstream\n([\s\S]*)\nendstream/.exec(object) ?? []
  if (stream === undefined) return null
  if (!object.includes('/FlateDecode')) return stream
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
}

/** For each font resource, `F1`, the character of each glyph. */
function fontCharacters(file: string, objects: ReadonlyMap<string, string>): Map<string, Map<number, string>> {
  const fonts = new Map<string, Map<number, string>>()
  for (const [, name, id] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, toUnicode] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '') ?? []
    const map = toUnicode ? contentOf(objects.get(toUnicode)!) : null
    if (map) fonts.set(name!, charactersIn(map))
  }
  return fonts
}

function charactersIn(map: string): Map<number, string> {
  const characters = new Map<number, string>()
  for (const [, start, list] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    let glyph = Number.parseInt(start!, 16)
    for (const [, units] of list!.matchAll(/<([\w ]*)>/g)) characters.set(glyph++, utf16(units!))
  }
  return characters
}

const utf16 = (hex: string): string =>
  String.fromCharCode(...(hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

function linesIn(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): PdfLine[] {
  const lines: PdfLine[] = []
  let font: ReadonlyMap<number, string> = new Map()
  let [text, height] = ['', 0]
  const parts = /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|^1 0 0 1 [-\d.]+ ([-\d.]+) Tm$|^ET$/gm
  for (const [, chosen, glyphs, above] of stream.matchAll(parts)) {
    if (chosen) font = fonts.get(chosen) ?? new Map()
    else if (above) height = Number(above)
    else if (glyphs === undefined) {
      lines.push({ text, height })
      text = ''
    } else
      for (const [, run] of glyphs.matchAll(/<(\w+)>/g))
        text += run!
          .match(/.{4}/g)!
          .map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '\uFFFD')
          .join('')
  }
  return lines
}
