import { fork } from 'node:child_process'
import { createConnection } from 'mongoose'
import { firstMessage } from '../first-message.ts'

const LASTS = 1_500
const AT_ONCE = 8
/** About what a case weighs. */
const BYTES = 8_000

export interface BareDocuments {
  /** Per second, each acknowledged by a majority. */
  readonly inserts: number
  /** Per second, by `_id`. */
  readonly reads: number
}

/** Documents of a case's weight that the driver alone writes to this server and reads from it. */
export async function bareDocuments(uri: string): Promise<BareDocuments> {
  return firstMessage<BareDocuments>(fork(import.meta.filename, [uri]))
}

async function askHere(uri: string): Promise<BareDocuments> {
  const connection = await createConnection(uri, { writeConcern: { w: 'majority' } }).asPromise()
  const rows = connection.collection<{ _id: string; body: string }>(`yardstick_${process.pid}`)
  const body = 'x'.repeat(BYTES)
  const inserts = await perSecond((at) => rows.insertOne({ _id: `row-${at}`, body }))
  const reads = await perSecond(() => rows.findOne({ _id: 'row-1' }))
  await rows.drop()
  await connection.close()
  return { inserts, reads }
}

async function perSecond(act: (at: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let done = 0
  const work = async () => {
    while (performance.now() - began < LASTS) await act(done++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return (done * 1_000) / (performance.now() - began)
}

if (import.meta.filename === process.argv[1]) process.send?.(await askHere(process.argv[2] ?? ''))
