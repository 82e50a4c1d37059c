import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itInEach } from './support/in-each.ts'

const root = resolve(import.meta.dirname, '..')
const page = readFileSync(resolve(root, 'docs/threat-model.md'), 'utf8')

/** Rows of the tables whose second column names a test file and the sentence of a test in it. */
const rows = page.split('\n').filter((line) => line.startsWith('|') && line.includes('`tests/'))
const held = rows.map((row) => /^\| (.+\.) +\| `(tests\/\S+\.test\.ts)` "(.+)" +\|$/.exec(row))

describe('the threat model', () => {
  it('has no promise without a sentence, a test file and a test', () => {
    expect(rows.length).toBeGreaterThan(60)
    expect(rows.filter((_, at) => held[at] === null)).toEqual([])
  })

  it('says for each kind of person what is promised against them', () => {
    const sections = page.split(/^## /m).slice(1)
    const withoutPromise = sections.filter(
      (section) => /^\*\*Ha(s|ve)\*\* /m.test(section) && !section.includes('`tests/'),
    )
    expect(withoutPromise.map((section) => section.split('\n')[0])).toEqual([])
  })

  itInEach(
    held.flatMap((found) => (found ? [[found[1]!, found[2]!, found[3]!] as const] : [])),
    'names for each promise a test that is there',
    ([, file, title]) => {
      expect(readFileSync(resolve(root, file), 'utf8')).toContain(title)
    },
  )
})
