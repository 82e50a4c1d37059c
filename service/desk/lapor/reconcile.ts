import { readVisiblePage, sees } from '../../case/access/case-access.ts'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { DAY, plusMilliseconds } from '../../shared/instant.ts'
import type { Page } from '../../storage/collection.ts'
import { type BadLine, type LaporLine, readLaporList } from './read-list.ts'

/** Cases of this age without a number in SP4N-LAPOR!, the oldest first. @throws Refusal `staff/not-permitted` */
export async function withoutLaporId(
  ports: CaseActionPorts,
  staff: StaffMember,
  { days, ...paging }: { readonly days: number; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<Complaint>> {
  requirePermission(staff, 'cases.read')
  const to = plusMilliseconds(ports.now(), -days * DAY)
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'lapor' })
  return readVisiblePage(staff, paging, (asked) =>
    ports.complaints.list(staff.tenant, {
      index: 'lapor',
      where: { lapor: 'missing' },
      range: { to },
      order: 'ascending',
      ...asked,
    }),
  )
}

export interface Reconciliation {
  readonly bad: readonly BadLine[]
  readonly matched: readonly { readonly line: LaporLine; readonly complaint: Complaint }[]
  /** The list has a number that no case here has. */
  readonly missingHere: readonly LaporLine[]
  /** Cases of the list's days whose number is not in it. */
  readonly missingThere: readonly Complaint[]
}

const AT_ONCE = 50
const MOST_HERE = 1_000

/**
 * Compares a list with the cases that somebody sees; what is kept from them counts as missing. The list is not kept.
 * @throws Refusal `staff/not-permitted`, `lapor/too-many-lines`
 */
export async function reconcile(ports: CaseActionPorts, staff: StaffMember, text: string): Promise<Reconciliation> {
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
  ports: CaseActionPorts,
  staff: StaffMember,
  lines: readonly LaporLine[],
): Promise<readonly Complaint[]> {
  if (lines.length === 0) return []
  const listed = new Set(lines.map(({ id }) => id))
  const days = lines.flatMap(({ day }) => day ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const { items } = await readVisiblePage(staff, { limit: MOST_HERE }, (paging) =>
    ports.complaints.list(staff.tenant, { index: 'lapor', where: { lapor: 'noted' }, order: 'descending', ...paging }),
  )
  return items.filter(
    ({ dossier, receivedDay }) =>
      dossier.lapor &&
      !listed.has(dossier.lapor.id) &&
      (!first || !last || (receivedDay >= first && receivedDay <= last)),
  )
}
