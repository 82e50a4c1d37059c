import { pageSeen, sees } from '../complaints/case-access.ts'
import type { DeskPorts } from '../complaints/desk.ts'
import type { Complaint } from '../complaints/shape/complaint.ts'
import { DAY, plusMilliseconds } from '../shared/instant.ts'
import { requirePermission } from '../staff/require-permission.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Page } from '../storage/collection.ts'
import { type BadLine, type LaporLine, readLaporList } from './read-list.ts'

/** Cases so old that have no number in the national channel, the oldest first. @throws Refusal `staff/not-permitted` */
export async function withoutLaporId(
  ports: DeskPorts,
  staff: StaffMember,
  { days, ...paging }: { readonly days: number; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<Complaint>> {
  requirePermission(staff, 'cases.read')
  const to = plusMilliseconds(ports.now(), -days * DAY)
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'lapor' })
  return pageSeen(staff, paging, (asked) =>
    ports.complaints.list(staff.tenant, { index: 'laporMissing', range: { to }, order: 'ascending', ...asked }),
  )
}

/** What a list from the national channel and this unit's cases have in common, and what each lacks. */
export interface Reconciliation {
  readonly bad: readonly BadLine[]
  readonly matched: readonly { readonly line: LaporLine; readonly complaint: Complaint }[]
  /** In the list, and no case here has its number. */
  readonly missingHere: readonly LaporLine[]
  /** Here with a number that is not in the list, of the days that the list is about. */
  readonly missingThere: readonly Complaint[]
}

const AT_ONCE = 50
const MOST_HERE = 1_000

/**
 * Compares a list with the cases that somebody sees; what is kept from them counts as not there. The list is not kept.
 * @throws Refusal `staff/not-permitted`, `lapor/too-many-lines`
 */
export async function reconcile(ports: DeskPorts, staff: StaffMember, text: string): Promise<Reconciliation> {
  requirePermission(staff, 'cases.read')
  const { lines, bad } = readLaporList(text)
  const { tenant } = staff
  await ports.record(tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'lapor' })
  const matched: { line: LaporLine; complaint: Complaint }[] = []
  const missingHere: LaporLine[] = []
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE)
    const found = await Promise.all(some.map(({ id }) => ports.complaints.withLaporId(tenant, id)))
    for (const [at, line] of some.entries()) {
      const seen = (found[at] ?? []).filter((complaint) => sees(staff, complaint))
      if (seen.length === 0) missingHere.push(line)
      matched.push(...seen.map((complaint) => ({ line, complaint })))
    }
  }
  return { bad, matched, missingHere, missingThere: await missingThere(ports, staff, lines) }
}

async function missingThere(
  ports: DeskPorts,
  staff: StaffMember,
  lines: readonly LaporLine[],
): Promise<readonly Complaint[]> {
  if (lines.length === 0) return []
  const listed = new Set(lines.map(({ id }) => id))
  const days = lines.flatMap(({ day }) => day ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const { items } = await pageSeen(staff, { limit: MOST_HERE }, (paging) =>
    ports.complaints.list(staff.tenant, { index: 'laporNoted', order: 'descending', ...paging }),
  )
  return items.filter(
    ({ dossier, receivedDay }) =>
      dossier.lapor &&
      !listed.has(dossier.lapor.id) &&
      (!first || !last || (receivedDay >= first && receivedDay <= last)),
  )
}
