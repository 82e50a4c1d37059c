import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const LONGEST_FUNCTION = 80
const LONGEST_FILE = 350

/** Texts that people read are lists as long as there is to read. They lie in folders called `wording`. */
const isText = (file: string): boolean => file.split('/').includes('wording')

const filesIn = (...folders: readonly string[]) =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => /\.(?:ts|css)$/.test(file) && !file.startsWith('widget/releases/')),
  )

const files = filesIn('service', 'widget', 'admin')

const linesOf = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length - 1

interface Length {
  readonly what: string
  readonly lines: number
}

/** A function begins where its name or its parameters do: comments above it do not count. */
function functionsIn(file: string): readonly Length[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const found: Length[] = []
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = lineOf(node.getStart(source))
      found.push({ what: `${file}:${first}`, lines: lineOf(node.end) - first + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const longerThan = (most: number, lengths: readonly Length[]): readonly string[] =>
  lengths.filter(({ lines }) => lines > most).map(({ what, lines }) => `${what} has ${lines} lines`)

it('no function of the three programs, of what tests share, or of the benchmarks is longer than 80 lines', () => {
  // A shorter file has no longer function, and parsing takes most of the time.
  const parsed = [...files, ...filesIn('tests/support', 'tests/bench')].filter(
    (file) => file.endsWith('.ts') && linesOf(file) > LONGEST_FUNCTION,
  )
  const functions = parsed.flatMap(functionsIn)
  expect(functions.length).toBeGreaterThan(5_000)
  expect(longerThan(LONGEST_FUNCTION, functions)).toEqual([])
})

it('no file of the three programs is longer than 350 lines, but for texts', () => {
  const lengths = files.filter((file) => !isText(file)).map((file) => ({ what: file, lines: linesOf(file) }))
  expect(lengths.length).toBeGreaterThan(1_000)
  expect(longerThan(LONGEST_FILE, lengths)).toEqual([])
})
