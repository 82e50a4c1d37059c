import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CopyPage, CopyPicture, PageCopy } from '../../keeping/evidence/opened-evidence.ts'
import { boundedCommand, type ProgramBounds } from '../../shared/outbound.ts'
import type { PictureOrder } from './picture-order.ts'

export interface DrawingBounds extends ProgramBounds {
  /** Wall-clock time, waiting included. */
  readonly milliseconds: number
  /** The longest answer that is read. */
  readonly bytes: number
}

/**
 * A photo of 50 megapixels and a scanned document of 33 MB with 300 pages take 280 to 470 MB and two seconds of a
 * small machine, and their copies have 5 MB.
 */
const standardBounds: DrawingBounds = {
  megabytes: 640,
  cpuSeconds: 30,
  milliseconds: 60_000,
  bytes: 24 * 1_048_576,
}

export interface Drawings {
  readonly copyPicture: CopyPicture
  readonly copyPage: CopyPage
}

/**
 * Draws one after another in a separate program, so that memory for only one is needed. The program has no keys and
 * no settings, a lower priority than filing, and its crash harms nothing else.
 * @param program the built `picture-program`
 */
export function drawings(program: string, bounds: DrawingBounds = standardBounds): Drawings {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (original: AsyncIterable<Uint8Array>, order: PictureOrder) => {
    const copy = last.then(() => drawOne(program, bounds, original, order))
    last = copy.catch(() => {})
    return copy
  }
  return {
    copyPicture: (original, mark, drawing) => inTurn(original, { mark, ...drawing }),
    copyPage: async (original, mark, page, drawing) => splitPage(await inTurn(original, { mark, page, ...drawing })),
  }
}

function splitPage(answer: Uint8Array | null): PageCopy | null {
  const end = answer?.indexOf(0x0a) ?? -1
  if (!answer || end < 0) return null
  const about: Omit<PageCopy, 'picture'> = JSON.parse(Buffer.from(answer.subarray(0, end)).toString())
  return { ...about, picture: answer.subarray(end + 1) }
}

async function drawOne(
  program: string,
  bounds: DrawingBounds,
  original: AsyncIterable<Uint8Array>,
  order: PictureOrder,
): Promise<Uint8Array | null> {
  const [command, parameters] = boundedCommand(process.platform, process.execPath, program, bounds)
  const child = spawn(command, parameters, {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: bounds.milliseconds,
    killSignal: 'SIGKILL',
  })
  const ended = endOf(child)
  if (child.pid !== undefined) setPriority(child.pid, 10)
  const answer = answerOf(child, bounds.bytes)
  const [broken, copy, code] = await Promise.all([feedOriginal(child.stdin, original, order), answer, ended])
  if (broken) throw broken.cause
  return code === 0 ? copy : null
}

/** @returns `null` if the answer is too long; the program is ended then */
async function answerOf(child: ChildProcess & { readonly stdout: Readable }, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of child.stdout as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) {
      child.kill('SIGKILL')
      return null
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))

/** @returns why the original could not be read; if the program stopped reading, its exit tells why */
async function feedOriginal(
  to: Writable,
  original: AsyncIterable<Uint8Array>,
  order: PictureOrder,
): Promise<{ readonly cause: unknown } | null> {
  let broken: { readonly cause: unknown } | null = null
  const pieces = original[Symbol.asyncIterator]()
  async function* sent() {
    yield Buffer.from(`${JSON.stringify(order)}\n`)
    try {
      for (let piece = await next(); piece; piece = await next()) yield piece
    } finally {
      await pieces.return?.()
    }
  }
  async function next(): Promise<Uint8Array | null> {
    try {
      const { value, done } = await pieces.next()
      return done ? null : value
    } catch (cause) {
      broken = { cause }
      return null
    }
  }
  await pipeline(Readable.from(sent()), to).catch(() => {})
  return broken
}
