import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogues, keysIn as keysOfTexts } from '../support/catalogues.ts'

const root = resolve(import.meta.dirname, '../..')
const programs = ['service', 'widget', 'admin']
const filesIn = (program: string, which: RegExp): string[] =>
  readdirSync(join(root, program), { recursive: true, encoding: 'utf8' })
    .map((name) => `${program}/${name}`)
    .filter((name) => which.test(name))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const sources = new Map(programs.flatMap((one) => filesIn(one, /\.ts$/)).map((path) => [path, read(path)]))

/** The folder of that name among the offices holds what units write themselves. */
const isWording = (path: string): boolean => path.includes('/wording/') && !path.startsWith('service/offices/')

/** A line that gives a key its text, or its type. */
const definition = /^ +(?:readonly )?(?:'([\w./-]+)'|(\w+))\??(?=:|\()/gm

const keysIn = (text: string): string[] =>
  [...text.matchAll(definition)].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** How often each word stands in what is not the definition of a wording key. */
function countUses(): Map<string, number> {
  const uses = new Map<string, number>()
  for (const [path, text] of sources) {
    const code = text.replace(/^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
    // A word of a text is no use of the key that is called like it.
    const rest = isWording(path) ? code.replace(definition, '').replace(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, '') : code
    for (const [word] of rest.matchAll(/[\w-]+(?:[./][\w-]+)*/g)) {
      for (const part of new Set([word, ...word.split(/[./]/)])) uses.set(part, (uses.get(part) ?? 0) + 1)
    }
  }
  return uses
}

describe('the wording', () => {
  const uses = countUses()
  const wordings = [...sources].filter(([path]) => isWording(path))

  it('has no key that nothing asks for', () => {
    const inCatalogues = catalogues.flatMap(({ texts }) => keysOfTexts(texts))
    const keys = new Set([...wordings.flatMap(([, text]) => keysIn(text)), ...inCatalogues])
    expect(keys.size).toBeGreaterThan(2_000)
    // The code of a refusal is put together where it is thrown, and its type names the whole set.
    const own = [...keys].filter((key) => /^[\w.-]+$/.test(key))
    // So is the name of a sentence about a page: `snippet.no_link` of what was checked and what was found.
    const isAsked = (key: string) => uses.has(key) || key.split('.').every((part) => uses.has(part))
    expect(own.filter((key) => !isAsked(key)).toSorted()).toEqual([])
  })

  it('would miss a key that only its languages name', () => {
    const text = "  forgotten: 'Lupa',\n  'hari-ini': (days: number) => days + ' hari',\n"
    expect(keysIn(text)).toEqual(['forgotten', 'hari-ini'])
    expect(keysOfTexts({ mails: { forgotten: 'Lupa', days: ['Senin'] } })).toEqual(['mails', 'forgotten', 'days'])
  })
})
