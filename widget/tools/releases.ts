import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Plugin, transform } from 'esbuild'
import { shrinkLit } from './small-lit.ts'

/** Holds a folder of scripts for each kept version, and `hashes.json`. Neither is ever changed. */
export const releasesFolder = resolve(import.meta.dirname, '../releases')

/** SHA-384 of each script by its name, as a page writes it into `integrity`. */
export type Hashes = Readonly<Record<string, string>>

export interface Release {
  readonly version: string
  readonly integrity: Hashes
}

const recordIn = (folder: string): string => resolve(folder, 'hashes.json')

/** Reads every kept version from the record, the newest first. */
export async function readReleases(folder = releasesFolder): Promise<readonly Release[]> {
  const record: Readonly<Record<string, Hashes>> = JSON.parse(await readFile(recordIn(folder), 'utf8'))
  return Object.entries(record)
    .map(([version, integrity]) => ({ version, integrity }))
    .toSorted((one, other) => compareVersions(one.version, other.version))
}

/**
 * Keeps what `build` writes as a version for pages that name it, and records its hashes.
 *
 * @throws Error where the version, or a newer one, is kept already
 */
export async function keepRelease(
  version: string,
  build: (outFolder: string) => Promise<unknown>,
  folder = releasesFolder,
): Promise<Release> {
  const releases = await readReleases(folder)
  const [newest] = releases
  if (newest && compareVersions(newest.version, version) <= 0) {
    throw new Error(`${newest.version} is kept. Raise the version in widget/package.json above it first.`)
  }
  const outFolder = resolve(folder, version)
  await mkdir(outFolder)
  await build(outFolder)
  const others = (await readdir(outFolder)).filter((name) => !name.endsWith('.js'))
  await Promise.all(others.map((name) => rm(resolve(outFolder, name))))
  const release = { version, integrity: await hashScripts(outFolder) }
  const record = Object.fromEntries([release, ...releases].map((one) => [one.version, one.integrity]))
  await writeFile(recordIn(folder), `${JSON.stringify(record, null, 2)}\n`)
  return release
}

export async function hashScripts(folder: string): Promise<Hashes> {
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js')).toSorted()
  const hashes = scripts.map(async (name) => {
    const hash = createHash('sha384').update(await readFile(resolve(folder, name)))
    return [name, `sha384-${hash.digest('base64')}`] as const
  })
  return Object.fromEntries(await Promise.all(hashes))
}

/** Compares versions by their numbers: `1.10.0` comes before `1.9.3`. */
export function compareVersions(one: string, other: string): number {
  const [mine, theirs] = [one, other].map((version) => version.split('.').map(Number))
  const at = [0, 1, 2].find((part) => mine?.[part] !== theirs?.[part])
  return at === undefined ? 0 : (theirs?.[at] ?? 0) - (mine?.[at] ?? 0)
}

/** The version of the sources, `1.2.3`. */
export const widgetVersion: string = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'),
).version

/**
 * Makes few and small scripts. Each part that is fetched later imports the entry, so that everything shared lies in one
 * script. Otherwise esbuild makes a script for every combination of parts.
 */
export const shapeScripts = (entry: string, parts: readonly string[]): Plugin => ({
  name: 'shape-scripts',
  setup(build) {
    build.onLoad({ filter: /\/widget\/.*\.ts$/ }, async ({ path }) => {
      const source = await withSmallSheets(await readFile(path, 'utf8'))
      const leaning = parts.includes(path) ? `import ${JSON.stringify(entry)}\n` : ''
      // Line ends stay, because they end statements. Indentation means nothing, neither in TypeScript nor in HTML.
      return { contents: leaning + withPlainCalls(source).replace(/\n\s+/g, '\n'), loader: 'ts' }
    })
    build.onLoad({ filter: /\/lit-html\/lit-html\.js$/ }, async ({ path }) => ({
      contents: shrinkLit(await readFile(path, 'utf8')),
      loader: 'js',
    }))
  },
})

/**
 * Calls `@reactive` as a plain function for all properties of the file's element. esbuild's way to decorate takes more
 * bytes than the function.
 */
function withPlainCalls(source: string): string {
  const names = [...source.matchAll(/@reactive (?:override |private )*(\w+)/g)].map(([, name]) => name)
  const calls = `static { for (const name of ${JSON.stringify(names)}) reactive(this.prototype, name) }\n`
  return source.replace('@reactive ', calls).replaceAll('@reactive ', '')
}

/** Minifies the style sheets inside css`…`, which are text to a minifier of scripts. */
async function withSmallSheets(source: string): Promise<string> {
  let small = source
  for (const [, sheet = ''] of source.matchAll(/css`([^`$]*)`/g)) {
    const { code } = await transform(sheet, { loader: 'css', minify: true })
    small = small.replace(sheet, () => withSmallValues(code.trim()))
  }
  return small
}

/**
 * esbuild leaves custom properties as they are, because they take any text. Ours hold values, in which these spaces
 * mean nothing.
 */
const withSmallValues = (sheet: string) => sheet.replace(/(--[\w-]+:|[,(]) /g, '$1').replaceAll(' )', ')')
