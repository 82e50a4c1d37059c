import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { Readable, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { CopyPage, CopyPicture, PageCopy } from '../../evidence/viewing-copy.ts'
import type { PictureOrder } from './picture-order.ts'

const TIME_OUT = 60_000

/**
 * Copies pictures in a program of their own, one after another. It has no keys and no settings, gets less of the
 * processor than filing, and takes nothing with it when a file makes it fall.
 * @param program the built `picture-program`
 * @param timeOut in milliseconds, for one picture
 */
export function pictureCopies(program: string, timeOut = TIME_OUT): CopyPicture {
  let last: Promise<unknown> = Promise.resolve()
  return (original, mark, edge) => {
    const copy = last.then(() => copyOne(program, timeOut, original, { mark, ...(edge !== undefined && { edge }) }))
    last = copy.catch(() => {})
    return copy
  }
}

/** Pages of PDFs, drawn in the same way. */
export function pageCopies(program: string, timeOut = TIME_OUT): CopyPage {
  let last: Promise<unknown> = Promise.resolve()
  return (original, mark, page) => {
    const copy = last.then(() => copyOne(program, timeOut, original, { mark, page }))
    last = copy.catch(() => {})
    return copy.then(splitPage)
  }
}

function splitPage(answer: Uint8Array | null): PageCopy | null {
  const end = answer?.indexOf(0x0a) ?? -1
  if (!answer || end < 0) return null
  const { pages }: Pick<PageCopy, 'pages'> = JSON.parse(Buffer.from(answer.subarray(0, end)).toString())
  return { picture: answer.subarray(end + 1), pages }
}

async function copyOne(
  program: string,
  timeout: number,
  original: AsyncIterable<Uint8Array>,
  order: PictureOrder,
): Promise<Uint8Array | null> {
  const child = spawn(process.execPath, [program], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout,
    killSignal: 'SIGKILL',
  })
  const ended = endOf(child)
  if (child.pid !== undefined) setPriority(child.pid, 10)
  const [broken, copy, code] = await Promise.all([fed(child.stdin, original, order), buffer(child.stdout), ended])
  if (broken) throw broken.cause
  return code === 0 ? copy : null
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))

/** @returns what kept the original from being read; a program that stopped listening is told by how it ended */
async function fed(
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
