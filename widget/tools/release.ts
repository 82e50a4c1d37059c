import { readdir, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildLauncher, buildWidget } from './build.ts'
import { integrityIn, newestFirst, readReleases, releasesFolder } from './releases.ts'
import { widgetVersion } from './version.ts'

/** Keeps the bytes of the version that stands in `package.json`, for pages that name it. A version is kept once. */
const [newest] = await readReleases()
if (newest && newestFirst(newest.version, widgetVersion) <= 0) {
  console.error(`${newest.version} is released. Raise the version in widget/package.json above it first.`)
  process.exit(1)
}
const outFolder = resolve(releasesFolder, widgetVersion)
await buildWidget({ outFolder })
await buildLauncher({ outFolder })
// They are made anew wherever the service is built.
const compressed = (await readdir(outFolder)).filter((name) => name.endsWith('.br'))
await Promise.all(compressed.map((name) => rm(resolve(outFolder, name))))
const integrity = JSON.stringify(await integrityIn(outFolder), null, 2)
await writeFile(resolve(outFolder, 'integrity.json'), `${integrity}\n`)
console.log(`widget ${widgetVersion} lies in ${outFolder}`)
