import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadSheets, SheetPart, SheetRefusal } from '../../filing/old-books/sheets.ts'
import { boundedCommand, type ProgramBounds } from '../../shared/outbound.ts'
import { Refusal } from '../../shared/refusal.ts'

/** It suffices for the largest file on a slow machine. */
const TIME_OUT = 240_000

/** A register of 50,000 rows with long texts, 19 MB packed, takes 310 MB and 15 seconds of a small machine. */
const bounds: ProgramBounds = { megabytes: 512, cpuSeconds: 180, flags: ['--max-old-space-size=384'] }

type Line = SheetPart | { readonly end: true } | { readonly refused: SheetRefusal }

/**
 * Reads files one after another in a separate program without keys and settings. It has a lower priority than filing
 * and bounded memory, and its crash harms nothing else.
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
  const [command, parameters] = boundedCommand(process.platform, process.execPath, program, bounds)
  const child = spawn(command, parameters, {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: TIME_OUT,
    killSignal: 'SIGKILL',
  })
  child.once('error', () => {})
  if (child.pid !== undefined) setPriority(child.pid, 5)
  // If the program stopped reading, its exit tells why.
  const written = pipeline(Readable.from([file]), child.stdin).catch(() => {})
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      const line: Line = JSON.parse(text)
      if ('refused' in line) throw new Refusal('invalid', `old-book/${line.refused}`)
      if ('end' in line) return
      yield line
    }
    throw new Refusal('invalid', 'old-book/unreadable')
  } finally {
    child.kill('SIGKILL')
    await written
  }
}
