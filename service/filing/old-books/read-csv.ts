const separators = [';', '\t', ','] as const
type Separator = (typeof separators)[number]

/**
 * Yields one row of cells at a time. Cells are trimmed; a quoted one keeps its lines; a quote inside bare text is
 * text.
 */
export function* readCsv(text: string): Generator<string[]> {
  const declared = /^\uFEFF?sep=([;,\t])\r?\n/i.exec(text)
  const separator = (declared?.[1] as Separator | undefined) ?? separatorOf(text)
  let at = declared ? declared[0].length : text.startsWith('\uFEFF') ? 1 : 0
  let row: string[] = []
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedAt(text, at, separator) : bareAt(text, at, separator)
    row.push(cell)
    at = end
    if (text[at] === separator) {
      at++
      // A row that ends with a separator ends with an empty cell.
      if (at === text.length) row.push('')
      continue
    }
    yield row
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  if (row.length > 0) yield row
}

/** The most frequent separator of the first lines wins, outside of quotes. */
function separatorOf(text: string): Separator {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const head = bare.split(/\r\n?|\n/).slice(0, 20)
  const score = (separator: Separator) =>
    head.filter((line) => line.includes(separator)).length * 1_000 + head.join('').split(separator).length
  return separators.reduce((best, one) => (score(one) > score(best) ? one : best))
}

interface ReadCell {
  readonly cell: string
  readonly end: number
}

function bareAt(text: string, from: number, separator: Separator): ReadCell {
  let end = from
  for (; end < text.length; end++) {
    const character = text[end]
    if (character === separator || character === '\n' || character === '\r') break
  }
  return { cell: text.slice(from, end).trim(), end }
}

function quotedAt(text: string, from: number, separator: Separator): ReadCell {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    // An unclosed quote is a plain character, so that the rest of the file is not one cell.
    if (quote < 0) return bareAt(text, from, separator)
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const rest = bareAt(text, quote + 1, separator)
      return { cell: (cell + rest.cell).trim(), end: rest.end }
    }
    cell += '"'
    at = quote + 2
  }
}
