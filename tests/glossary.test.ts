import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findWritten, writtenFiles } from './support/written-words.ts'

const glossary = readFileSync(resolve(import.meta.dirname, '../docs/glossary.md'), 'utf8')

const betweenBackticks = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!)

/** A bar inside a cell is written `\|`, as tables ask for it. */
const cellsOf = (row: string): readonly string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.replaceAll('\\|', '|').trim())

const [, lost = ''] = glossary.split('\n## Words that lost\n')
const rows = lost
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map(cellsOf)

describe('the glossary', () => {
  it('is held against the names, comments and pages of the whole product', () => {
    expect(writtenFiles.length).toBeGreaterThan(1_000)
    expect(findWritten(/\btracking code\b/).length).toBeGreaterThan(10)
    expect(rows.length).toBeGreaterThan(10)
  })

  it.each(rows)('finds no %s, for which it has %s', (patterns = '', instead = '', allowed = '') => {
    const lostWord = new RegExp(`\\b(?:${betweenBackticks(patterns).join('|')})\\b`)
    expect(instead).not.toBe('')
    const mayStandIn = betweenBackticks(allowed)
    const found = findWritten(lostWord).filter(({ at }) => !mayStandIn.some((place) => at.startsWith(place)))
    expect(found.map(({ at, text }) => `${at} ${text.trim()}`)).toEqual([])
  })
})
