import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { filesIn } from '../support/files-in.ts'

/** A data folder that an earlier version left, and what was handed out there. */
export interface OldData {
  /** Relative path → base64. The key file among them: the data is made up. */
  readonly files: Readonly<Record<string, string>>
  readonly receipts: {
    readonly named: ReceiptView
    readonly withFile: ReceiptView
    readonly withdrawn: ReceiptView
    readonly answered: ReceiptView
  }
  readonly fileSha256: string
  readonly fileId: string
}

export async function packed(folder: string, rest: Omit<OldData, 'files'>): Promise<Uint8Array> {
  const found = [...(await filesIn(folder))].filter(([path]) => !path.endsWith('.sock'))
  const files = Object.fromEntries(found.map(([path, bytes]) => [path, bytes.toString('base64')]))
  const text = JSON.stringify({ files, ...rest } satisfies OldData)
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  })
}

/** Lays the data into a folder. @param name of a file beside this one */
export async function unpackOldData(name: string, folder: string): Promise<Omit<OldData, 'files'>> {
  const bytes = brotliDecompressSync(await readFile(join(import.meta.dirname, name)))
  const { files, ...rest } = JSON.parse(bytes.toString()) as OldData
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), Buffer.from(content, 'base64'), { mode: 0o600 })
  }
  return rest
}
