import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadSheets, SheetPart, SheetRefusal } from '../../old-books/read-sheets.ts'
import { Refusal } from '../../shared/refusal.ts'

/** For the largest file on a slow machine; a hostile one ends there. */
const TIME_OUT = 240_000
const MEMORY_MEGABYTES = 768

type Line = SheetPart | { readonly end: true } | { readonly refused: SheetRefusal }

/**
 * Reads files in a program of their own, one after another. It has no keys and no settings, gets less of the processor
 * than filing and so much memory, and takes nothing with it when a file makes it fall.
 * @param program the built `sheet-program`
 */
export function sheetsOfFiles(program: string): ReadSheets {
  let last: Promise<unknown> = Promise.resolve()

  return async function* (file) {
    const before = last
    let finish = () => {}
    last = new Promise<void>((resolve) => {
      finish = resolve
    })
    await before
    try {
      yield* readOne(program, file)
    } finally {
      finish()
    }
  }
}

async function* readOne(program: string, file: Uint8Array): AsyncGenerator<SheetPart> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MEGABYTES}`, program], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: TIME_OUT,
    killSignal: 'SIGKILL',
  })
  child.once('error', () => {})
  if (child.pid !== undefined) setPriority(child.pid, 5)
  // A program that stopped listening is told by how it ended.
  const fed = pipeline(Readable.from([file]), child.stdin).catch(() => {})
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as Line
      if ('refused' in line) throw new Refusal('invalid', `old-book/${line.refused}`)
      if ('end' in line) return
      yield line
    }
    throw new Refusal('invalid', 'old-book/unreadable')
  } finally {
    child.kill('SIGKILL')
    await fed
  }
}
