import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readElements } from './manifest/read-elements.ts'
import { insertTables, writeManifest } from './manifest/tables.ts'

const folder = resolve(import.meta.dirname, '..')

/** Makes the files that follow from the doc blocks, by their names in `widget/`. */
export async function writeFromDocBlocks(): Promise<Readonly<Record<string, string>>> {
  const elements = readElements()
  const readme = await readFile(resolve(folder, 'README.md'), 'utf8')
  return {
    'custom-elements.json': `${JSON.stringify(writeManifest(elements), null, 2)}\n`,
    'README.md': insertTables(readme, elements),
  }
}

/** Writes the files. With `--check` it only names those that would change. */
if (import.meta.filename === process.argv[1]) {
  for (const [name, text] of Object.entries(await writeFromDocBlocks())) {
    const file = resolve(folder, name)
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue
    if (process.argv.includes('--check')) {
      console.error(`widget/${name} no longer says what the doc blocks say: npm run document-widget`)
      process.exitCode = 1
    } else await writeFile(file, text)
  }
}
