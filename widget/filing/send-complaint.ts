import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { ServiceClient } from '../service/client.ts'
import { failureOf, ServiceFailure } from '../service/failure.ts'
import { proofFor } from './proof/proof-for.ts'

/** What is going on, as the person is told it. */
export interface SendState {
  readonly name: 'sending' | 'proving' | 'retrying'
  /** While it waits: the way to try at once. */
  readonly tryNow?: () => void
}

export interface Filing {
  readonly key: string
  readonly body: string
  /** Earlier bodies under the same key that may have arrived. */
  readonly attempts: readonly string[]
  readonly signal: AbortSignal
  readonly tell: (state: SendState) => void
  /** Milliseconds before each further try; the last holds for all after. Empty: one try. */
  readonly waits: readonly number[]
}

export interface Sent {
  readonly receipt: ReceiptView
  /** True when an earlier attempt had arrived, so that the text before the last change is what was recorded. */
  readonly earlier: boolean
}

/**
 * Files a complaint exactly once: the same key on every try, a proof of work where the unit is busy, patience where the
 * network is gone: it waits until the person stops it.
 *
 * @throws ServiceFailure when the service refuses, has a fault, or the person stopped it
 */
export async function sendComplaint(client: ServiceClient, filing: Filing): Promise<Sent> {
  try {
    return { receipt: await insist(client, filing, filing.body), earlier: false }
  } catch (thrown) {
    const failure = failureOf(thrown)
    // The key was used with another body: one of the earlier attempts did arrive. Its receipt is the one to show.
    for (const body of failure.status === 409 ? filing.attempts : []) {
      const receipt = await insist(client, filing, body).catch(() => undefined)
      if (receipt) return { receipt, earlier: true }
    }
    throw failure
  }
}

async function insist(client: ServiceClient, filing: Filing, body: string): Promise<ReceiptView> {
  const { signal, tell, waits } = filing
  tell({ name: 'sending' })
  for (let attempt = 1; ; attempt++) {
    try {
      return await fileWithProof(client, filing, body)
    } catch (thrown) {
      const failure = failureOf(thrown)
      const wait = waits[Math.min(attempt, waits.length) - 1]
      if (signal.aborted || !failure.isUncertain || failure.status === 500 || wait === undefined) throw failure
      await pause(wait, signal, (tryNow) => tell({ name: 'retrying', tryNow }))
      if (signal.aborted) throw new ServiceFailure('network/stopped')
      tell({ name: 'sending' })
    }
  }
}

async function fileWithProof(client: ServiceClient, { key, signal, tell }: Filing, body: string): Promise<ReceiptView> {
  try {
    return await client.file(body, key, signal)
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.status !== 428 || !failure.problem?.challenge) throw failure
    tell({ name: 'proving' })
    const proof = await proofFor(failure.problem.challenge)
    tell({ name: 'sending' })
    return client.file(JSON.stringify({ ...JSON.parse(body), proof }), key, signal)
  }
}

/** The network's return, the person or the signal end it early. Chance keeps a whole village from asking in one second. */
const pause = (wait: number, signal: AbortSignal, tell: (tryNow: () => void) => void) =>
  new Promise<void>((done) => {
    setTimeout(done, wait * (0.7 + Math.random() * 0.6))
    addEventListener('online', () => done(), { once: true })
    signal.addEventListener('abort', () => done())
    tell(done)
  })
