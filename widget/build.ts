import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { shapeScripts } from './shape-scripts.ts'

const folder = import.meta.dirname
const entry = resolve(folder, 'index.ts')

/** What is fetched only when somebody needs it. */
const parts = ['evidence/index.ts', 'follow/index.ts', 'idle/index.ts', 'messages/en.ts', 'proof/solve-proof.ts'].map(
  (part) => resolve(folder, part),
)

const script = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'none',
  tsconfig: resolve(folder, '../tsconfig.json'),
} satisfies BuildOptions

const compress = promisify(brotliCompress)

export interface WidgetBuild {
  /** Folder that takes `aduan.js`, its hashed chunks, and a `.br` beside each. */
  readonly outFolder: string
  readonly minify?: boolean
}

/**
 * Builds the widget: one entry with a lasting name, and chunks whose names follow their content and can be cached for
 * ever. Each is compressed beforehand, because the service does not compress while it serves.
 */
export async function buildWidget({ outFolder, minify = true }: WidgetBuild): Promise<Metafile> {
  const { metafile } = await build({
    ...script,
    absWorkingDir: resolve(folder, '..'),
    entryPoints: { aduan: entry },
    outdir: outFolder,
    splitting: true,
    minify,
    plugins: [shapeScripts(entry, parts)],
    chunkNames: '[name]-[hash]',
    metafile: true,
  })
  await Promise.all(Object.keys(metafile.outputs).map((file) => writeCompressed(resolve(folder, '..', file))))
  return metafile
}

/** Builds `kiosk.js`, which a kiosk's page fetches before the widget. */
export async function buildKiosk({ outFolder, minify = true }: WidgetBuild): Promise<void> {
  await build({ ...script, entryPoints: { kiosk: resolve(folder, 'kiosk/index.ts') }, outdir: outFolder, minify })
  await writeCompressed(resolve(outFolder, 'kiosk.js'))
}

async function writeCompressed(file: string): Promise<void> {
  const source = await readFile(file)
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  await writeFile(`${file}.br`, await compress(source, { params: quality }))
}
