import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { buildAdmin } from '../../admin/build.ts'
import {
  buildEmbed,
  buildKiosk,
  buildLauncher,
  buildPreview,
  buildStats,
  buildWidget,
  layOutReleases,
} from '../../widget/tools/build.ts'
import { buildStoreThread } from '../adapters/sqlite/build-store-thread.ts'
import { buildPages } from '../http/pages/build-pages.ts'
import { nodeBuild } from '../shared/free-room.ts'
import { declareTexts } from '../shared/texts/declare-texts.ts'
import { buildGuides, buildIcons, writeMaterials } from './built-files.ts'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'dist')
const done = join(built, 'done')

/** Builds all three programs into `dist/`; with `--if-stale` only if a source is newer than the last build. */
async function buildAll(): Promise<void> {
  await rm(built, { recursive: true, force: true })
  declareTexts()
  const publicFolder = join(built, 'public')
  await mkdir(publicFolder, { recursive: true })
  const [pages] = await Promise.all([
    buildPages(join(publicFolder, 'pages')),
    buildWidget({ outFolder: join(publicFolder, 'widget', 'v1') }),
    buildKiosk({ outFolder: join(publicFolder, 'widget', 'v1') }),
    buildEmbed({ outFolder: join(publicFolder, 'widget', 'v1') }),
    buildPreview({ outFolder: join(publicFolder, 'widget', 'v1') }),
    buildLauncher({ outFolder: join(publicFolder, 'widget', 'v1') }),
    buildStats({ outFolder: join(publicFolder, 'widget', 'v1') }),
    buildAdmin({ outFolder: join(publicFolder, 'admin') }),
    buildGuides(join(publicFolder, 'guides')),
    buildService(),
    buildStoreThread(join(built, 'service')),
  ])
  await buildIcons(join(publicFolder, 'admin', 'assets'))
  await layOutReleases(join(publicFolder, 'widget'))
  await copyFile(join(root, 'widget/custom-elements.json'), join(publicFolder, 'widget/custom-elements.json'))
  const assets = Object.fromEntries(Object.entries(pages).map(([name, file]) => [name, `/pages/${file}`]))
  const scripts = {
    widgetJs: '/widget/v1/aduan.js',
    kioskJs: '/widget/v1/kiosk.js',
    embedJs: '/widget/v1/embed.js',
    previewJs: '/widget/v1/preview.js',
  }
  await writeFile(join(built, 'assets.json'), JSON.stringify({ ...assets, ...scripts }))
  await writeMaterials(root, built)
  await writeFile(done, '')
}

async function buildService(): Promise<void> {
  const { metafile } = await build({
    ...nodeBuild,
    entryPoints: ['main.ts', 'aduan.ts', 'adapters/sharp/picture-program.ts', 'adapters/sax/sheet-program.ts'].map(
      (entry) => join(root, 'service', entry),
    ),
    outdir: join(built, 'service'),
    splitting: true,
    metafile: true,
  })
  const programs = Object.keys(metafile.outputs).filter((name) => name.endsWith('.js'))
  for (const name of programs) await writeFile(name, inAscii(await readFile(name, 'utf8')))
}

/**
 * One letter beyond Latin-1 makes the engine hold a whole program in two bytes a letter. esbuild leaves them in regular
 * expressions and in templates with a tag, where an escape means the same; a template read by `String.raw` becomes a
 * regular expression.
 */
const inAscii = (program: string): string =>
  program.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

async function isStale(): Promise<boolean> {
  const last = await stat(done).catch(() => null)
  if (!last) return true
  const folders = ['service', 'widget', 'admin'].map((folder) => join(root, folder))
  const names = (await Promise.all(folders.map(filesIn))).flat()
  const sources = await Promise.all([...names, join(root, 'package-lock.json')].map((name) => stat(name)))
  return sources.some(({ mtimeMs }) => mtimeMs > last.mtimeMs)
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

if (!process.argv.includes('--if-stale') || (await isStale())) await buildAll()
