import { fork } from 'node:child_process'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { firstMessage } from '../first-message.ts'

const LASTS = 1_500

/** Files of so many bytes that are written durably per second, one after the other. */
export async function bareFiles(folder: string, bytes: number): Promise<number> {
  return firstMessage<number>(fork(import.meta.filename, [folder, String(bytes)]))
}

async function writeHere(folder: string, bytes: number): Promise<number> {
  const content = Buffer.alloc(bytes, 7)
  const path = join(folder, `yardstick-${process.pid}.bin`)
  const began = performance.now()
  let files = 0
  for (; performance.now() - began < LASTS; files++) {
    const file = await open(path, 'w')
    await file.writeFile(content)
    await file.sync()
    await file.close()
  }
  const seconds = (performance.now() - began) / 1_000
  await rm(path)
  return files / seconds
}

if (import.meta.filename === process.argv[1]) {
  const [folder = '', bytes] = process.argv.slice(2)
  process.send?.(await writeHere(folder, Number(bytes)))
}
