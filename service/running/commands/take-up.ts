import { complaintSpec } from '../../case/store/complaint-spec.ts'
import {
  destructionSeries,
  gapAfterRestore,
  type NumberGap,
  recordGapAfterRestore,
} from '../../case/store/number-gaps.ts'
import { destructionSpec } from '../../keeping/retention/destruction.ts'
import { type ErasureList, eraseAgain, type LeftOut, mergeErasures } from '../../keeping/retention/erasures.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import type { Opened } from '../open-ports.ts'
import type { Ports } from '../ports.ts'
import { verdictOf } from './verify-log.ts'

export interface Restored {
  /** What was written later is lost. */
  readonly asOf: Instant
  /** It is `null` if there is no list of what was erased. */
  readonly erasures: ErasureList | null
  readonly signal: AbortSignal
}

/**
 * Makes restored stores fit to go on with: verifies each log, erases again, leaves out numbers that may have been given,
 * and signs everybody out. After an interruption it can be called again.
 * @returns lines for the operator
 */
export async function takeUp({ ports, store }: Opened, { asOf, erasures, signal }: Restored): Promise<string> {
  const units = await ports.tenants.list()
  const lines: string[] = []
  for (const { id } of units) {
    const { line, isWhole } = await verdictOf(ports, id, signal)
    lines.push(`  log of ${line}`)
    if (!isWhole) process.exitCode = 3
  }
  const again = erasures && (await eraseAgain(ports, erasures.erasures))
  // Sessions that ended after that moment, by sign-out or a new password, must not come back.
  while ((await ports.sessions.deleteAcrossTenants('expires', {}, 1_000)) > 0) signal.throwIfAborted()
  const leaving = { asOf, before: erasures?.leftOut ?? [] }
  for (const { id } of units) {
    for (const gap of await leaveOutNumbers(ports, store, await ports.tenants.get(id), leaving)) {
      lines.push(
        `  numbers ${gap.from} to ${gap.to} of ${id} in ${gap.series} are left out: some may have been given\n`,
      )
    }
  }
  if (erasures) {
    const { numberGaps } = ports.complaints
    const leftOut = units.flatMap(({ id }) => numberGaps.of(id).map(({ series, to }) => ({ tenant: id, series, to })))
    await ports.erasureFile.change(async (known) =>
      mergeErasures(known, { ...erasures, leftOut: [...leaving.before, ...leftOut] }),
    )
  }
  for (const unit of [...units.map(({ id }) => id), PLATFORM_UNIT]) {
    await ports.record(unit, { by: 'system', act: 'backup.restored', subject: null, detail: asOf })
  }
  await store.check()
  return `${lines.join('')}${sayErasures(again, erasures)}  Everybody signs in again. Notices that left after that moment may leave once more.
`
}

type Numbers = Pick<NumberGap, 'from' | 'to'>

interface Leaving {
  readonly asOf: Instant
  /** What earlier restores left out, also those of which this store knows nothing. */
  readonly before: readonly LeftOut[]
}

/** Leaves out numbers of cases and of destruction records, for each year in which one may have been given. */
async function leaveOutNumbers(
  { complaints, record, now }: Ports,
  store: Store,
  { id, settings }: Tenant,
  { asOf, before }: Leaving,
): Promise<readonly (Numbers & Pick<NumberGap, 'series'>)[]> {
  const restoredAt = now()
  const { numberGaps } = complaints
  const gaps: (Numbers & Pick<NumberGap, 'series'>)[] = []
  const leaveOut = async (series: string, gapBehind: (highest: number) => Numbers, highest: number) => {
    if (numberGaps.of(id).some((gap) => gap.series === series && gap.asOf === asOf)) return
    const known = Math.max(highest, numberGaps.behind(id, series))
    const earlier = before.flatMap((one) => (one.tenant === id && one.series === series ? one.to : []))
    const [from, { to }] = [known + 1, gapBehind(Math.max(known, ...earlier))]
    await numberGaps.add({ tenant: id, series, from, to, prefix: settings.numberPrefix, asOf, restoredAt })
    await record(id, { by: 'system', act: 'numbers.left_out', subject: null, detail: `${series}: ${from}–${to}` })
    gaps.push({ series, from, to })
  }
  const years = new Set([asOf, restoredAt].map((at) => localDateOf(at, settings.calendar).slice(0, 4)))
  for (const year of years) {
    const busiestDay = await busiestDayOf(complaints, id, year)
    const behindCases = (highest: number) => gapAfterRestore(highest, busiestDay, asOf, restoredAt)
    await leaveOut(year, behindCases, await highestOf(store, complaintSpec, id, year))
    await leaveOut(destructionSeries(year), recordGapAfterRestore, await highestOf(store, destructionSpec, id, year))
  }
  return gaps
}

/** It is read from the index, because the newest document may be one that cannot be opened. */
async function highestOf<D extends Kept>(
  store: Store,
  spec: CollectionSpec<D>,
  unit: Tenant['id'],
  series: string,
): Promise<number> {
  const kept = await store.collection(spec)
  const { items } = await kept.rows(unit, { index: 'series', where: { series }, order: 'descending', limit: 1 })
  return Number(items[0]?.values[1] ?? 0)
}

async function busiestDayOf({ tally }: Ports['complaints'], id: Tenant['id'], year: string): Promise<number> {
  const days = new Map<string, number>()
  const all = await tally(id, 'dayTally', { from: `${year}-01-01` as Day, to: `${year}-12-31` as Day })
  for (const { when, cases } of all) days.set(when, (days.get(when) ?? 0) + cases)
  return Math.max(0, ...days.values())
}

function sayErasures(again: Awaited<ReturnType<typeof eraseAgain>> | null, list: ErasureList | null): string {
  if (!again || !list) return '  WITHOUT A LIST OF ERASURES: what was erased since that moment is back\n'
  const kept = again.kept.length > 0 ? `  NOT DESTROYED AGAIN, propose it anew: ${again.kept.join(', ')}\n` : ''
  return `  erased again: ${again.identities} identities, ${again.cases} cases; what was erased after ${list.until} is on no list
${kept}`
}
