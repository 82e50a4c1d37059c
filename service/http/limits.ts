import { Refusal } from '../shared/refusal.ts'
import {
  CASE_SHARE,
  type DoorName,
  doors,
  guesses,
  HARDEST,
  type Limit,
  others,
  type ReporterActName,
  reporterActs,
  signIns,
  units,
  WINDOW,
} from './limit-table.ts'
import type { ProofOfWork, Rate, WorkFor } from './rates.ts'

export interface Visit {
  readonly address: string
  readonly tenant: string
  readonly proof?: string | undefined
}

/** `isFew` is true while the address is within its own share of the tenant, so that it can hardly be a flood. */
export interface Admission {
  readonly isFew: boolean
}

/** Undoes the count, because the try was no wrong guess. */
export type TakeBack = () => void

/** Guards against floods by the numbers in `limit-table.ts`. No limit ever answers with a receipt. */
export interface Limits {
  beforeEntering(door: DoorName, visit: Visit): Promise<Admission>
  /** Counts a wrong tracking code. */
  wrongCode(address: string, number: string): void
  /** Counts a wrong key or invitation. */
  wrongSecret(kind: 'key' | 'invitation', address: string): void
  /** Counts a try to sign in until it is taken back. */
  beforeSignIn(address: string, account: string, proof: string | undefined): Promise<TakeBack>
  /** Counts a try of a signed-in person to confirm who they are. */
  beforeConfirming(session: string): TakeBack
  /** A passkey cannot be guessed, so asking for one costs work at most. */
  beforePasskey(address: string, proof: string | undefined): Promise<void>
  /** @param counted an address, a program's key, or a tenant that has the service look at pages. */
  before(what: 'provider' | 'program' | 'carrying' | 'checking' | 'reset' | 'looking', counted: string): void
  /** @param ofCase is unique over all tenants. */
  beforeReporterAct(act: ReporterActName, address: string, ofCase: string): void
}

/** @param newRate makes a rate that slides over `WINDOW`, by its name */
export function createLimits(proofOfWork: ProofOfWork, newRate: (name: string) => Rate): Limits {
  const askForWork = workAskedBy(proofOfWork)
  const counters = countersOf(newRate)

  const count = (what: string, limit: Limit, key: string) => {
    if (counters(what).add(key) > (limit.most ?? Number.POSITIVE_INFINITY)) throw tooMany(limit)
  }

  return {
    beforeEntering: guardDoors(counters, askForWork),

    wrongCode(address, number) {
      count('wrong code', guesses.code, `${address} ${number.slice(0, LONGEST_NUMBER)}`)
      count('wrong any code', guesses['any code'], address)
    },
    wrongSecret: (kind, address) => count(`wrong ${kind}`, guesses[kind], address),

    ...guardSignIns(counters, askForWork),

    before: (what, key) => count(what, others[what], key),

    beforeReporterAct(act, address, ofCase) {
      const { perCase, perAddress } = reporterActs[act]
      const onCase = counters(`${act} on a case`).add(ofCase)
      if (onCase > perCase) throw tooMany({ code: 'limit/case-busy' })
      const fromAddress = counters(`${act} by address`).add(address)
      if (fromAddress > perAddress && onCase > CASE_SHARE) throw tooMany({ code: 'limit/too-many' })
    },
  }
}

type Counters = (name: string) => Rate
type AskForWork = (of: WorkFor, pressures: readonly Pressure[], proof: string | undefined) => Promise<void>

const guardDoors =
  (counters: Counters, askForWork: AskForWork): Limits['beforeEntering'] =>
  async (name, { address, tenant, proof }) => {
    const door = doors[name]
    const unit = units[door.unit]
    const fromAddress = counters(`${name} by address`).add(address)
    if (fromAddress > door.address.most) throw tooMany(door.address)
    const ofPair = counters(`${name} by address and unit`)
    const own = `${address} ${tenant}`
    // Counting precedes every wait, so that simultaneous requests do not all pass for the first.
    const isFew = ofPair.add(own) <= door.share
    const toUnit = counters(door.unit).count(tenant) + 1
    const ofAddress = 'work' in door.address ? fromAddress / door.address.work : 0
    const ofUnit = isFew ? 0 : toUnit / unit.work
    try {
      if (!isFew && (toUnit > unit.most || (!door.canWork && ofUnit > 1))) throw tooMany(unit)
      const pressure = { pressure: Math.max(ofAddress, ofUnit), hardest: HARDEST.door }
      await askForWork({ purpose: name, subject: tenant }, [pressure], proof)
    } catch (refusal) {
      ofPair.takeBack(own)
      throw refusal
    }
    counters(door.unit).add(tenant)
    return { isFew }
  }

