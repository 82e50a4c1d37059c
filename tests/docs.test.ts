import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const below = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
const top = readdirSync(root).filter((file) => file.endsWith('.md'))
const pages = [
  ...top,
  ...[...below('docs'), ...below('examples')].filter((file) => file.endsWith('.md')),
  'widget/README.md',
]

/** The name by which a link reaches a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (file: string): readonly string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!))

function leadsNowhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, target))) return true
  return anchor !== undefined && !anchorsOf(target).includes(anchor)
}

describe('the pages for readers', () => {
  it.each(pages)('%s links to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, link]) => link!)
    expect(links.filter((link) => leadsNowhere(page, link))).toEqual([])
  })

  it.each(pages)('%s names only files that are there', (page) => {
    const named = read(page).matchAll(/`((?:service|widget|admin|tests|docs|examples)\/[\w./@-]+)`/g)
    expect([...named].map(([, file]) => file!).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  it('can be reached from the first one', () => {
    const reached = new Set(['README.md'])
    for (const page of reached)
      for (const [, link] of read(page).matchAll(/\]\((?![a-z]+:)([^)#\s]+\.md)(?:#[^)]*)?\)/g))
        reached.add(join(dirname(page), link!))
    expect(pages.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([])
  })

  it('say it in few lines: the first one in 100', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(100)
  })

  it('say what a contributor needs on two pages, and what the first version brought in 60 lines', () => {
    expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(100)
    const [, first = ''] = read('CHANGELOG.md').split(/^## 1\.0\.0.*$/m)
    const [lines = ''] = first.split(/^## /m)
    expect(lines.trim().split('\n').length).toBeGreaterThan(10)
    expect(lines.trim().split('\n').length).toBeLessThanOrEqual(60)
  })

  it('have pictures that load on a slow line', () => {
    const pictures = below('docs/pictures').filter((file) => file.endsWith('.png'))
    expect(pictures.length).toBeGreaterThan(5)
    expect(pictures.filter((file) => statSync(join(root, file)).size > 150_000)).toEqual([])
  })

  it('name every setting that the service reads', () => {
    const asking = below('service').filter((file) => file.endsWith('-config.ts') || file.endsWith('/config.ts'))
    const names = asking.flatMap((file) =>
      [...read(file).matchAll(/\b(?:given|key|url|pair|whole|choice|clamd|socketAddresses)\(([^)]*)/g)].flatMap(
        ([, asked]) => [...asked!.matchAll(/'([A-Z][A-Z0-9_]{3,})'/g)].map(([, name]) => name!),
      ),
    )
    expect(new Set(names).size).toBeGreaterThan(40)
    const known = read('docs/operate/settings.md') + read('docs/operate/runbook.md')
    const isNamed = (name: string) =>
      known.includes(`\`${name}\``) || (name.startsWith('OTEL_') && known.includes('`OTEL_'))
    expect([...new Set(names)].filter((name) => !isNamed(name))).toEqual([])
  })
})
