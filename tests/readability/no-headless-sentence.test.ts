import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogues } from '../support/catalogues.ts'
import { commentLines } from '../support/written-words.ts'

const root = resolve(import.meta.dirname, '../..')

/** Matches “Yang” at the beginning of a text or of a sentence. */
const headless = /(?:['"`“>{]|[.!?:;] )Yang [^\n]{0,60}/g

/** Matches a sentence of a comment that speaks of somebody without a noun: “Who signs it …”. */
const nameless = /^(?:.*[.:;])? (?:Who|Whom|Whose|Whoever)\b[^?\n]*$/

/** Matches a short sentence of a comment that begins with a preposition and has no verb: “In bytes.” */
const verbless =
  /(?:^|[.;] )[ ]?(?:Across|As|At|By|For|From|In|Of|On|To|Under|With)(?: (?!it |is )[^\s,;:.]+){1,4}\.(?= *$| [A-Z@])/

/** Matches a clause of a comment that waits for its sentence: “Since when it waits.” */
const unfinished = /^ ?(?:As (?:many|what)|Since when|To what|Under wh(?:ich|ose))\b/

const filesUnder = (folders: readonly string[], ending = /\.ts$/) =>
  folders.flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => ending.test(path))
      .map((path) => join(folder, path)),
  )

const read = (path: string): string => readFileSync(resolve(root, path), 'utf8')

const findIn = (sources: readonly string[], pattern: RegExp) =>
  sources.flatMap((path) => [...read(path).matchAll(pattern)].map(([text]) => `${path}: ${text.trim()}`))

it('no text, for citizens or for staff, begins with “Yang” and leaves out what it speaks of', () => {
  const sources = [...filesUnder(['admin', 'service', 'widget']), ...catalogues.map(({ file }) => file)]
  expect(sources.length).toBeGreaterThan(500)
  expect(findIn(sources, headless)).toEqual([])
})

describe('comments', () => {
  /** The widget stays as its first release is. */
  const lines = commentLines().filter(({ at }) => !at.startsWith('widget/'))

  it('are read in sources, tests, styles, scripts and settings', () => {
    const kinds = ['service/main.ts:', 'tests/glossary.test.ts:', '.css:', '.ci/run:', '.yml:', '.js:']
    expect(kinds.filter((kind) => !lines.some(({ at }) => at.includes(kind)))).toEqual([])
  })

  it('begin no sentence with “Who” that means somebody', () => {
    expect(' Who signs it. ').toMatch(nameless)
    expect(lines.filter(({ text }) => nameless.test(text))).toEqual([])
  })

  it('have a verb where they begin with a preposition', () => {
    for (const one of [' In bytes.', ' It is small. By name.']) expect(one).toMatch(verbless)
    for (const one of [' Since when it waits. ', ' As many as before.']) expect(one).toMatch(unfinished)
    const sources = lines.filter(({ at }) => /^(?:admin|service)\//.test(at))
    expect(sources.filter(({ text }) => verbless.test(text) || unfinished.test(text))).toEqual([])
  })

  it('stand above what they speak of, and no second one stands between', () => {
    const doubled = /\*\/\n\s*\/\*\*/
    expect('/** One. */\n/** Two. */').toMatch(doubled)
    expect(filesUnder(['admin', 'service']).filter((path) => doubled.test(read(path)))).toEqual([])
  })
})
