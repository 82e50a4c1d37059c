import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { capacityPage } from '../capacity/capacity-page.ts'
import { readResults } from '../matrix/results.ts'
import { figuresPages, type Pages } from './figures-page.ts'

const folder = resolve(import.meta.dirname, '../../../docs/operate')
const pictures = 'figures'

/** All that is made of the measured figures, by path below `docs/operate`. */
export async function pagesOfFigures(): Promise<Pages> {
  const results = await readResults()
  return { ...figuresPages(results), 'capacity.md': capacityPage(results) }
}

/** The paths of pages that are not what the figures give, those that are left over included. */
export async function stalePages(pages: Pages): Promise<string[]> {
  const lying = (await readdir(join(folder, pictures)).catch(() => [])).map((name) => `${pictures}/${name}`)
  const leftOver = lying.filter((path) => pages[path] === undefined)
  const changed = await Promise.all(
    Object.entries(pages).map(async ([path, content]) => {
      const lies = await readFile(join(folder, path), 'utf8').catch(() => null)
      return lies === content ? [] : [path]
    }),
  )
  return [...leftOver, ...changed.flat()]
}

export async function writePages(): Promise<void> {
  await rm(join(folder, pictures), { recursive: true, force: true })
  for (const [path, content] of Object.entries(await pagesOfFigures())) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

if (import.meta.filename === process.argv[1]) await writePages()
