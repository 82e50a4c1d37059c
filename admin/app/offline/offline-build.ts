import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { textsPlugin } from '../../../service/shared/texts/texts-plugin.ts'

/** What a push says. The worker has no language of its own, so it is Indonesian. */
const pushWords = { counted: '{count} hal menunggu Anda', uncounted: 'Ada hal yang menunggu di Aduan' }

interface OfflineBuild {
  readonly outFolder: string
  /** The app's own page, which names every script by its hash: it differs with every build. */
  readonly startPage: string
  readonly baseCss: string
}

/** Builds the worker, and the one page that it shows where the service cannot be reached. Returns the page's own files. */
export async function buildOffline({ outFolder, startPage, baseCss }: OfflineBuild): Promise<readonly string[]> {
  const folder = import.meta.dirname
  const settings = {
    absWorkingDir: resolve(folder, '../../..'),
    bundle: true,
    minify: true,
    target: 'es2022',
    plugins: [textsPlugin],
  } satisfies BuildOptions
  const { metafile } = await build({
    ...settings,
    entryPoints: [join(folder, 'offline-page.ts'), join(folder, 'offline.css')],
    outdir: join(outFolder, 'assets'),
    entryNames: '[name]-[hash]',
    format: 'esm',
    metafile: true,
  })
  const built = Object.keys(metafile.outputs).map((file) => `/admin/assets/${basename(file)}`)
  const page = offlinePage({
    css: [baseCss, ...built.filter((file) => file.endsWith('.css'))],
    script: built.find((file) => file.endsWith('.js')) ?? '',
  })
  await writeFile(join(outFolder, 'offline.html'), page)
  await build({
    ...settings,
    entryPoints: [resolve(folder, '../../api/offline/worker.ts')],
    outfile: join(outFolder, 'worker.js'),
    format: 'iife',
    define: {
      OFFLINE_FILES: JSON.stringify(['/admin/offline.html', baseCss, ...built]),
      PUSH_WORDS: JSON.stringify(pushWords),
      BUILD: JSON.stringify(createHash('sha256').update(startPage).update(page).digest('base64url').slice(0, 16)),
    },
  })
  return Object.keys(metafile.outputs).map((file) => resolve(settings.absWorkingDir, file))
}

const offlinePage = ({ css, script }: { readonly css: readonly string[]; readonly script: string }): string =>
  `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Tidak ada jaringan · Aduan</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${css.map((file) => `<link rel="stylesheet" href="${file}">\n`).join('')}<script type="module" src="${script}"></script>
</head>
<body>
<main><h1>Tidak ada jaringan</h1></main>
</body>
</html>
`
