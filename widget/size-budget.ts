import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Metafile } from 'esbuild'
import { buildWidget } from './build.ts'

/** What filing without evidence may cost, scripts only: the unit's JSON is the third request. */
export const budget = { bytes: 20_000, scripts: 2 }

/** The scripts that a browser fetches before anybody acts: the entry and all that it imports at once. */
export function neededToFile({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).find((file) => basename(file) === 'aduan.js')
  const needed = new Set(entry ? [entry] : [])
  for (const file of needed) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') needed.add(path)
  }
  return [...needed]
}

/** Builds the widget aside and measures it, compressed as it is served. */
export async function measureWidget(): Promise<{ bytes: number; scripts: number; everything: number }> {
  const outFolder = await mkdtemp(join(tmpdir(), 'aduan-widget-'))
  try {
    const metafile = await buildWidget({ outFolder })
    const size = async (files: string[]) => {
      const sizes = await Promise.all(files.map((file) => stat(join(outFolder, `${basename(file)}.br`))))
      return sizes.reduce((sum, each) => sum + each.size, 0)
    }
    const needed = neededToFile(metafile)
    return { bytes: await size(needed), scripts: needed.length, everything: await size(Object.keys(metafile.outputs)) }
  } finally {
    await rm(outFolder, { recursive: true })
  }
}

if (import.meta.filename === process.argv[1]) {
  const { bytes, scripts, everything } = await measureWidget()
  const within = bytes <= budget.bytes && scripts <= budget.scripts
  const figures = `${bytes} of ${budget.bytes} bytes brotli in ${scripts} of ${budget.scripts} scripts to file, ${everything} bytes with everything`
  console.log(`widget: ${figures}${within ? '' : ' — over budget'}`)
  process.exitCode = within ? 0 : 1
}
