import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import sharp, { type Sharp } from 'sharp'
import type { Area } from '../../case/shape/evidence.ts'
import { EDGE, MOST_PIXELS, PAGE_SCALE, type PictureOrder, QUALITY } from './picture-order.ts'

// This is a program of its own, one run a picture, without keys: a hostile file can harm only this process.
sharp.cache(false)
sharp.concurrency(1)
// Only these decoders are enabled, whatever a file pretends to be.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`) })

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
)
const clear = { r: 0, g: 0, b: 0, alpha: 0 }

/** The pixels of the first frame, upright and on white, and nothing else of the file. */
function copied(original: Buffer, edge: number): Sharp {
  return sharp(original, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'none' })
    .autoOrient()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
}

/** Writes black pixels over the areas, outwards to whole pixels, before anything is encoded. */
async function blackened(picture: Sharp, areas: readonly Area[]): Promise<Sharp> {
  if (areas.length === 0) return picture
  const plain = await drawn(picture)
  const { width, height, channels } = plain.info
  for (const area of areas) {
    const [left, right] = pixelsOf(area.left, area.width, width)
    const [top, bottom] = pixelsOf(area.top, area.height, height)
    for (let row = top; row < bottom; row++)
      plain.data.fill(0, (row * width + left) * channels, (row * width + right) * channels)
  }
  return opened(plain)
}

/** @returns the first pixel of an area and the one after its last */
const pixelsOf = (from: number, length: number, side: number): [number, number] => [
  Math.max(0, Math.floor((from * side) / 1_000)),
  Math.min(side, Math.ceil(((from + length) * side) / 1_000)),
]

/**
 * The text is repeated slantwise over the whole picture, so that no crop is without it, and once legibly beneath it.
 */
async function marked(picture: Sharp, lines: readonly string[], keepsSize: boolean): Promise<Sharp> {
  const plain = await drawn(picture)
  const { width, height } = plain.info
  const size = Math.max(14, Math.round(Math.max(width, height) / 60))
  const covered = await drawn(
    opened(plain).composite([{ input: await slanted(lines.join('\n'), size, width, height), tile: true }]),
  )
  if (keepsSize) return opened(covered)
  const breadth = Math.max(width, 20 * size)
  const beneath = await lettered(lines.join(' · '), size, {
    colour: '#1d2322',
    alpha: '100%',
    width: breadth - 2 * size,
  })
  const { height: room } = await sharp(beneath).metadata()
  return opened(covered)
    .extend({ right: breadth - width, bottom: room + 2 * size, background: 'white' })
    .composite([{ input: beneath, left: size, top: height + size }])
}

/** Draws a page on white, with bounded sides. The library runs no scripts. */
async function pageOf(file: Buffer, at: number): Promise<{ readonly pages: number; readonly picture: Sharp }> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const document = await (await PDFiumLibrary.init()).loadDocument(file)
  const pages = document.getPageCount()
  const page = document.getPage(at - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(PAGE_SCALE, EDGE / Math.max(originalWidth, originalHeight))
  const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: true })
  const picture = sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
  return { pages, picture }
}

interface Drawn {
  readonly data: Buffer
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 }
}

const drawn = (picture: Sharp): Promise<Drawn> => picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
const opened = ({ data, info: { width, height, channels } }: Drawn): Sharp =>
  sharp(data, { raw: { width, height, channels } })

/** One tile of the pattern: light letters on their own shadow, visible on bright and on dark. */
async function slanted(words: string, size: number, width: number, height: number): Promise<Buffer> {
  const light = await lettered(words, size, { colour: '#ffffff', alpha: '42%' })
  const dark = await lettered(words, size, { colour: '#000000', alpha: '36%' })
  const both = await sharp(dark)
    .extend({ top: size, bottom: size, left: size, right: size, background: clear })
    .composite([{ input: light, left: size - 1, top: size - 1 }])
    .png()
    .toBuffer()
  const turned = await sharp(both).rotate(-24, { background: clear }).png().toBuffer()
  return sharp(turned).resize(width, height, { fit: 'inside', withoutEnlargement: true }).png().toBuffer()
}

interface Letters {
  readonly colour: string
  readonly alpha: string
  readonly width?: number
}

function lettered(words: string, size: number, { colour, alpha, width }: Letters): Promise<Buffer> {
  const text = words.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
  return sharp({
    text: {
      text: `<span foreground="${colour}" alpha="${alpha}">${text}</span>`,
      font: `Source Sans 3 SemiBold ${size}`,
      fontfile: font,
      rgba: true,
      dpi: 72,
      ...(width && { width, wrap: 'word-char' as const }),
    },
  })
    .png()
    .toBuffer()
}

// If memory runs out, Linux then ends this program and not the service.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {})
const sent = await buffer(process.stdin)
const end = sent.indexOf('\n')
const {
  mark,
  edge = EDGE,
  page,
  areas = [],
  keepsSize = false,
}: PictureOrder = JSON.parse(sent.subarray(0, end).toString())
const file = sent.subarray(end + 1)
const { pages, picture: whole } =
  page === undefined ? { pages: 1, picture: copied(file, edge) } : await pageOf(file, page)
const picture = await blackened(
  whole,
  areas.filter((area) => area.page === (page ?? 1)),
)
const copy = mark === null ? picture : await marked(picture, mark, keepsSize)
const { data, info } = await copy
  .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
  .toBuffer({ resolveWithObject: true })
if (page !== undefined) {
  const { width, height } = info
  process.stdout.write(`${JSON.stringify({ pages, width, height })}\n`)
}
process.stdout.write(data)
