import { MINUTE } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ProofOfWork } from './proof-of-work.ts'
import type { Rate } from './rate.ts'

/** Guards against floods. Every limit says that it is one, and none ever yields a receipt. */
export interface Limits {
  /** @throws Refusal `limit/proof-needed` with a challenge, `limit/proof-wrong`, `limit/too-many` */
  beforeFiling(address: string, tenant: string, proof: string | undefined): Promise<void>
  /** @throws Refusal `limit/proof-needed`, `limit/proof-wrong`, `limit/too-many` */
  beforeUpload(address: string, tenant: string, proof: string | undefined): Promise<void>
  /** @throws Refusal `limit/too-many` after many wrong codes or passwords from one address */
  beforeGuess(address: string): void
  wrongGuess(address: string): void
  /**
   * Counts a try to sign in until the answer takes it back. Wrong passwords stop an address, and sooner an address with
   * an account, never an account: else anybody could lock out anybody. An account guessed at from many addresses asks
   * for work instead. @throws Refusal `limit/too-many`, `limit/proof-needed`, `limit/proof-wrong`
   */
  beforeSignIn(address: string, account: string, proof: string | undefined): Promise<TakeBack>
  /** The same for who is signed in and proves it once more. @throws Refusal `limit/too-many` */
  beforeConfirming(session: string): TakeBack
  /** A passkey cannot be guessed, so asking for one costs work at most. @throws Refusal `limit/proof-needed`, `limit/proof-wrong` */
  beforePasskey(address: string, proof: string | undefined): Promise<void>
  /** A program, by its key. @throws Refusal `limit/too-many` */
  beforeProgram(key: string): void
  /** Whoever asks whether receipts are genuine. @throws Refusal `limit/too-many` */
  beforeChecking(address: string): void
  /** A unit that has the service look at pages. @throws Refusal `limit/too-many` */
  beforeLooking(tenant: string): void
}

/** The try was no wrong guess. */
export type TakeBack = () => void

/** What limits count in. */
export const WINDOW = 10 * MINUTE

/** Per window. Many people can sit behind one address, so the first limit only asks for work. */
const limits = {
  filing: { address: { work: 60, most: 600 }, tenant: { work: 600, most: 6_000 } },
  upload: { address: { work: 200, most: 1_200 }, tenant: { work: 2_000, most: 12_000 } },
  guesses: 40,
  signIn: { addressAndAccount: 10, accountWork: 20 },
  confirming: 10,
  passkeyWork: 60,
  program: 1_200,
  checking: 120,
  looking: 30,
} as const

/** Of work for one try: about twenty seconds of a phone, so that a thousand machines gain little. */
const HARDEST = 20

/** @param newRate one that slides over `WINDOW`, by its name */
export function createLimits(proofOfWork: ProofOfWork, newRate: (name: string) => Rate): Limits {
  const guesses = newRate('guesses')
  const signIns = newRate('sign-ins')
  const accounts = newRate('accounts')
  const confirming = newRate('confirming')
  const passkeys = newRate('passkeys')
  const programs = newRate('programs')
  const checks = newRate('checks')
  const looks = newRate('looks')

  async function askForWork(pressure: number, hardest: number, proof: string | undefined): Promise<void> {
    if (pressure <= 1) return
    if (proof === undefined) {
      const challenge = await proofOfWork.challenge(Math.min(hardest, Math.ceil(pressure)))
      throw new Refusal('proof-needed', 'limit/proof-needed', { challenge })
    }
    if (!(await proofOfWork.solved(proof))) throw new Refusal('invalid', 'limit/proof-wrong')
  }

  // Counted before the answer is known, so that many tries at once do not slip through together.
  function counted(tries: readonly (readonly [Rate, string])[]): TakeBack {
    for (const [rate, key] of tries) rate.add(key)
    return () => {
      for (const [rate, key] of tries) rate.takeBack(key)
    }
  }

  function guard(what: 'filing' | 'upload') {
    const { address: perAddress, tenant: perTenant } = limits[what]
    const byAddress = newRate(`${what} by address`)
    const byTenant = newRate(`${what} by unit`)
    return async (address: string, tenant: string, proof: string | undefined): Promise<void> => {
      const fromAddress = byAddress.add(address)
      const toTenant = byTenant.add(tenant)
      if (fromAddress > perAddress.most || toTenant > perTenant.most) throw tooMany()
      await askForWork(Math.max(fromAddress / perAddress.work, toTenant / perTenant.work), 8, proof)
    }
  }

  return {
    beforeFiling: guard('filing'),
    beforeUpload: guard('upload'),
    beforeGuess(address) {
      if (guesses.count(address) >= limits.guesses) throw tooMany()
    },
    wrongGuess(address) {
      guesses.add(address)
    },
    async beforeSignIn(address, account, proof) {
      const both = `${address} ${account}`
      const { addressAndAccount, accountWork } = limits.signIn
      if (guesses.count(address) >= limits.guesses || signIns.count(both) >= addressAndAccount) throw tooMany()
      await askForWork((accounts.count(account) + 1) / accountWork, HARDEST, proof)
      return counted([
        [guesses, address],
        [signIns, both],
        [accounts, account],
      ])
    },
    beforeConfirming(session) {
      if (confirming.count(session) >= limits.confirming) throw tooMany()
      return counted([[confirming, session]])
    },
    beforePasskey: (address, proof) => askForWork(passkeys.add(address) / limits.passkeyWork, 8, proof),
    beforeProgram(key) {
      if (programs.add(key) > limits.program) throw tooMany()
    },
    beforeChecking(address) {
      if (checks.add(address) > limits.checking) throw tooMany()
    },
    beforeLooking(tenant) {
      if (looks.add(tenant) > limits.looking) throw tooMany()
    },
  }
}

/** For benchmarks and load tests. */
export const noLimits: Limits = {
  beforeFiling: async () => {},
  beforeUpload: async () => {},
  beforeGuess: () => {},
  wrongGuess: () => {},
  beforeSignIn: async () => () => {},
  beforeConfirming: () => () => {},
  beforePasskey: async () => {},
  beforeProgram: () => {},
  beforeChecking: () => {},
  beforeLooking: () => {},
}

const tooMany = () => new Refusal('too-many', 'limit/too-many', { retryAfter: WINDOW / 1_000 })
