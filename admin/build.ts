import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { textsPlugin } from '../service/shared/texts/texts-plugin.ts'
import { buildOffline } from './app/offline/offline-build.ts'

const compress = promisify(brotliCompress)

export interface AdminBuild {
  /** Folder that takes `index.html`, the worker and `assets/`, with a `.br` beside each file. */
  readonly outFolder: string
  readonly minify?: boolean
}

/** The app's own sign, of which icons are made. */
export const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0f5f5c"/><path d="M8 9h16v11H15l-5 4v-4H8z" fill="#fff"/></svg>`

/**
 * Builds the admin application: hashed modules with lazily loaded pages, one style sheet, and the page that starts
 * them. The page names no other origin and holds no inline script or style.
 */
export async function buildAdmin({ outFolder, minify = true }: AdminBuild): Promise<Metafile> {
  const folder = import.meta.dirname
  const root = resolve(folder, '..')
  const assets = join(outFolder, 'assets')
  await mkdir(assets, { recursive: true })
  const settings = {
    absWorkingDir: root,
    entryPoints: { admin: join(folder, 'index.ts'), base: join(folder, 'page/base.css') },
    outdir: assets,
    bundle: true,
    splitting: true,
    minify,
    format: 'esm',
    target: 'es2022',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    tsconfig: join(root, 'tsconfig.json'),
  } satisfies BuildOptions
  const { metafile: divided } = await build({ ...settings, plugins: [textsPlugin], write: false })
  const { metafile } = await build({ ...settings, plugins: [textsPlugin, startInOneFile(divided, root)] })
  await writeFile(join(outFolder, 'index.html'), startPage(metafile))
  await writeFile(join(assets, 'mark.svg'), MARK)
  const offline = await buildOffline({
    outFolder,
    startPage: startPage(metafile),
    baseCss: address(outputOf(metafile, 'admin/page/base.css')),
  })
  const built = [...Object.keys(metafile.outputs).map((file) => resolve(root, file)), ...offline]
  await Promise.all([...built, join(outFolder, 'index.html'), join(assets, 'mark.svg')].map(writeCompressed))
  return metafile
}

/**
 * Keeps what the application starts with in one file. A bundler divides it by which lazily loaded modules need which
 * part of it, into some thirty files, but none of those is ever loaded without all of it.
 * @param divided what a build without this made, for its list of lazily loaded modules
 */
function startInOneFile({ outputs }: Metafile, root: string): Plugin {
  const start = join(root, 'admin/index.ts')
  const lazy = new Set(Object.values(outputs).map(({ entryPoint = '' }) => join(root, entryPoint)))
  lazy.delete(start)
  return {
    name: 'start-in-one-file',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!lazy.has(path)) return
        return { contents: `${await readFile(path, 'utf8')}\nimport ${JSON.stringify(start)}`, loader: 'ts' }
      })
    },
  }
}

/** The built file that came from a source file, e.g. `admin/index.ts`. */
export function outputOf(metafile: Metafile, source: string): string {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === source)
  if (!found) throw new Error(`The build has no file for ${source}.`)
  return found[0]
}

/** A module with all that it imports before it runs. */
export function withStaticImports(metafile: Metafile, file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { path, kind } of metafile.outputs[file]?.imports ?? []) {
    if (kind === 'import-statement') withStaticImports(metafile, path, seen)
  }
  return seen
}

const address = (file: string) => `/admin/assets/${basename(file)}`

function startPage(metafile: Metafile): string {
  const entry = outputOf(metafile, 'admin/index.ts')
  const chunks = [...withStaticImports(metafile, entry)].filter((file) => file !== entry)
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Aduan</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="/admin/assets/mark.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/admin/assets/icon-192.png">
<link rel="manifest" href="/admin/manifest.webmanifest">
<link rel="stylesheet" href="${address(outputOf(metafile, 'admin/page/base.css'))}">
${chunks.map((file) => `<link rel="modulepreload" href="${address(file)}">\n`).join('')}<script type="module" src="${address(entry)}"></script>
</head>
<body>
<aduan-admin></aduan-admin>
<noscript><p>Ruang petugas memerlukan JavaScript. Aktifkan JavaScript pada peramban ini, lalu muat ulang.</p></noscript>
</body>
</html>
`
}

async function writeCompressed(file: string): Promise<void> {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  await writeFile(`${file}.br`, await compress(await readFile(file), { params: quality }))
}