const guardSignIns = (
  counters: Counters,
  askForWork: AskForWork,
): Pick<Limits, 'beforeSignIn' | 'beforeConfirming' | 'beforePasskey'> => ({
  async beforeSignIn(address, account, proof) {
    const both = `${address} ${account}`
    const [tries, fromAddress, atAccount] = [
      counters('sign-in by both'),
      counters('sign-in by address'),
      counters('sign-in by account'),
    ]
    if (tries.count(both) >= signIns.both.most) throw tooMany(signIns.both)
    const pressures = [
      { pressure: (fromAddress.count(address) + 1) / signIns.address.work, hardest: HARDEST.door },
      { pressure: (atAccount.count(account) + 1) / signIns.account.work, hardest: HARDEST.account },
    ]
    await askForWork({ purpose: 'sign-in', subject: account }, pressures, proof)
    if (tries.count(both) >= signIns.both.most) throw tooMany(signIns.both)
    return countTries([
      [fromAddress, address],
      [tries, both],
      [atAccount, account],
    ])
  },

  beforeConfirming(session) {
    const rate = counters('confirming')
    if (rate.count(session) >= others.confirming.most) throw tooMany(others.confirming)
    return countTries([[rate, session]])
  },

  beforePasskey(address, proof) {
    const pressure = counters('passkey').add(address) / others.passkey.work
    return askForWork({ purpose: 'passkey', subject: '' }, [{ pressure, hardest: HARDEST.door }], proof)
  },
})

// Tries count before the answer is known, so that many at once do not slip through together.
function countTries(tries: readonly (readonly [Rate, string])[]): TakeBack {
  for (const [rate, key] of tries) rate.add(key)
  return () => {
    for (const [rate, key] of tries) rate.takeBack(key)
  }
}

/** A number that nobody gave is cut, so that made-up ones fill no memory. */
const LONGEST_NUMBER = 40

/** Work grows in few steps, so that a solved proof is seldom too little by the time it arrives. */
const STEPS = [1, 2, 4, 8, 20] as const
/** A challenge asks for somewhat more than is due now, for the same reason. */
const AHEAD = 1.25

/** How far a count is above the free limit, and the hardest work that this may ask for. */
interface Pressure {
  readonly pressure: number
  readonly hardest: number
}

/** @returns 0 where no work is due */
const workFor = (pressures: readonly Pressure[], ahead: number): number =>
  Math.max(
    ...pressures.map(({ pressure, hardest }) =>
      pressure <= 1 ? 0 : Math.min(hardest, STEPS.find((step) => step >= pressure * ahead) ?? hardest),
    ),
  )

function workAskedBy(proofOfWork: ProofOfWork): AskForWork {
  return async (of, pressures, proof) => {
    const due = workFor(pressures, 1)
    if (due === 0) return
    const verdict = proof === undefined ? 'too-little' : await proofOfWork.judge(of, due, proof)
    if (verdict === 'wrong') throw new Refusal('invalid', 'limit/proof-wrong')
    if (verdict === 'accepted') return
    const challenge = await proofOfWork.challenge(of, workFor(pressures, AHEAD))
    throw new Refusal('proof-needed', 'limit/proof-needed', { challenge })
  }
}

/** All counters exist from the start, so that they receive what other processes counted. */
const counted = [
  ...Object.keys(doors).flatMap((door) => [`${door} by address`, `${door} by address and unit`]),
  ...Object.keys(units),
  ...Object.keys(guesses).map((kind) => `wrong ${kind}`),
  ...Object.keys(signIns).map((by) => `sign-in by ${by}`),
  ...Object.keys(others),
  ...Object.keys(reporterActs).flatMap((act) => [`${act} on a case`, `${act} by address`]),
]

function countersOf(newRate: (name: string) => Rate): Counters {
  const made = new Map(counted.map((name) => [name, newRate(name)]))
  return (name) => {
    const rate = made.get(name)
    if (!rate) throw new Error(`Nothing is counted as "${name}".`)
    return rate
  }
}

const uncounted: Rate = { add: () => 0, takeBack: () => {}, count: () => 0 }
const neverAsked: ProofOfWork = { challenge: async () => null, judge: async () => 'accepted' }

/** Benchmarks and load tests use it. */
export const noLimits: Limits = createLimits(neverAsked, () => uncounted)

const tooMany = ({ code }: Pick<Limit, 'code'>) => new Refusal('too-many', code, { retryAfter: WINDOW / 1_000 })
