import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { script } from './build.ts'
import { readElements } from './manifest/read-elements.ts'
import { writeDomTypes, writeReactTypes, writeVueTypes } from './manifest/type-declarations.ts'

const folder = resolve(import.meta.dirname, '..')
const about = JSON.parse(await readFile(resolve(folder, 'package.json'), 'utf8'))

const entry = (name: string) => ({ types: './index.d.ts', default: `./${name}.js` })

/** What npm gets to know. Every script defines an element, which is a side effect. */
const packageJson = {
  ...about,
  sideEffects: true,
  types: './index.d.ts',
  customElements: 'custom-elements.json',
  exports: {
    '.': entry('aduan'),
    './button': entry('button'),
    './stats': entry('stats'),
    './react': { types: './react.d.ts' },
    './vue': { types: './vue.d.ts' },
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
}

/**
 * Lays out the package `aduan-widget` for pages with a bundler: modules that can be split, types for the DOM, React and
 * Vue, and the manifest. `npm publish` and `npm pack` take the folder as it is.
 */
export async function layOutPackage(outFolder: string): Promise<void> {
  await rm(outFolder, { recursive: true, force: true })
  await mkdir(outFolder, { recursive: true })
  const elements = readElements()
  const write = (name: string, text: string) => writeFile(resolve(outFolder, name), text)
  await Promise.all([
    build({
      ...script,
      entryPoints: {
        aduan: resolve(folder, 'index.ts'),
        button: resolve(folder, 'launcher/packed-button.ts'),
        stats: resolve(folder, 'stats/index.ts'),
      },
      outdir: outFolder,
      splitting: true,
      chunkNames: '[name]-[hash]',
    }),
    write('package.json', `${JSON.stringify(packageJson, null, 2)}\n`),
    write('index.d.ts', writeDomTypes(elements)),
    write('react.d.ts', writeReactTypes(elements)),
    write('vue.d.ts', writeVueTypes(elements)),
    copyFile(resolve(folder, 'custom-elements.json'), resolve(outFolder, 'custom-elements.json')),
    copyFile(resolve(folder, 'README.md'), resolve(outFolder, 'README.md')),
    copyFile(resolve(folder, '../LICENSE'), resolve(outFolder, 'LICENSE')),
  ])
}

if (import.meta.filename === process.argv[1]) {
  const outFolder = resolve(folder, '../dist/npm')
  await layOutPackage(outFolder)
  console.log(`aduan-widget ${about.version} lies in ${outFolder}`)
}
