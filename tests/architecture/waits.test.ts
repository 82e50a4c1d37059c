import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const tests = resolve(import.meta.dirname, '..')
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const textOf = (file: string) => readFileSync(join(tests, file), 'utf8')

/** Vitest gives up these waits after a second. A clock that the test moves itself needs no patience. */
function hastyWaitsIn(file: string): readonly string[] {
  const text = textOf(file)
  if (!/vi\.wait(For|Until)\(/.test(text) || text.includes('vi.useFakeTimers(')) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const isHasty = ts.isCallExpression(node) && node.arguments.length < 2
    if (isHasty && /^vi\.wait(For|Until)$/.test(node.expression.getText(source))) {
      found.push(`${file}: ${node.getText(source)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('each wait says how long it lasts: a second is little for a service on a busy machine', () => {
  expect(files.flatMap(hastyWaitsIn)).toEqual([])
})

it('each project says how long its polls last', () => {
  const projects = files.filter((file) => /vitest\S*\.config\.ts$/.test(file) && file !== 'vitest.config.ts')
  expect(projects.length).toBeGreaterThan(7)
  for (const project of projects) expect(textOf(project), project).toMatch(/expect: \{ poll: \{ timeout: \d+_000 \} \}/)
})
