import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Metafile } from 'esbuild'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { buildLauncher, buildStats, buildWidget } from './build.ts'

/** The most that filing in Indonesian without evidence may fetch, up to its receipt, in bytes of brotli. */
export const budget = { bytes: 19_700, requests: 2 }

/**
 * The most that one visitor may ever fetch, with every part and the longest language, in bytes of brotli. The library
 * that seals takes 6,000 of them, and is fetched only where a unit seals identities. Following a case takes 2,000 more
 * than it once did, because it lets a reporter keep and replace the code, and folds what few people read. The names by
 * which the last step finds who may be recognised take 9,200: the browser must know them, so that no word leaves it, and
 * the service looks for the same names in each complaint, for which plain letters have a shorter way. A draft that goes on elsewhere by a code takes 2,000, with its words. Telling the story by voice
 * takes 4,000: the offer in three languages, a recording that outlives a step back, another voice made on the device, and
 * hearing and correcting it on the follow-up page. Choosing who must not read it, when filing and later, takes 2,700
 * with its words.
 */
export const everythingBudget = 86_600

/** The most that a page may fetch for a button before anybody is about to use it, in bytes of brotli. */
export const launcherBudget = 5_000

/** The most that a page may fetch to show the public statistics, in bytes of brotli. */
export const statsBudget = 8_000

/**
 * Room for the unit's JSON. That of the demo unit takes 820 bytes as the service sends it to a widget; more categories
 * take more. A test holds the demo unit to this.
 */
export const unitBytes = 860

/** Finds the scripts that a browser fetches before anybody acts: the entry and everything that it imports at once. */
export function findNeededToFile({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).find((file) => basename(file) === 'aduan.js')
  const needed = new Set(entry ? [entry] : [])
  for (const file of needed) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') needed.add(path)
  }
  return [...needed]
}

export interface WidgetSize {
  /** Everything that is fetched to file: scripts, and the room for the unit's JSON. */
  readonly bytes: number
  readonly requests: number
  readonly scriptBytes: number
  /** Everything that a reader of each language can fetch, also what few people ever need. */
  readonly everything: Readonly<Record<FormLanguage, number>>
  readonly isWithinBudget: boolean
}

/** Lists the scripts that a reader of a language can ever need: all but the wording of other languages. */
export const listReadIn = ({ outputs }: Metafile, language: FormLanguage): string[] =>
  Object.keys(outputs).filter((file) => {
    const [, read = language] = /texts\/(\w+)\/[\w-]+\.json$/.exec(outputs[file]?.entryPoint ?? '') ?? []
    return read === language
  })

/** Builds the widget aside and measures it. */
export async function measureWidget(): Promise<WidgetSize> {
  const outFolder = await mkdtemp(join(tmpdir(), 'aduan-widget-'))
  try {
    return await measureBuilt(outFolder, await buildWidget({ outFolder }))
  } finally {
    await rm(outFolder, { recursive: true })
  }
}

/** Measures a widget that was built into a folder, compressed as it is served. */
export async function measureBuilt(outFolder: string, metafile: Metafile): Promise<WidgetSize> {
  const size = async (files: string[]) => {
    const sizes = await Promise.all(files.map((file) => stat(join(outFolder, `${basename(file)}.br`))))
    return sizes.reduce((sum, each) => sum + each.size, 0)
  }
  const scripts = findNeededToFile(metafile)
  const scriptBytes = await size(scripts)
  const bytes = scriptBytes + unitBytes
  const requests = scripts.length + 1
  const all = async (language: FormLanguage) => unitBytes + (await size(listReadIn(metafile, language)))
  const everything = { id: await all('id'), en: await all('en'), jv: await all('jv') }
  const isWithinBudget =
    bytes <= budget.bytes &&
    requests <= budget.requests &&
    Object.values(everything).every((most) => most <= everythingBudget)
  return { bytes, requests, scriptBytes, everything, isWithinBudget }
}

/** Builds the button aside and measures it, compressed as it is served. */
export const measureLauncher = (): Promise<number> => weigh('button.js', buildLauncher)

/** Builds the public statistics aside and measures them, compressed as they are served. */
export const measureStats = (): Promise<number> => weigh('stats.js', buildStats)

async function weigh(name: string, buildInto: typeof buildLauncher): Promise<number> {
  const outFolder = await mkdtemp(join(tmpdir(), 'aduan-alone-'))
  try {
    await buildInto({ outFolder })
    return (await stat(join(outFolder, `${name}.br`))).size
  } finally {
    await rm(outFolder, { recursive: true })
  }
}

if (import.meta.filename === process.argv[1]) {
  const { bytes, requests, scriptBytes, everything, isWithinBudget } = await measureWidget()
  console.log(
    `widget: ${bytes} of ${budget.bytes} bytes brotli in ${requests} of ${budget.requests} requests to file ` +
      `(scripts ${scriptBytes}, unit ${unitBytes}); with everything ` +
      `${Object.entries(everything)
        .map((most) => most.join(' '))
        .join(', ')} of ${everythingBudget}` +
      `${isWithinBudget ? '' : ' — over budget'}`,
  )
  const launcher = await measureLauncher()
  console.log(`button: ${launcher} of ${launcherBudget} bytes brotli`)
  const stats = await measureStats()
  console.log(`stats: ${stats} of ${statsBudget} bytes brotli`)
  process.exitCode = isWithinBudget && launcher <= launcherBudget && stats <= statsBudget ? 0 : 1
}
