import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { programs } from '../support/built-program.ts'

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

/** Libraries that few requests need, and that take memory of every process once they are loaded. */
const loadedOnUse = [
  ...['@hyzyla/pdfium', '@photostructure/sqlite', '@simplewebauthn/server', 'aws4fetch', 'fflate', 'file-type'],
  ...['fontkit', 'imapflow', 'mailparser', 'mongoose', 'nodemailer', 'openid-client', 'parse5', 'pdfkit', 'resend'],
  ...['sax', 'sharp'],
]

/** Packages that the service imports before it listens: those of its program, and of each file that it imports. */
async function packagesOfTheStart(): Promise<ReadonlySet<string>> {
  const folder = join(root, 'dist/service')
  const packages = new Set<string>()
  const files = new Set(['main.js'])
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8')
    for (const [, name = ''] of text.matchAll(/^(?:import|export|\}) ?(?:[^"\n(]*\bfrom )?"([^"\n]+)";$/gm)) {
      if (name.startsWith('./')) files.add(name.slice(2))
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
    }
  }
  return packages
}

it('a start loads no library that few requests need', async () => {
  const packages = await packagesOfTheStart()
  expect([...packages]).toEqual(expect.arrayContaining(['hono', 'jose', 'pino', 'prom-client']))
  expect(loadedOnUse.filter((name) => packages.has(name))).toEqual([])
})

/** Tests build programs of their own beside the delivered ones. */
const isOfTests = (name: string): boolean =>
  name.startsWith('of-tests-') || programs.some((program) => name === `${program}.js`)

it('the engine holds the text of the service in one byte a letter', async () => {
  const folder = join(root, 'dist/service')
  const delivered = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.js') && !isOfTests(name),
  )
  expect(delivered).toContain('main.js')
  for (const name of delivered) expect(await readFile(join(folder, name), 'latin1'), name).toMatch(/^[\0-\x7f]*$/)
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
