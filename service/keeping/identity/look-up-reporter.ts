import { changeCaseFor } from '../../case/access/case-access.ts'
import { actorOf, type CaseActionPorts, momentOf } from '../../case/access/case-actions.ts'
import { reporterMark } from '../../case/search/reporter-marks.ts'
import type { LookUpReason, ReporterKey } from '../../offices/act-vocabulary.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { DAY, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import { mayOpenIdentity, recordOpening } from './reveal-identity.ts'

export interface LookUp {
  readonly by: ReporterKey
  readonly written: string
  readonly reason: LookUpReason
}

export type LookUpPorts = CaseActionPorts & { readonly accessLog: Collection<LogEntry> }

/** More people than this do not come without their number on one day to one officer. */
const MOST_A_DAY = 20
const MOST_FOUND = 10
const LINES_AT_ONCE = 500

/** What the reporter reads on their page. */
const reasons: Readonly<Record<LookUpReason, string>> = {
  at_counter: 'Pengaduan dicari menurut nama atau kontak: pelapor hadir tanpa nomor pengaduan.',
  on_phone: 'Pengaduan dicari menurut nama atau kontak: pelapor menelepon tanpa nomor pengaduan.',
  in_writing: 'Pengaduan dicari menurut nama atau kontak: pelapor menulis tanpa nomor pengaduan.',
}

/**
 * Finds the numbers of somebody's cases by all of their name, their telephone number or their e-mail address, for who
 * may open their identity there. The try is logged before anything is looked at; each case that is found says so to its
 * reporter. Cases of confidential reporters are looked at for custodians only, so nobody else learns by a hit, by a
 * count or by time that there is one; sealed identities are never looked at.
 * @throws Refusal `staff/not-permitted`, `reporter/looked-up-enough`
 */
export async function lookUpReporter(
  ports: LookUpPorts,
  staff: StaffMember,
  { by, written, reason }: LookUp,
): Promise<readonly string[]> {
  requirePermission(staff, 'identity.open')
  const { tenant } = staff
  await ports.record(tenant, { by: staff.id, act: 'reporter.looked_up', subject: null, detail: `${by} ${reason}` })
  if ((await lookUpsToday(ports, staff)) > MOST_A_DAY) throw new Refusal('too-many', 'reporter/looked-up-enough')
  const hash = await ports.vault.hasher(tenant, 'search')
  const kinds = staff.permissions.has('identity.open_confidential') ? [false, true] : [false]
  const marks = kinds.flatMap((isConfidential) => reporterMark(hash, by, written, isConfidential) ?? [])
  const category = staff.limits.get('identity.open')
  const numbers = await ports.complaints.ofReporter(tenant, marks, MOST_FOUND, {
    ...(category && { narrow: { category: [...category] } }),
    without: [...staff.guardMarks],
  })
  const moment = await momentOf(ports, tenant)
  const found: string[] = []
  for (const number of numbers) {
    await changeCaseFor(ports, staff, ['identity.open'], number, (before) => {
      if (!mayOpenIdentity(before, staff, moment.at)) throw new Refusal('forbidden', 'identity/custodian-needed')
      return recordOpening(
        before,
        { ground: 'check_identity', reason: reasons[reason] },
        actorOf(staff, ['identity.open']),
        moment,
      )
    }).then(
      () => found.push(number),
      (cause: unknown) => {
        // A case that cannot be opened for them is as one that was not found.
        if (!(cause instanceof Refusal)) throw cause
      },
    )
  }
  return found
}

async function lookUpsToday(
  { accessLog, now }: Pick<LookUpPorts, 'accessLog' | 'now'>,
  { tenant, id }: StaffMember,
): Promise<number> {
  const range = { from: plusMilliseconds(now(), -DAY) }
  let count = 0
  let after: string | null = null
  do {
    const query = { index: 'by', where: { by: id }, range, limit: LINES_AT_ONCE, ...(after && { after }) }
    const page: Awaited<ReturnType<typeof accessLog.find>> = await accessLog.find(tenant, query)
    count += page.items.filter(({ act }) => act === 'reporter.looked_up').length
    after = page.nextCursor
  } while (after && count <= MOST_A_DAY)
  return count
}
