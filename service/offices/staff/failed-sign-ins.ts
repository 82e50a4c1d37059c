import { type Clock, type Instant, MINUTE } from '../../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import type { RecordAccess } from '../log/access-log.ts'
import type { Failures } from './account.ts'
import type { StaffDirectory } from './staff-directory.ts'

export interface UntoldFailures extends Kept, Failures {}

export const untoldFailuresSpec: CollectionSpec<UntoldFailures> = { name: 'failedSignIns', keys: {}, indexes: {} }

export interface FailedSignIns {
  /**
   * Counts in memory, which takes the same time for every account.
   * @param account `null` if nobody has this address
   */
  note(account: string | null): void
  take(account: string): Promise<Failures | null>
  flush(): Promise<void>
}

export interface FailedSignInPorts {
  readonly untoldFailures: Collection<UntoldFailures>
  readonly staff: Pick<StaffDirectory, 'account' | 'membershipsOf'>
  readonly record: RecordAccess
  /** Counts failures at addresses that nobody has. */
  readonly countUnknown: (failures: number) => void
  readonly now: Clock
}

export const FAILURES_WRITTEN_EVERY = 15 * MINUTE

/** Each save adds at most so many lines to a tenant's log, and one for all other accounts together. */
export const MOST_LINES = 20

interface Counted {
  readonly since: Instant
  count: number
  untold: number
}

export function createFailedSignIns(ports: FailedSignInPorts): FailedSignIns {
  const { untoldFailures, countUnknown, now } = ports
  let counted = new Map<string | null, Counted>()

  function takeCounts(): Map<string | null, Counted> {
    const all = counted
    counted = new Map()
    return all
  }

  return {
    note(account) {
      const one = counted.get(account) ?? { since: now(), count: 0, untold: 0 }
      one.count++
      one.untold++
      counted.set(account, one)
    },

    async take(account) {
      const kept = await untoldFailures.get(PLATFORM, account)
      if (kept) await untoldFailures.delete(PLATFORM, account)
      const fresh = counted.get(account)
      const count = (kept?.count ?? 0) + (fresh?.untold ?? 0)
      if (fresh) fresh.untold = 0
      const since = kept?.since ?? fresh?.since
      return count > 0 && since ? { count, since } : null
    },

    async flush() {
      const failures = takeCounts()
      countUnknown(failures.get(null)?.count ?? 0)
      failures.delete(null)
      const ofAccounts = new Map<string, number>()
      for (const [account, { count, untold, since }] of failures) {
        if (account === null) continue
        ofAccounts.set(account, count)
        if (untold > 0) await keepUntold(untoldFailures, account, { count: untold, since })
      }
      await writeLines(ports, ofAccounts)
    },
  }
}

async function keepUntold(kept: Collection<UntoldFailures>, account: string, { count, since }: Failures) {
  for (;;) {
    const before = await kept.get(PLATFORM, account)
    if (before && (await kept.replace({ ...before, count: before.count + count }))) return
    if (before) continue
    try {
      await kept.insert({ tenant: PLATFORM, id: account, count, since })
      return
    } catch (cause) {
      if (!(cause instanceof UniqueViolation)) throw cause
    }
  }
}

async function writeLines({ staff, record }: FailedSignInPorts, failures: ReadonlyMap<string, number>): Promise<void> {
  const ofUnits = new Map<TenantId, [string, number][]>()
  for (const [account, count] of failures) {
    const units = (await staff.membershipsOf(account)).map(({ tenant }) => tenant)
    if ((await staff.account(account))?.operator) units.push(PLATFORM)
    for (const unit of units) ofUnits.set(unit, [...(ofUnits.get(unit) ?? []), [account, count]])
  }
  for (const [unit, counts] of ofUnits) {
    for (const { subject, count } of linesOf(counts)) {
      await record(unit, { by: 'system', act: 'sign-in.failed', subject, detail: String(count) })
    }
  }
}

/** Names the accounts with the most failures, and sums up the others in one line without names. */
export function linesOf(counts: readonly (readonly [string, number])[]) {
  const sorted = counts.toSorted(([, one], [, other]) => other - one)
  const lines: { subject: string | null; count: number }[] = sorted
    .slice(0, MOST_LINES)
    .map(([subject, count]) => ({ subject, count }))
  const rest = sorted.slice(MOST_LINES).reduce((sum, [, count]) => sum + count, 0)
  return rest > 0 ? [...lines, { subject: null, count: rest }] : lines
}
