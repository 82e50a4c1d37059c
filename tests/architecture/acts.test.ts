import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const [, guide = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split('## How to add a case action\n')

const files = ['service', 'widget', 'admin', 'tests/support', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(?:ts|md)$/.test(file) && !file.startsWith('widget/releases/')),
)

describe('an act on a case', () => {
  it('is added in the files that the guide lists, and in no more than eight', () => {
    const [, name = ''] = /The worked example is `([\w-]+)`/.exec(guide) ?? []
    const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const naming = files.filter((file) =>
      new RegExp(`['"\`/]${name}\\b|\\b${camel}`).test(readFileSync(join(root, file), 'utf8')),
    )
    const listed = [...guide.matchAll(/^- (.*?):/gm)].flatMap(([, paths = '']) =>
      [...paths.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    )
    expect(naming.toSorted()).toEqual(listed.toSorted())
    expect(naming.length).toBeLessThanOrEqual(8)
  })
})
