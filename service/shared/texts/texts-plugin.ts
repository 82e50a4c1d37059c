import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'esbuild'
import { compileTexts } from './compile-texts.ts'
import { withFallback } from './texts.ts'

const catalogue = /[\\/]texts[\\/](\w+)[\\/][\w-]+\.json$/

/** Where programs for the browser keep their texts. What the service reads by itself is left to it. */
const inBrowser = /[\\/](?:admin|widget)[\\/]texts[\\/]\w+[\\/][\w-]+\.json$/

/** The module of a catalogue, in which Bahasa Indonesia stands for what its language does not say yet. */
async function moduleOf(path: string): Promise<string> {
  const language = catalogue.exec(path)?.[1] ?? 'id'
  const read = async (of: string) => JSON.parse(await readFile(path.replace(/\w+(?=[\\/][\w-]+\.json$)/, of), 'utf8'))
  return compileTexts(withFallback(await read(language), await read('id')), language)
}

/** For esbuild: gives a program for the browser its catalogues as compiled modules. */
export const textsPlugin: Plugin = {
  name: 'texts',
  setup({ onLoad }) {
    onLoad({ filter: catalogue }, async ({ path }) => ({ contents: await moduleOf(path), loader: 'js' }))
  },
}

/** For vite, by which the tests load sources: the same, under a name that its own reader of JSON leaves alone. */
export const textsInTests = {
  name: 'texts',
  enforce: 'pre' as const,
  resolveId(source: string, importer?: string): string | null {
    const path = importer && source.startsWith('.') ? resolve(dirname(importer), source) : source
    return inBrowser.test(path) ? `\0${path}.js` : null
  },
  load(id: string): Promise<string> | null {
    return id.startsWith('\0') && inBrowser.test(id.slice(1, -3)) ? moduleOf(id.slice(1, -3)) : null
  },
}
