import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { optionalFields } from '../../service/case/shape/story-fields.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const guide = read('CONTRIBUTING.md')

const files = ['service', 'widget', 'admin', 'examples', 'tests', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(?:ts|tsx|js|mjs|html|json|ya?ml|sh|csv|md|css)$/.test(file))
    .filter((file) => !file.startsWith('widget/releases/') && !file.includes('node_modules'))
    // A text counts once: what other languages say has the same keys, and may come later.
    .filter((file) => !/\/texts\/(?!id\/)\w+\//.test(file)),
)
const sources = [...files, 'CONTRIBUTING.md', 'README.md'].map((file) => ({ file, text: read(file) }))

/** A name also hides inside a longer one, and in other spellings: `placeOfEvent` in `placeOfEventHint` and `PLACE_OF_EVENT`. */
const patternOf = (name: string): RegExp =>
  new RegExp(
    name.replace(/[A-Z]/g, (letter) => `[-_]?${letter}`),
    'i',
  )

const listFilesNaming = (name: string): string[] =>
  sources.filter(({ text }) => patternOf(name).test(text)).map(({ file }) => file)

describe('a field of a complaint', () => {
  it.each(optionalFields.filter(({ kind }) => kind === 'line' || kind === 'text'))(
    'costs at most 15 files: $name',
    ({ name }) => {
      const naming = listFilesNaming(name)
      expect(naming).toContain('service/case/shape/story-fields.ts')
      expect(naming.length, naming.join('\n')).toBeLessThanOrEqual(15)
    },
  )

  it('is added in the files that the guide lists', () => {
    const [, section = ''] = guide.split('## How to add a field of a complaint\n')
    const [example = ''] = section.split('\n## ')
    const [, name = ''] = /The worked example is [^`]*`(\w+)`/.exec(example) ?? []
    const listed = [...example.matchAll(/^- (.*?):/gm)].flatMap(([, paths = '']) =>
      [...paths.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    )
    expect(listed.toSorted()).toEqual(listFilesNaming(name).toSorted())
  })
})
