import type { LetterDocument, RenderLetters } from '../../desk/letters/letter-document.ts'
import { letterWordingFor } from '../../desk/letters/wording/letter-wording.ts'
import { type Instant, instantOf } from '../../shared/instant.ts'
import { beginPaper } from './begin-paper.ts'
import { setAddressSheet, setBody, setClosing, setHead, setLetterhead } from './letter-parts.ts'
import { setFooters } from './receipt-parts.ts'
import type { Doc, Struct } from './sheet.ts'

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
  if (lastPage(doc) > from)
    setFooters(doc, { number: letter.number, page: letterWordingFor(letter.language).page }, from)
}

const lastPage = (doc: Doc): number => {
  const { start, count } = doc.bufferedPageRange()
  return start + count - 1
}

// A letter has a date and no time, so that it stays the same file.
const dayAsInstant = ({ day }: LetterDocument): Instant => instantOf(new Date(day))
