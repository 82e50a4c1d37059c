import { execFileSync } from 'node:child_process'
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

/** Subjects before this commit were written when nothing held them to the glossary, and history is not rewritten. */
const SINCE = 'd51f2791'

/**
 * What the commits of this branch say since then. An unpacked archive and a clone of only the newest commit have no history,
 * and nothing to hold: then it is empty.
 */
function listSubjects(): readonly string[] {
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { cwd: resolve(import.meta.dirname, '..'), encoding: 'utf8', stdio: 'pipe' }).trim()
  try {
    git('merge-base', '--is-ancestor', SINCE, 'HEAD')
  } catch {
    return []
  }
  return git('log', '--format=%s', `${SINCE}..HEAD`).split('\n').filter(Boolean)
}

const subjects = listSubjects()

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

  it.skipIf(subjects.length === 0)('is kept to by the subjects of commits, where their history is at hand', () => {
    const lostWords = rows.flatMap(([patterns = '']) => betweenBackticks(patterns))
    const lostWord = new RegExp(`\\b(?:${lostWords.join('|')})\\b`)
    expect(subjects.filter((subject) => lostWord.test(subject))).toEqual([])
    expect('Say who the complainant was').toMatch(lostWord)
  })
})
