import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { layOutReleases } from '../../widget/tools/build.ts'
import { keepRelease } from '../../widget/tools/releases.ts'

const dist = resolve(import.meta.dirname, '../../dist')

export interface BuildWithARelease {
  readonly folder: string
  readonly version: string
  remove(): Promise<void>
}

/** A copy of the build that has also kept today's widget as a version, whatever versions the repository has kept. */
export async function aBuildWithARelease(version = '2.3.4'): Promise<BuildWithARelease> {
  // Inside the repository, where the copied programs find their packages.
  const folder = await mkdtemp(join(dist, 'with-a-release-'))
  for (const part of ['service', 'public', 'assets.json', 'bom.cdx.json', 'NOTICES.txt']) {
    await cp(join(dist, part), join(folder, part), { recursive: true })
  }
  const widget = join(folder, 'public', 'widget')
  const releases = join(folder, 'releases')
  await mkdir(releases)
  await writeFile(join(releases, 'hashes.json'), '{}')
  await keepRelease(version, (outFolder) => copyForm(join(widget, 'v1'), outFolder), releases)
  await layOutReleases(widget, releases)
  return { folder, version, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Copies the form's own scripts: its two entries, and the parts that bear a hash in their names. */
async function copyForm(from: string, to: string): Promise<void> {
  const names = (await readdir(from)).filter((name) => /^(aduan|button|[\w-]+-[A-Z0-9]{8})\.js$/.test(name))
  for (const name of names) await cp(join(from, name), join(to, name))
  // A part that the build of today no longer has.
  await writeFile(join(to, 'part-of-then-0A1B2C3D.js'), 'export {}')
}
