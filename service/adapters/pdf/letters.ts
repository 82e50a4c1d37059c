import type { LetterDocument, RenderLetters } from '../../desk/letters/letter-document.ts'
import { letterTexts } from '../../desk/letters/letter-texts.ts'
import { type Instant, instantOf } from '../../shared/instant.ts'
import { beginPaper } from './paper-parts.ts'
import { setFooters } from './receipt-parts.ts'
import {
  type Doc,
  decorate,
  drawQrCode,
  drawRule,
  heightOf,
  ink,
  makeRoom,
  margin,
  qrSquares,
  quiet,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'

const body: TextStyle = { font: 'regular', size: 11, colour: ink }
const strong: TextStyle = { font: 'strong', size: 11, colour: ink }
const small: TextStyle = { font: 'regular', size: 8.5, colour: quiet }
const centred = { align: 'center' } as const

const logoHeight = 62
const labelWidth = 62
const paragraphGap = 7

/**
 * A double line below it closes the letterhead, as in Indonesian official letters. @returns where the letter begins
 */
export function setLetterhead(doc: Doc, root: Struct, { letterhead }: Pick<LetterDocument, 'letterhead'>): number {
  const { lines, address, contact, logo } = letterhead
  const aside = logo ? logoHeight + 12 : 0
  const width = widthOf(doc) - 2 * aside
  const place = (y: number) => ({ x: margin.left + aside, y, width })
  if (logo) {
    decorate(doc, () => {
      doc.image(Buffer.from(logo, 'base64'), margin.left, margin.top, {
        fit: [logoHeight, logoHeight],
        valign: 'center',
      })
    })
  }
  let y: number = margin.top
  for (const [at, line] of lines.entries()) {
    const style = at === lines.length - 1 ? { ...strong, size: 15 } : { ...body, size: 12, spacing: 0.4 }
    y = setText(doc, root, 'P', line.toUpperCase(), { ...style, ...centred }, place(y + 1))
  }
  for (const line of [address, contact]) {
    y = setText(doc, root, 'P', line, { ...small, ...centred, size: 9.5 }, place(y + 1))
  }
  y = Math.max(y, logo ? margin.top + logoHeight : 0) + 7
  drawRule(doc, y, 2.2, ink)
  drawRule(doc, y + 3, 0.7, ink)
  return y + 16
}

/** Sets date, number, class, enclosures, subject and addressee, in the order of official letters. */
export function setHead(doc: Doc, root: Struct, letter: LetterDocument, top: number): number {
  const width = widthOf(doc)
  let y = setText(doc, root, 'P', letter.placeAndDate, { ...body, align: 'right' }, { x: margin.left, y: top, width })
  y += 2
  for (const { label, value } of letter.facts) {
    const x = margin.left + labelWidth
    const line = doc.struct('P')
    root.add(line)
    setText(doc, line, 'Span', label, body, { x: margin.left, y, width: labelWidth - 8 })
    setText(doc, line, 'Span', ': ', body, { x: x - 8, y, width: 8 })
    y = setText(doc, line, 'Span', value || '-', body, { x, y, width: width * 0.72 - labelWidth })
    line.end()
  }
  y += 14
  for (const line of letter.addressee) {
    y = setText(doc, root, 'P', line, body, { x: margin.left, y, width: width * 0.62 })
  }
  return y + 14
}

/** A paragraph that does not fit continues on the next page, but never with a single line. */
export function setBody(doc: Doc, root: Struct, { paragraphs }: LetterDocument, top: number): number {
  const width = widthOf(doc)
  let y = top
  for (const paragraph of paragraphs) {
    y = makeRoom(doc, y, Math.min(heightOf(doc, paragraph, body, width), 2 * body.size * 1.4))
    y = setText(doc, root, 'P', paragraph, body, { x: margin.left, y, width }) + paragraphGap
  }
  return y
}

const signWidth = 220
const qrWidth = 58

/** The signatory is on the right, with room to sign by hand, and the way to verify on the left. */
export function setClosing(doc: Doc, root: Struct, letter: LetterDocument, top: number): void {
  const { signatory, verification } = letter
  const signX = doc.page.width - margin.right - signWidth
  const sign = (text: string, style: TextStyle, at: number) =>
    setText(doc, root, 'P', text, style, { x: signX, y: at, width: signWidth })
  const gap = signatory.name ? 50 : 0
  const position = signatory.position && `${signatory.position},`
  const height =
    heightOf(doc, position, body, signWidth) +
    gap +
    4 +
    heightOf(doc, signatory.name, strong, signWidth) +
    signatory.below.reduce((sum, line) => sum + heightOf(doc, line, body, signWidth), 0)
  const start = makeRoom(doc, top + 10, Math.max(height, qrWidth + 12))
  let y = sign(position, body, start)
  y = sign(signatory.name, strong, y + gap)
  for (const line of signatory.below) y = sign(line, body, y)
  if (!verification) return

  const textX = margin.left + qrWidth + 10
  const textWidth = signX - textX - 16
  const qrTop = Math.max(start, y - qrWidth)
  root.add(
    doc.struct(
      'Figure',
      { alt: verification.qrAlternative, bbox: [margin.left, qrTop, margin.left + qrWidth, qrTop + qrWidth] },
      () => drawQrCode(doc, qrSquares(verification.url), margin.left, qrTop, qrWidth),
    ),
  )
  let at = qrTop - 1
  for (const text of [verification.text, verification.url, verification.fingerprint]) {
    at = setText(doc, root, 'P', text, small, { x: textX, y: at, width: textWidth })
  }
}

/** A sheet with name and address where the window of a DL envelope shows them, and nothing of the matter. */
export function setAddressSheet(
  doc: Doc,
  root: Struct,
  { senderLabel, sender, label, to }: NonNullable<LetterDocument['addressSheet']>,
): void {
  const x = margin.left
  const width = 255
  let y = setText(doc, root, 'P', senderLabel, small, { x, y: 96, width })
  for (const line of sender) y = setText(doc, root, 'P', line, small, { x, y, width })
  y = setText(doc, root, 'P', label, body, { x, y: Math.max(y + 10, 150), width })
  for (const line of to) y = setText(doc, root, 'P', line, strong, { x, y, width })
}

/** pdfkit is loaded with the first document. */
export const createLetterRenderer = (): RenderLetters => async (letters) => {
  const [first, ...more] = letters
  const { doc, bytes, root, end } = await beginPaper({
    title: first.title,
    number: [first.number, ...more.map(({ number }) => number)].join(', '),
    letterhead: { parent: '', office: first.letterhead.lines.at(-1) ?? '', contact: '' },
    signature: letters.map(({ signature }) => signature).join(' '),
    createdAt: dayAsInstant(first),
    language: first.language,
  })
  for (const [at, letter] of letters.entries()) {
    if (at > 0) doc.addPage()
    setLetter(doc, root, letter)
  }
  root.end()
  end()
  return bytes
}

function setLetter(doc: Doc, root: Struct, letter: LetterDocument): void {
  if (letter.addressSheet) {
    setAddressSheet(doc, root, letter.addressSheet)
    doc.addPage()
  }
  const from = lastPage(doc)
  let y = setLetterhead(doc, root, letter)
  y = setHead(doc, root, letter, y)
  y = setBody(doc, root, letter, y)
  setClosing(doc, root, letter, y)
  // A letter of one page has no page number.
  if (lastPage(doc) > from) setFooters(doc, { number: letter.number, page: letterTexts[letter.language].page }, from)
}

const lastPage = (doc: Doc): number => {
  const { start, count } = doc.bufferedPageRange()
  return start + count - 1
}

// A letter has a date and no time, so that it stays the same file.
const dayAsInstant = ({ day }: LetterDocument): Instant => instantOf(new Date(day))
