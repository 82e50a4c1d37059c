import { type Instant, instantOf } from '../../shared/instant.ts'
import { beginPaper } from './paper-parts.ts'
import { setFooters } from './receipt-parts.ts'
import {
  type Doc,
  drawRule,
  heightOf,
  ink,
  makeRoom,
  margin,
  quiet,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'

const body: TextStyle = { font: 'regular', size: 9.75, colour: ink }
const lead: TextStyle = { font: 'regular', size: 11, colour: quiet }
const heading: TextStyle = { font: 'strong', size: 11, colour: ink }
const title: TextStyle = { font: 'strong', size: 20, colour: ink }

const numberWidth = 18
const stepGap = 1.5

export interface GuidePaper {
  readonly title: string
  readonly lead: string
  readonly paragraphs: readonly { readonly heading: string; readonly steps: readonly string[] }[]
}

/** Like papers without a time of their own, so that the same words give the same bytes. */
const noTime: Instant = instantOf(new Date(0))

/** Makes a tagged PDF on A4, without the letterhead of an office: it is the same for all of them. */
export async function renderGuide(guide: GuidePaper): Promise<Uint8Array> {
  const number = `Panduan Aduan: ${guide.title}`
  const { doc, bytes, root, end } = await beginPaper({
    title: 'Panduan',
    number: guide.title,
    letterhead: { parent: '', office: 'Aduan', contact: '' },
    signature: '',
    createdAt: noTime,
    language: 'id',
  })
  const place = { x: margin.left, width: widthOf(doc) }
  let y = setText(doc, root, 'P', 'Panduan Aduan', { ...lead, size: 10 }, { ...place, y: margin.top })
  y = setText(doc, root, 'H1', guide.title, title, { ...place, y })
  y = setText(doc, root, 'P', guide.lead, lead, { ...place, y: y + 2 }) + 6
  drawRule(doc, y, 0.7, ink)
  for (const paragraph of guide.paragraphs) y = setParagraph(doc, root, paragraph, y)
  root.end()
  setFooters(doc, { number, page: ({ page, pages }) => `Halaman ${page} dari ${pages}` })
  end()
  return bytes
}

/** A paragraph is never cut by the end of a page. */
function setParagraph(doc: Doc, root: Struct, paragraph: GuidePaper['paragraphs'][number], top: number): number {
  const width = widthOf(doc) - numberWidth
  const heights = paragraph.steps.map((step) => heightOf(doc, step, body, width) + stepGap)
  const height = heights.reduce((sum, one) => sum + one, heightOf(doc, paragraph.heading, heading, width) + 2)
  let y = makeRoom(doc, top + 7, height)
  y = setText(doc, root, 'H2', paragraph.heading, heading, { x: margin.left, y, width: widthOf(doc) }) + 2
  const list = doc.struct('L')
  root.add(list)
  for (const [at, step] of paragraph.steps.entries()) {
    const item = doc.struct('LI')
    list.add(item)
    setText(doc, item, 'Lbl', `${at + 1}.`, body, { x: margin.left, y, width: numberWidth })
    y = setText(doc, item, 'LBody', step, body, { x: margin.left + numberWidth, y, width }) + stepGap
  }
  list.end()
  return y
}
