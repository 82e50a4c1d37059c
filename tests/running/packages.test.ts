import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** One is found by its file, and the other is what a package that is imported asks for beside it. */
const notImported = ['@expo-google-fonts/source-sans-3', 'zod']

async function importedPackages(): Promise<readonly string[]> {
  const folder = join(root, 'dist/service')
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const found = texts.flatMap((text) => [
    ...text.matchAll(/\b(?:from|import) ?\(?"((?:@[a-z][\w.-]*\/)?[a-z][\w.-]*)(?:\/[^"\n]*)?"/g),
  ])
  return [...new Set(found.map(([, name = '']) => name))]
}

it('the built service imports all of its run-time packages, and none that is there for building and testing', async () => {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  expect([...(await importedPackages()), ...notImported].toSorted()).toEqual(Object.keys(dependencies).toSorted())
})

it('every package has one exact version', async () => {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Readonly<Record<string, string>>
  >
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

it('the table of packages names each that the service runs with', async () => {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  const [table = ''] = (await readFile(join(root, 'docs/dependencies.md'), 'utf8')).split('\n## ')
  const named = table.split('\n').filter((line) => line.startsWith('| `'))
  const names = named.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name))
  expect(names.toSorted()).toEqual(Object.keys(dependencies).toSorted())
})
