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

/** The settings of the C library's memory in such a file, as variables of the environment. */
async function memorySettingsIn(file: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(root, file), 'utf8')
  return Object.fromEntries(
    [...text.matchAll(/\b(MALLOC_\w+)=(\d+)/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Those of each start line. `npm start` has none, because a line with variables runs on some systems only. */
export async function memorySettingsOfStarts(): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const found = await Promise.all(startLines.map(async (file) => [file, await memorySettingsIn(file)] as const))
  return Object.fromEntries(found)
}

/** Those with which offices run the service. */
export const memorySettingsOfStart = (): Promise<Readonly<Record<string, string>>> =>
  memorySettingsIn('examples/deploy/aduan@.service')

/** The settings of Node in each of the start lines. */
export async function flagsOfStarts(): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = await Promise.all(startLines.map(async (file) => [file, await flagsIn(file)] as const))
  return Object.fromEntries(found)
}

/** The settings of Node with which people start the service. */
export const flagsOfStart = (): Promise<readonly string[]> => flagsIn('package.json')
