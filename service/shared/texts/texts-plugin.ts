import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Plugin } from 'esbuild'
import { compileTexts } from './compile-texts.ts'
import { withFallback } from './texts.ts'

const catalogue = /[\\/]texts[\\/](\w+)[\\/][\w-]+\.json$/

/** A topic in all its languages, which is no file: `texts/series.json` of `texts/id/series.json` and `texts/en/series.json`. */
const topic = /[\\/]texts[\\/]([\w-]+\.json)$/

/** Where programs for the browser keep their texts. What the service reads by itself is left to it. */
const inBrowser = /[\\/](?:admin|widget)[\\/]texts[\\/](?:\w+[\\/])?[\w-]+\.json$/

/** The module of a catalogue, in which Bahasa Indonesia stands for what its language does not say yet. */
async function moduleOf(path: string): Promise<string> {
  const name = topic.exec(path)?.[1]
  if (name) return moduleOfAll(dirname(path), name)
  const language = catalogue.exec(path)?.[1] ?? 'id'
  const read = async (of: string) => JSON.parse(await readFile(path.replace(/\w+(?=[\\/][\w-]+\.json$)/, of), 'utf8'))
  return compileTexts(withFallback(await read(language), await read('id')), language)
}

/** The module of a topic brings each language, and gives the texts in that of a wording. */
function moduleOfAll(folder: string, name: string): string {
  const languages = languagesIn(folder)
  const imports = languages.map((language) => `import ${language} from './${language}/${name}'\n`)
  return `${imports.join('')}export default ({ language }) => ({ ${languages.join(', ')} })[language]\n`
}

const languagesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** For esbuild: gives a program for the browser its catalogues as compiled modules. */
export const textsPlugin: Plugin = {
  name: 'texts',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: topic }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path) }))
    onLoad({ filter: catalogue }, async ({ path }) => ({ contents: await moduleOf(path), loader: 'js' }))
    onLoad({ filter: topic }, ({ path }) => ({
      contents: moduleOfAll(dirname(path), basename(path)),
      loader: 'js',
      resolveDir: dirname(path),
    }))
  },
}

/** For vite, by which the tests load sources: the same, under a name that its own reader of JSON leaves alone. */
export const textsInTests = {
  name: 'texts',
  enforce: 'pre' as const,
  resolveId(source: string, importer?: string): string | null {
    const path = importer && source.startsWith('.') ? resolve(dirname(importer.replace('\0', '')), source) : source
    return inBrowser.test(path) ? `\0${path}.js` : null
  },
  load(id: string): Promise<string> | null {
    return id.startsWith('\0') && inBrowser.test(id.slice(1, -3)) ? moduleOf(id.slice(1, -3)) : null
  },
}
