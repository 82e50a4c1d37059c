import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Matches “Yang” at the beginning of a text or of a sentence. */
const headless = /(?:['"`“>]|[.!?:;] )Yang [^\n]{0,60}/g

it('no text, for citizens or for staff, begins with “Yang” and leaves out what it speaks of', () => {
  const sources = ['admin', 'service', 'widget'].flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  )
  expect(sources.length).toBeGreaterThan(500)
  const found = sources.flatMap((path) =>
    [...readFileSync(resolve(root, path), 'utf8').matchAll(headless)].map(([text]) => `${path}: ${text}`),
  )
  expect(found).toEqual([])
})
