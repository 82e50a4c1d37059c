import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { BillOfMaterials } from '../../contract/installation.ts'
import type { PageAssets } from '../../http/pages/page.ts'
import type { StaticFile, StaticFiles } from '../../http/static-files.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.map': 'application/json',
}

const read = new Map<string, StaticFiles>()

/** A build does not change while a process runs it, so each is read once, by whichever service of the process is first. */
export function readStaticFiles(folder: string): StaticFiles {
  const files = read.get(folder) ?? readFiles(folder)
  read.set(folder, files)
  return files
}

/**
 * Compressed copies beside the files are read too. Nobody is served before they are read, so each of the hundreds is
 * read at once instead of being asked for from the threads of the file system.
 */
function readFiles(folder: string): StaticFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const names = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)))
  const files = new Map<string, StaticFile>()
  for (const name of names) {
    if (name.endsWith('.br')) continue
    const bytes = new Uint8Array(readFileSync(name))
    const brotli = names.has(`${name}.br`) ? new Uint8Array(readFileSync(`${name}.br`)) : null
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    files.set(name.slice(folder.length), {
      bytes,
      brotli,
      type: types[extname(name)] ?? 'application/octet-stream',
      etag,
    })
  }
  return files
}

export const readAssets = async (path: string): Promise<PageAssets> => JSON.parse(await readFile(path, 'utf8'))

export const readBillOfMaterials = async (path: string): Promise<BillOfMaterials> =>
  JSON.parse(await readFile(path, 'utf8'))
