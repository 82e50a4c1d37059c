import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** All regular files below a folder, by relative path. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = names.map(async (name) => [name.slice(folder.length + 1), await readFile(name)] as const)
  return new Map(await Promise.all(read))
}
