import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { minify as tighten } from 'terser'
import { textsPlugin } from '../../service/shared/texts/texts-plugin.ts'
import { readReleases, releasesFolder, shapeScripts, widgetVersion } from './releases.ts'

const folder = resolve(import.meta.dirname, '..')
const entry = resolve(folder, 'index.ts')

/** The parts that are fetched only when somebody needs them. */
const parts = [
  'aduan-widget/idle/index.ts',
  'aduan-widget/trouble/index.ts',
  'element/dialog/index.ts',
  'filing/aloud/index.ts',
  'filing/evidence/index.ts',
  'filing/keep/index.ts',
  'filing/policy/index.ts',
  'filing/proof/solve-proof.ts',
  'filing/questions/index.ts',
  'filing/sealing/index.ts',
  'filing/personal/index.ts',
  'filing/similar/index.ts',
  'filing/voice/disguise-voice.ts',
  'filing/voice/index.ts',
  'follow/index.ts',
].map((part) => resolve(folder, part))

/** The options that all scripts for pages share. */
export const script = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'none',
  tsconfig: resolve(folder, '../tsconfig.json'),
  define: { WIDGET_VERSION: JSON.stringify(widgetVersion) },
  plugins: [textsPlugin],
} satisfies BuildOptions

const compress = promisify(brotliCompress)

export interface WidgetBuild {
  /** The folder for `aduan.js`, its hashed chunks, and a `.br` beside each. */
  readonly outFolder: string
  readonly minify?: boolean
}

/**
 * Builds the widget: an entry with a fixed name, and chunks that are named after their content and can be cached for
 * ever. Each is compressed here, because the service does not compress while it serves.
 */
export async function buildWidget({ outFolder, minify = true }: WidgetBuild): Promise<Metafile> {
  const { metafile } = await build({
    ...script,
    absWorkingDir: resolve(folder, '..'),
    entryPoints: { aduan: entry },
    outdir: outFolder,
    splitting: true,
    minify,
    plugins: [...script.plugins, shapeScripts(entry, parts)],
    chunkNames: '[name]-[hash]',
    metafile: true,
  })
  const outputs = await joinEntry(metafile.outputs)
  const files = Object.keys(outputs).map((file) => resolve(folder, '..', file))
  if (minify) for (const file of files) await rename(file)
  await Promise.all(files.map(writeCompressed))
  return { ...metafile, outputs }
}

/**
 * esbuild puts what later parts share with the entry into a chunk, and leaves an entry of one line that fetches it.
 * Gives the chunk the name of the entry: that saves a request, and the `integrity` of the entry covers everything that
 * files a complaint.
 */
async function joinEntry(outputs: Metafile['outputs']): Promise<Metafile['outputs']> {
  const pathOf = (file: string) => resolve(folder, '..', file)
  const names = Object.keys(outputs)
  const entryName = names.find((file) => basename(file) === 'aduan.js')
  const [shared, ...others] = (entryName && outputs[entryName]?.imports) || []
  if (!entryName || !shared || others.length > 0) throw new Error('The entry of the widget is not one import.')
  const renamed = (text: string) => text.replaceAll(basename(shared.path), basename(entryName))
  const joined: Metafile['outputs'] = {}
  for (const name of names.filter((one) => one !== entryName)) {
    const source = renamed(await readFile(pathOf(name), 'utf8'))
    const { imports, ...output } = outputs[name] ?? { imports: [], exports: [], inputs: {}, bytes: 0 }
    if (name === shared.path) await rm(pathOf(name))
    await writeFile(pathOf(renamed(name)), source)
    joined[renamed(name)] = { ...output, imports: imports.map((one) => ({ ...one, path: renamed(one.path) })) }
  }
  return joined
}

/** Minifies the names inside a script, which makes it a hundredth smaller than the bundler does. */
async function rename(file: string): Promise<void> {
  const { code = '' } = await tighten(await readFile(file, 'utf8'), {
    module: true,
    ecma: 2022,
    compress: { passes: 4, inline: 1 },
  })
  await writeFile(file, code)
}

/** Builds `kiosk.js`, which the page of a kiosk runs before the widget. */
export const buildKiosk = (to: WidgetBuild): Promise<void> => buildAlone('kiosk', 'kiosk/index.ts', to)

/** Builds `button.js`, which fetches the widget when somebody is about to use it. */
export const buildLauncher = (to: WidgetBuild): Promise<void> => buildAlone('button', 'launcher/index.ts', to)

/** Builds `embed.js`, by which a framed form tells the page around it its height. */
export const buildEmbed = (to: WidgetBuild): Promise<void> => buildAlone('embed', 'embed/index.ts', to)

/** Builds `preview.js`, by which a page shows the form to its office and sends nothing. */
export const buildPreview = (to: WidgetBuild): Promise<void> => buildAlone('preview', 'preview/index.ts', to)

/** Builds `stats.js`, by which a page shows a unit's public statistics. */
export const buildStats = (to: WidgetBuild): Promise<void> => buildAlone('stats', 'stats/index.ts', to)

async function buildAlone(name: string, source: string, { outFolder, minify = true }: WidgetBuild): Promise<void> {
  await build({
    ...script,
    entryPoints: { [name]: resolve(folder, source) },
    outdir: outFolder,
    minify,
    plugins: [...script.plugins, shapeScripts(entry, [])],
  })
  await writeCompressed(resolve(outFolder, `${name}.js`))
}

/**
 * Lays out every kept version as it is served, `1.2.3/aduan.js`, with `versions.json` beside them. The scripts of all
 * versions also lie in `v1/`, where a page that was open during an update looks for its parts.
 */
export async function layOutReleases(outFolder: string, keptIn = releasesFolder): Promise<void> {
  const releases = await readReleases(keptIn)
  for (const { version, integrity } of releases) {
    for (const name of Object.keys(integrity)) {
      const isEntry = name === 'aduan.js' || name === 'button.js'
      for (const place of isEntry ? [version] : [version, 'v1']) {
        await mkdir(resolve(outFolder, place), { recursive: true })
        const file = resolve(outFolder, place, name)
        await copyFile(resolve(keptIn, version, name), file)
        await writeCompressed(file)
      }
    }
  }
  await writeFile(resolve(outFolder, 'versions.json'), JSON.stringify(releases))
}

async function writeCompressed(file: string): Promise<void> {
  const source = await readFile(file)
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  await writeFile(`${file}.br`, await compress(source, { params: quality }))
}
