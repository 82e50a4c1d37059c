import { readFile } from 'node:fs/promises'
import { join } from 'node:path/posix'

/** While this file exists, the data folder is incomplete. */
export const MARKER = 'restore-under-way.json'

/** @throws Error if a restore was begun and not finished, because the data is incomplete */
export async function refuseUnfinishedRestore(folder: string): Promise<void> {
  const text = await readFile(join(folder, MARKER), 'utf8').catch(() => null)
  if (text === null) return
  const { from, command = 'restore' }: { readonly from: string; readonly command?: string } = JSON.parse(text)
  throw new Error(`A restore into ${folder} was not finished. Run it again: aduan ${command} ${from}`)
}
