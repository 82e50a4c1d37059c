import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Metafile } from 'esbuild'
import { buildAdmin, outputOf, withStaticImports } from './build.ts'

/** Script that a person waits for before the register shows, in bytes of brotli. */
export const budget = 65_000

/** What a page or a language may bring of its own, in bytes of brotli; what every page starts with is no page's own. */
export const pageBudget = 25_000

export const neededForRegister = (metafile: Metafile): ReadonlySet<string> =>
  new Set(
    ['admin/index.ts', 'admin/wording/id.ts', 'admin/register/register-page.ts'].flatMap((source) => [
      ...withStaticImports(metafile, outputOf(metafile, source)),
    ]),
  )

export interface Measured {
  readonly file: string
  readonly bytes: number
  readonly isNeededFirst: boolean
  readonly isStart: boolean
}

/** Builds into a folder of its own and weighs every script as it is sent. */
export async function measureAdmin(): Promise<readonly Measured[]> {
  const outFolder = await mkdtemp(join(tmpdir(), 'aduan-admin-'))
  try {
    return await weighScripts(await buildAdmin({ outFolder }))
  } finally {
    await rm(outFolder, { recursive: true })
  }
}

export function weighScripts(metafile: Metafile): Promise<readonly Measured[]> {
  const first = neededForRegister(metafile)
  const start = withStaticImports(metafile, outputOf(metafile, 'admin/index.ts'))
  const scripts = Object.keys(metafile.outputs).filter((file) => file.endsWith('.js'))
  return Promise.all(
    scripts.map(async (file) => ({
      file: basename(file),
      bytes: (await readFile(resolve(import.meta.dirname, '..', `${file}.br`))).length,
      isNeededFirst: first.has(file),
      isStart: start.has(file),
    })),
  )
}

export const firstLoad = (measured: readonly Measured[]): number =>
  measured.filter(({ isNeededFirst }) => isNeededFirst).reduce((sum, { bytes }) => sum + bytes, 0)

export const tooLarge = (measured: readonly Measured[]): readonly Measured[] =>
  measured.filter(({ bytes, isStart }) => !isStart && bytes > pageBudget)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const measured = await measureAdmin()
  for (const { file, bytes, isNeededFirst } of measured) {
    console.log(`${String(bytes).padStart(8)} ${isNeededFirst ? '*' : ' '} ${file}`)
  }
  console.log(
    `${String(firstLoad(measured)).padStart(8)} * admin, first load to the register, of ${budget} bytes of brotli`,
  )
  for (const { file, bytes } of tooLarge(measured)) console.log(`${file}: ${bytes} of ${pageBudget} bytes of brotli`)
  if (firstLoad(measured) > budget || tooLarge(measured).length > 0) process.exitCode = 1
}
