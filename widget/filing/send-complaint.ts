import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { ServiceClient } from '../service/client.ts'
import { asFailure, pause, ServiceFailure, writeJson } from '../service/exchange.ts'
import type { SendState } from './form/form.ts'
import { fetchProof } from './proof/proof-for.ts'

export interface Filing {
  readonly key: string
  readonly body: string
  /** Earlier bodies with the same key that may have arrived. */
  readonly attempts: readonly string[]
  readonly signal: AbortSignal
  readonly show: (state: SendState) => void
  /** Milliseconds before each further try; the last value holds for all later ones. An empty list means one try. */
  readonly waits: readonly number[]
}

export interface Sent {
  readonly receipt: ReceiptView
  /** An earlier attempt had arrived, so the text before the last change was recorded. */
  readonly earlier: boolean
}

/**
 * Files a complaint exactly once, with the same key on every try and a proof of work where the unit is busy. Without a
 * network it waits until the person stops it.
 *
 * @throws ServiceFailure when the service refuses or has a fault, or the person stopped it
 */
export async function sendComplaint(client: ServiceClient, filing: Filing): Promise<Sent> {
  try {
    return { receipt: await fileUntilAnswered(client, filing, filing.body), earlier: false }
  } catch (thrown) {
    const failure = asFailure(thrown)
    // The key was used with another body, so an earlier attempt did arrive. Its receipt is shown.
    for (const body of failure.status === 409 ? filing.attempts : []) {
      const receipt = await fileUntilAnswered(client, filing, body).catch(() => undefined)
      if (receipt) return { receipt, earlier: true }
    }
    throw failure
  }
}

async function fileUntilAnswered(client: ServiceClient, filing: Filing, body: string): Promise<ReceiptView> {
  const { signal, show, waits } = filing
  show({ name: 'sending' })
  for (let attempt = 1; ; attempt++) {
    try {
      return await fileWithProof(client, filing, body)
    } catch (thrown) {
      const failure = asFailure(thrown)
      const wait = waits[Math.min(attempt, waits.length) - 1]
      if (signal.aborted || !failure.isUncertain || failure.status === 500 || wait === undefined) throw failure
      await pause(wait, signal, (tryNow) => show({ name: 'retrying', tryNow }))
      if (signal.aborted) throw new ServiceFailure('network/stopped')
      show({ name: 'sending' })
    }
  }
}

async function fileWithProof(client: ServiceClient, { key, signal, show }: Filing, body: string): Promise<ReceiptView> {
  try {
    return await client.file(body, key, signal)
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.status !== 428 || !failure.problem?.challenge) throw failure
    show({ name: 'proving' })
    const proof = await fetchProof(failure.problem.challenge)
    show({ name: 'sending' })
    return client.file(writeJson({ ...JSON.parse(body), proof }), key, signal)
  }
}
