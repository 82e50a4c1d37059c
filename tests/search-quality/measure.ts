import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Judged, judgedQueries } from './judged-queries.ts'

/** Complaints as people write them: forms of words, abbreviations and spellings included. All of it is invented. */
const madeUpComplaints: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'made-up-complaints.json'), 'utf8'),
)

/** Finds the ids of complaints for a text, the best first. */
export type Find = (text: string) => Promise<readonly string[]>

export interface Quality {
  /** Of what is meant, the share on the first page. */
  readonly recall: number
  /** Of the first ten or of what is meant, whichever is fewer, the share that is meant. */
  readonly precision: number
  readonly perQuery: readonly { readonly query: string; readonly recall: number; readonly precision: number }[]
}

/** What the register shows on one page. */
export const PAGE = 25

export const idOf = (topic: string, at: number): string => `${topic} ${at + 1}`

export const all: readonly { readonly id: string; readonly text: string }[] = Object.entries(madeUpComplaints).flatMap(
  ([topic, texts]) => texts.map((text, at) => ({ id: idOf(topic, at), text })),
)

const meantBy = (judged: Judged): readonly string[] =>
  Object.entries(judged).flatMap(([topic, chosen]) => {
    if (!madeUpComplaints[topic]) throw new Error(`Nobody complained about ${topic}.`)
    return (chosen === 'all' ? [1, 2, 3, 4, 5] : chosen).map((at) => idOf(topic, at - 1))
  })

/** How a person types a question. */
export type Typing = (query: string) => string

const inLongWords = (least: number, change: (word: string) => string): Typing => {
  return (query) => query.replace(/\p{Ll}+/gu, (word) => (word.length >= least ? change(word) : word))
}

/** Leaves the last two letters of each long word away, as somebody does who stops as soon as it is found. */
export const begunOnly: Typing = inLongWords(6, (word) => word.slice(0, -2))

/** Makes one typing error in each long word, of one kind and at one place after another. */
export function mistypedBy(dice: (sides: number) => number): Typing {
  return inLongWords(6, (word) => {
    const at = 1 + dice(word.length - 2)
    const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1] ?? '', word.slice(at + 2)]
    const errors = [before + next + after, `${before}${next}${letter}${after}`, `${before}q${next}${after}`]
    return [...errors, `${before}${letter}${letter}${next}${after}`][dice(4)] ?? word
  })
}

export async function measureQuality(find: Find, typed: Typing = (query) => query): Promise<Quality> {
  const perQuery: { query: string; recall: number; precision: number }[] = []
  for (const [query, judged] of Object.entries(judgedQueries)) {
    const meant = meantBy(judged)
    const found = (await find(typed(query))).slice(0, PAGE)
    const hits = (list: readonly string[]) => list.filter((id) => meant.includes(id)).length
    const first = Math.min(10, meant.length)
    perQuery.push({ query, recall: hits(found) / meant.length, precision: hits(found.slice(0, first)) / first })
  }
  const mean = (of: (one: (typeof perQuery)[number]) => number) =>
    perQuery.reduce((sum, one) => sum + of(one), 0) / perQuery.length
  return { recall: mean(({ recall }) => recall), precision: mean(({ precision }) => precision), perQuery }
}
