import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { customElementsManifest } from './manifest/custom-elements.ts'
import { readElements } from './manifest/read-elements.ts'
import { withTables } from './manifest/tables.ts'

/** `widget/`. */
const folder = resolve(import.meta.dirname, '..')

/** The files that are made of the doc blocks, by their names in `widget/`, as they should be now. */
export async function writtenFromDocBlocks(): Promise<Readonly<Record<string, string>>> {
  const elements = readElements()
  const readme = await readFile(resolve(folder, 'README.md'), 'utf8')
  return {
    'custom-elements.json': `${JSON.stringify(customElementsManifest(elements), null, 2)}\n`,
    'README.md': withTables(readme, elements),
  }
}

/** Writes them; with `--check` it only says which would change. */
if (import.meta.filename === process.argv[1]) {
  for (const [name, text] of Object.entries(await writtenFromDocBlocks())) {
    const file = resolve(folder, name)
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue
    if (process.argv.includes('--check')) {
      console.error(`widget/${name} no longer says what the doc blocks say: npm run document-widget`)
      process.exitCode = 1
    } else await writeFile(file, text)
  }
}
