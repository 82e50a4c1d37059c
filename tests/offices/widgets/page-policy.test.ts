import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  allows,
  amendPolicy,
  type PagePolicy,
  policiesIn,
  type Use,
} from '../../../service/offices/widgets/seen-page.ts'

const page = new URL('https://kantor.example/pengaduan')
const script = new URL('https://aduan.example/widget/v1/aduan.js')
const header = (text: string): PagePolicy => ({ where: 'header', text })
const both: readonly Use[] = ['script', 'connect']

describe('a page lets a script of the service run', () => {
  it.each([
    'default-src *',
    'script-src https:',
    'script-src https://aduan.example',
    'SCRIPT-SRC HTTPS://ADUAN.EXAMPLE',
    'script-src aduan.example',
    'script-src *.example',
    'script-src https://aduan.example:443',
    'script-src https://aduan.example:*',
    'script-src https://aduan.example/widget/',
    'script-src https://aduan.example/widget/v1/aduan.js',
    "img-src 'none'",
    "script-src 'none'; script-src-elem https://aduan.example",
    "script-src https://aduan.example; script-src 'none'",
    "script-src 'nonce-abc'",
    "script-src 'nonce-abc' 'strict-dynamic'",
    "script-src 'sha384-xyz'",
    '',
  ])('under “%s”', (text) => {
    expect(allows(header(text), 'script', script, page, { nonce: 'abc', integrity: 'sha384-xyz' })).toBe(true)
  })

  it.each([
    "default-src 'self'",
    "default-src 'none'",
    'script-src http://lain.example',
    'script-src https://aduan.example:8443',
    'script-src https://aduan.example/lain/',
    'script-src *.aduan.example',
    'script-src https://xaduan.example',
    "script-src 'nonce-lain'",
    "script-src https://aduan.example 'strict-dynamic'",
    'sandbox allow-forms',
    'script-src data:',
    'script-src',
  ])('but not under “%s”', (text) => {
    expect(allows(header(text), 'script', script, page)).toBe(false)
  })

  it('of its own site when it carries the service itself', () => {
    const own = new URL('https://aduan.example/halaman')
    expect(allows(header("script-src 'self'"), 'script', script, own)).toBe(true)
  })
})

describe('the lines that a page needs', () => {
  it.each([
    ["default-src 'none'", "default-src 'none'; script-src https://aduan.example; connect-src https://aduan.example"],
    [
      "default-src 'self'; img-src *",
      "default-src 'self'; img-src *; script-src 'self' https://aduan.example; connect-src 'self' https://aduan.example",
    ],
    [
      "script-src 'self' 'nonce-abc'; connect-src 'none'; object-src 'none'",
      "script-src 'self' 'nonce-abc' https://aduan.example; connect-src https://aduan.example; object-src 'none'",
    ],
    ['script-src https:; connect-src https:', 'script-src https:; connect-src https:'],
    [
      "require-trusted-types-for 'script'; trusted-types dompurify",
      "require-trusted-types-for 'script'; trusted-types dompurify lit-html",
    ],
  ])('“%s” becomes “%s”', (before, after) => {
    expect(amendPolicy(header(before), both, 'https://aduan.example', page)).toBe(after)
    for (const use of both) expect(allows(header(after), use, script, page)).toBe(true)
  })

  it('are told for each policy, of which one header line may hold two', () => {
    expect(policiesIn(["default-src 'self', img-src *"], ["script-src 'self'"])).toEqual([
      { where: 'header', text: "default-src 'self'" },
      { where: 'header', text: 'img-src *' },
      { where: 'meta', text: "script-src 'self'" },
    ])
  })
})

it('adds to the strictest policy just what the example of one says', async () => {
  const example = resolve(import.meta.dirname, '../../../examples/strict-csp/header.txt')
  const strictest = { where: 'header', text: "default-src 'none'" } as const
  const added = amendPolicy(
    strictest,
    ['script', 'connect'],
    'http://localhost:8080',
    new URL('https://dinas.example/'),
  )
  expect(await readFile(example, 'utf8')).toBe(`Content-Security-Policy: ${added}\n`)
})
