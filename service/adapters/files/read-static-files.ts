import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { BillOfMaterials } from '../../contract/bill-of-materials.ts'
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

/** Compressed copies beside the files are read too. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = new Map<string, StaticFile>()
  for (const name of names.filter((one) => !one.endsWith('.br'))) {
    const bytes = new Uint8Array(await readFile(name))
    const brotli = names.includes(`${name}.br`) ? new Uint8Array(await readFile(`${name}.br`)) : null
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
