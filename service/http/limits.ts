import { MINUTE } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ProofOfWork } from './proof-of-work.ts'
import { slidingRate } from './rate.ts'

/** Guards against floods. Every limit says that it is one, and none ever yields a receipt. */
export interface Limits {
  /** @throws Refusal `limit/proof-needed` with a challenge, `limit/proof-wrong`, `limit/too-many` */
  beforeFiling(address: string, tenant: string, proof: string | undefined): Promise<void>
  /** @throws Refusal `limit/proof-needed`, `limit/proof-wrong`, `limit/too-many` */
  beforeUpload(address: string, tenant: string, proof: string | undefined): Promise<void>
  /** @throws Refusal `limit/too-many` after many wrong codes or passwords from one address */
  beforeGuess(address: string): void
  wrongGuess(address: string): void
}

const WINDOW = 10 * MINUTE

/** Per window. Many people can sit behind one address, so the first limit only asks for work. */
const limits = {
  filing: { address: { work: 60, most: 600 }, tenant: { work: 600, most: 6_000 } },
  upload: { address: { work: 200, most: 1_200 }, tenant: { work: 2_000, most: 12_000 } },
  guesses: 40,
} as const

export function createLimits(proofOfWork: ProofOfWork, milliseconds: () => number): Limits {
  const newRate = () => slidingRate(WINDOW, milliseconds)
  const guesses = newRate()

  function guard({ address: perAddress, tenant: perTenant }: (typeof limits)['filing' | 'upload']) {
    const byAddress = newRate()
    const byTenant = newRate()
    return async (address: string, tenant: string, proof: string | undefined): Promise<void> => {
      const fromAddress = byAddress.add(address)
      const toTenant = byTenant.add(tenant)
      if (fromAddress > perAddress.most || toTenant > perTenant.most) throw tooMany()
      const pressure = Math.max(fromAddress / perAddress.work, toTenant / perTenant.work)
      if (pressure <= 1) return
      if (proof === undefined) {
        throw new Refusal('proof-needed', 'limit/proof-needed', {
          challenge: await proofOfWork.challenge(Math.min(8, Math.ceil(pressure))),
        })
      }
      if (!(await proofOfWork.solved(proof))) throw new Refusal('invalid', 'limit/proof-wrong')
    }
  }

  return {
    beforeFiling: guard(limits.filing),
    beforeUpload: guard(limits.upload),
    beforeGuess(address) {
      if (guesses.count(address) >= limits.guesses) throw tooMany()
    },
    wrongGuess(address) {
      guesses.add(address)
    },
  }
}

/** For benchmarks and load tests. */
export const noLimits: Limits = {
  beforeFiling: async () => {},
  beforeUpload: async () => {},
  beforeGuess: () => {},
  wrongGuess: () => {},
}

const tooMany = () => new Refusal('too-many', 'limit/too-many', { retryAfter: WINDOW / 1_000 })
