import type { PaperBlock } from './office-paper.ts'
import { printable } from './printable.ts'

/** A label and the value under it; without a value it is left out. */
export type Fact = readonly [label: string, value: string | null]

export const heading = (text: string): PaperBlock => ({ kind: 'heading', text })

export const text = (words: string, look?: 'strong' | 'small'): PaperBlock => ({
  ...{ kind: 'text', text: printable(words) },
  ...(look && { look }),
})

export const facts = (all: readonly Fact[]): PaperBlock => ({
  kind: 'rows',
  rows: all.flatMap(([label, value]) => (value ? [{ label: printable(label), value: printable(value) }] : [])),
})

/** A line about who and when, and what was written. */
export const entry = (line: string, words?: string | null): PaperBlock[] => [
  text(line, 'strong'),
  ...(words ? [text(words)] : []),
]

/** Leaves the heading out where nothing stands under it. */
export const part = (title: string, blocks: readonly PaperBlock[]): PaperBlock[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks]

/** The same for a text that may be empty. */
export const textUnder = (title: string, words: string): PaperBlock[] => part(title, words === '' ? [] : [text(words)])
