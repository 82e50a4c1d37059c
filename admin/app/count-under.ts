import type { TodayCounts } from '../../service/contract/today.ts'
import type { Entry } from './routes/route.ts'

type Kind = TodayCounts['cases'][number]['kind'] | TodayCounts['pages'][number]['kind']

/** These wait on a page of the entry; whatever waits is also in the list of the day. */
const kindsUnder: Readonly<Partial<Record<Entry, readonly Kind[]>>> = {
  intake: ['inbound'],
  unit: ['broken_rule', 'broken_series'],
  decisions: ['identity', 'data_request', 'second_person'],
}

/** Returns how much waits under an entry of the navigation. */
export function countUnder(entry: Entry, counts: TodayCounts | null): number {
  if (!counts) return 0
  const all: readonly { readonly kind: Kind; readonly count: number }[] = [...counts.cases, ...counts.pages]
  const counted = all.filter(({ kind }) =>
    // What is late is among the others already.
    entry === 'today' ? kind !== 'late' : (kindsUnder[entry]?.includes(kind) ?? false),
  )
  const reminders = entry === 'today' ? counts.reminders : 0
  return counted.reduce((sum, { count }) => sum + count, reminders)
}
