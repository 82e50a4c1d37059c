import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** Where the bytes of each version lie that pages may name: `releases/1.2.3/`. Nothing in it is ever changed. */
export const releasesFolder = resolve(import.meta.dirname, '../releases')

/** A released version with the SHA-384 of each of its scripts, as a page writes it into `integrity`. */
export interface Release {
  readonly version: string
  readonly integrity: Readonly<Record<string, string>>
}

/** `1.10.0` is newer than `1.9.3`. */
export function newestFirst(one: string, other: string): number {
  const [mine, theirs] = [one, other].map((version) => version.split('.').map(Number))
  const at = [0, 1, 2].find((part) => mine?.[part] !== theirs?.[part])
  return at === undefined ? 0 : (theirs?.[at] ?? 0) - (mine?.[at] ?? 0)
}

/** Every released version, the newest first. */
export async function readReleases(folder = releasesFolder): Promise<readonly Release[]> {
  const found = await readdir(folder).catch(() => [])
  const versions = found.filter((name) => /^\d+\.\d+\.\d+$/.test(name)).toSorted(newestFirst)
  return Promise.all(
    versions.map(async (version) => ({ version, integrity: await integrityIn(resolve(folder, version)) })),
  )
}

/** SHA-384 of each script in a folder, by its name. */
export async function integrityIn(folder: string): Promise<Record<string, string>> {
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js')).toSorted()
  const hashes = scripts.map(async (name) => {
    const hash = createHash('sha384').update(await readFile(resolve(folder, name)))
    return [name, `sha384-${hash.digest('base64')}`] as const
  })
  return Object.fromEntries(await Promise.all(hashes))
}
