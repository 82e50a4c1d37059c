import { filterSeen } from '../../case/access/case-access.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { CaseChange } from '../../case/store/complaint-reads.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import { type CaseFacts, factsOf } from './case-facts.ts'
import { FACTS_SHAPE, type FactsStore } from './facts-store.ts'
import type { FactsPage, TakenFacts } from './packed-facts.ts'

export interface FactsOffice extends Office {
  readonly reportFacts: FactsStore
}

/** Clocks of processes may differ, and writes may take time, by this many milliseconds. */
const LATE = 2 * 60_000

/** Milliseconds; two changes of a case may bear the same one. */
const SETTLED_AFTER = 1_000

const CHANGES_AT_ONCE = 250
const OPENED_AT_ONCE = 16
const CASES_ON_A_PAGE = 500

interface Unit {
  /** So that requests that come together do not open the same cases. A request waits for one lot of a task at most. */
  turn: Promise<void>
  /** This process has seen all changes of before this moment, in milliseconds. */
  seenTo: number
}

const units = new WeakMap<FactsStore, Map<TenantId, Unit>>()

function unitOf(store: FactsStore, tenant: TenantId): Unit {
  const known = units.get(store) ?? new Map<TenantId, Unit>()
  units.set(store, known)
  const unit = known.get(tenant) ?? { turn: Promise.resolve(), seenTo: 0 }
  known.set(tenant, unit)
  return unit
}

/**
 * Opens each case that changed since the last time and keeps its facts, so that a report opens none. A page is saved by
 * compare-and-set, and facts of an older change never replace newer ones, so any process may take them at any time.
 * @param stopping aborts between two lots of cases; what was taken is kept
 */
export async function takeFacts(ports: FactsOffice, tenant: TenantId, stopping?: AbortSignal): Promise<void> {
  const unit = unitOf(ports.reportFacts, tenant)
  const inTurn = (take: () => Promise<Begun>): Promise<Begun> => {
    const mine = unit.turn.then(take)
    unit.turn = mine.then(
      () => {},
      () => {},
    )
    return mine
  }
  let begun = await inTurn(async () => takeLot(ports, tenant, await beginAt(ports, tenant, unit)))
  while (begun.after) {
    if (stopping?.aborted) return
    const before = begun
    begun = await inTurn(() => takeLot(ports, tenant, before))
  }
  unit.seenTo = Math.max(unit.seenTo, begun.now)
}

interface Begun {
  readonly since: number
  readonly takenTo: number
  readonly now: number
  /** It is `null` before the first lot and after the last one. */
  readonly after: string | null
}

async function beginAt({ reportFacts }: FactsOffice, tenant: TenantId, unit: Unit): Promise<Begun> {
  const takenTo = await reportFacts.takenTo(tenant)
  return { since: Math.max(takenTo, unit.seenTo) - LATE, takenTo, now: Date.now(), after: null }
}

async function takeLot(ports: FactsOffice, tenant: TenantId, begun: Begun): Promise<Begun> {
  const { complaints, reportFacts } = ports
  const { since, takenTo, after } = begun
  const changed = await complaints.changedSince(tenant, { since, limit: CHANGES_AT_ONCE, ...(after && { after }) })
  for (const [page, changes] of groupByPage(changed.items)) {
    await reportFacts.change(tenant, page, (found) => takeInto(ports, tenant, found, changes))
  }
  const last = changed.items.at(-1)
  if (last && last.changedAt > takenTo) await reportFacts.reach(tenant, last.changedAt)
  return { ...begun, after: changed.nextCursor }
}

/** Neighbours by number came at about the same time, so a report on a month reads few pages. */
function groupByPage(changes: readonly CaseChange[]): ReadonlyMap<string, readonly CaseChange[]> {
  const pages = new Map<string, CaseChange[]>()
  for (const change of changes) {
    const [, series = '0', sequence = '0'] = /-(\d{4})-(\d{1,9})$/.exec(change.number) ?? []
    const page = `${series}-${Math.floor(Number(sequence) / CASES_ON_A_PAGE)}`
    const there = pages.get(page)
    if (there) there.push(change)
    else pages.set(page, [change])
  }
  return pages
}

async function takeInto(
  { complaints, vault }: FactsOffice,
  tenant: TenantId,
  found: FactsPage,
  changes: readonly CaseChange[],
): Promise<FactsPage> {
  const newer = changes.filter(({ number, changedAt }) => isOld(found[number], changedAt))
  if (newer.length === 0) return found
  const hash = await vault.hasher(tenant, 'search')
  const after: Record<string, TakenFacts> = { ...found }
  for (let at = 0; at < newer.length; at += OPENED_AT_ONCE) {
    const some = newer.slice(at, at + OPENED_AT_ONCE)
    const opened = await complaints.several(
      tenant,
      some.map(({ number }) => number),
    )
    const byNumber = new Map(opened.map((complaint) => [complaint.id, complaint]))
    for (const { number, changedAt } of some) {
      const complaint = byNumber.get(number)
      if (complaint) {
        const facts = countedFacts(await complaints.whole(complaint), hash)
        after[number] = { changedAt: markOf(changedAt), facts, shape: FACTS_SHAPE }
      } else delete after[number]
    }
  }
  return after
}

const isOld = (taken: TakenFacts | undefined, changedAt: number): boolean =>
  taken === undefined || taken.changedAt < changedAt || taken.shape !== FACTS_SHAPE

/** Within the same moment the case may change once more, so it is looked at again. */
const markOf = (changedAt: number): number => (Date.now() - changedAt < SETTLED_AFTER ? changedAt - 1 : changedAt)

/** Cases of an old register were handled without this service's clocks. */
const countedFacts = (complaint: Complaint, hash: (text: string) => string): CaseFacts | null =>
  complaint.imported ? null : factsOf(complaint, hash)

/**
 * Yields the facts of the cases that this person sees, those that were received by `to` and were open at `from` or came
 * later, some hundred at a time. It first takes in what changed, so a figure counts what the register shows.
 */
export async function* visibleFacts(
  ports: FactsOffice,
  staff: StaffMember,
  between: { readonly from: Instant; readonly to: Instant },
): AsyncGenerator<readonly CaseFacts[]> {
  await takeFacts(ports, staff.tenant)
  const seen = await filterSeen(ports, staff)
  for await (const some of ports.reportFacts.between(staff.tenant, between)) yield seen(some)
}
