import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Where the service is started: by npm, in a container, from an archive and by systemd. */
const startLines = [
  'package.json',
  'examples/deploy/Containerfile',
  'examples/deploy/aduan',
  'examples/deploy/aduan@.service',
] as const

/** The settings of Node in the line that starts the service, as it stands in the file. */
async function flagsIn(file: string): Promise<readonly string[]> {
  const lines = (await readFile(join(root, file), 'utf8')).split('\n')
  const line = lines.find((one) => /--\S+.*dist\/service\/main\.js/.test(one)) ?? ''
  const settings = /node\b(.*)dist\/service\/main\.js/.exec(line.replace(/^.*&& /, ''))?.[1] ?? ''
  return settings.match(/--[\w=-]+/g) ?? []
}

/** The settings of Node in each of the start lines. */
export async function flagsOfStarts(): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = await Promise.all(startLines.map(async (file) => [file, await flagsIn(file)] as const))
  return Object.fromEntries(found)
}

/** The settings of Node with which people start the service. */
export const flagsOfStart = (): Promise<readonly string[]> => flagsIn('package.json')
