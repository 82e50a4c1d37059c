import type { StaffId } from '../../offices/staff-id.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { openStatuses } from './complaint-tallies.ts'
import type { GuardedCases } from './guarded-cases.ts'
import type { KeptComplaint } from './kept-complaint.ts'

/** How many open cases each person has. */
export type Caseloads = ReadonlyMap<StaffId, number>

export interface AskedHandler {
  readonly tenant: TenantId
  /** The case. */
  readonly number: string
  /** Those among whom it is chosen. */
  readonly people: readonly StaffId[]
  readonly at: Instant
}

export interface CaseloadStore {
  /**
   * Counts open cases, each up to a little more than any limit. Guarded ones are left out, because a count must not
   * reveal them to those from whom they are hidden.
   */
  caseloads(tenant: TenantId, people: readonly StaffId[]): Promise<Caseloads>
  /**
   * Chooses who gets a case. Choices of one tenant follow each other, so each of them counts what was given before,
   * also where that case is not written yet.
   * @param choose is called again when somebody else chose meanwhile; the case itself is not counted
   */
  giveOut(asked: AskedHandler, choose: (loads: Caseloads) => StaffId | null): Promise<StaffId | null>
}

/** A case that was given to somebody and may not be written yet. */
interface Given {
  readonly number: string
  readonly to: StaffId
  readonly at: Instant
}

/** What a tenant gave out lately is one document, so that two processes cannot both give the last place. */
export interface KeptGiven extends Kept {
  readonly given: readonly Given[]
}

export const givenSpec: CollectionSpec<KeptGiven> = { name: 'givenCases', keys: {}, indexes: {} }

/** A case that is still not written by then never will be. */
const WRITTEN_WITHIN = MINUTE
const MOST_COUNTED = 250
const ID = 'given'

export const caseloadStore = (
  kept: Collection<KeptComplaint>,
  givenOut: Collection<KeptGiven>,
  guarded: GuardedCases,
): CaseloadStore => {
  async function openCasesOf(tenant: TenantId, people: readonly StaffId[]) {
    const hidden = await guarded.numbersBearing(tenant, null)
    const found = people.map(async (handler) => {
      const where = { handler, status: openStatuses }
      const { items } = await kept.rows(tenant, { index: 'handler', where, limit: MOST_COUNTED })
      return [handler, new Set(items.map(({ id }) => id).filter((id) => !hidden.has(id)))] as const
    })
    return Promise.all(found)
  }

  return {
    caseloads: async (tenant, people) =>
      new Map((await openCasesOf(tenant, people)).map(([person, cases]) => [person, cases.size])),

    async giveOut({ tenant, number, people, at }, choose) {
      for (;;) {
        const known = await givenOut.get(tenant, ID)
        const since = plusMilliseconds(at, -WRITTEN_WITHIN)
        const others = (known?.given ?? []).filter((one) => one.number !== number && one.at > since)
        const loads = (await openCasesOf(tenant, people)).map(([person, cases]) => {
          const all = new Set([...cases, ...others.flatMap((one) => (one.to === person ? one.number : []))])
          all.delete(number)
          return [person, all.size] as const
        })
        const to = choose(new Map(loads))
        if (to === null) return null
        const given = [...others, { number, to, at }]
        const isFirst = known ? await givenOut.replace({ ...known, given }) : await begin(givenOut, tenant, given)
        if (isFirst) return to
      }
    },
  }
}

const begin = (givenOut: Collection<KeptGiven>, tenant: TenantId, given: readonly Given[]): Promise<KeptGiven | null> =>
  givenOut.insert({ tenant, id: ID, given }).catch((cause: unknown) => {
    if (cause instanceof UniqueViolation) return null
    throw cause
  })
