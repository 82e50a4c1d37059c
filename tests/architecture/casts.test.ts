import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

interface Cast {
  readonly file: string
  readonly to: string
}

/** What may be a cast, among much that is none: parsing a file takes longer than to see that there is nothing like it. */
const maybeCast = /\bas\s+(?!const\b)|[=(,:?&|[{;>]\s*<|return\s*</

/** A cast is `x as T` but for `as const`; these files are parsed, not checked. */
function castsIn(file: string): readonly Cast[] {
  const text = readFileSync(join(root, file), 'utf8')
  if (!maybeCast.test(text.replace(/^\s*(?:\/\/|\/\*\*|\*).*$|^import .*$/gm, ''))) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  const found: Cast[] = []
  const visit = (node: ts.Node) => {
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      const to = node.type.getText(source)
      if (to !== 'const') found.push({ file, to })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const files = ['service', 'widget', 'admin'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('releases/'))
    .map((file) => join(folder, file)),
)
const casts = files.flatMap(castsIn)

it('few types are claimed instead of shown: fewer than 200 casts in the three programs', () => {
  expect(files.length).toBeGreaterThan(1_000)
  expect(casts.length).toBeLessThan(200)
})

it('no type is claimed by a way through `unknown` or `any`, or by a mark that hushes the compiler', () => {
  expect(casts.filter(({ to }) => to === 'unknown' || to === 'any')).toEqual([])
  const hushed = /@ts-(?:ignore|expect-error|nocheck)/
  expect(files.filter((file) => hushed.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})

it('a tenant’s id is minted in one place, by what opens or imports a tenant', () => {
  const minting = files.filter((file) => /\bmintTenantId\(/.test(readFileSync(join(root, file), 'utf8')))
  expect(new Set(casts.filter(({ to }) => to === 'TenantId').map(({ file }) => file)).size).toBeLessThanOrEqual(1)
  expect(minting.map((file) => file.split('/').at(-1)).toSorted()).toEqual([
    'import-tenant.ts',
    'place.ts',
    'practice.ts',
    'tenants.ts',
  ])
})
