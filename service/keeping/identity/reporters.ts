import { changeByNumber, reads } from '../../case/access/case-access.ts'
import { actorOf, momentOf, writeOnCase } from '../../case/access/case-actions.ts'
import { workersOn } from '../../case/access/deciders.ts'
import { confirmGivenCode, isCodeWaiting, withCode } from '../../case/given-code.ts'
import type { Office } from '../../case/office/office.ts'
import { replaceCode } from '../../case/reporter-rights.ts'
import { reporterMark } from '../../case/search/case-words.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { ReplacedCode } from '../../case/shape/correspondence.ts'
import type { HistoryEvent } from '../../case/shape/history.ts'
import { splitNumbers } from '../../case/split-case.ts'
import type { LookUpReason, ReporterKey } from '../../offices/act-vocabulary.ts'
import { type Permission, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { normaliseCode, trackingCode } from '../../shared/tracking-code.ts'
import { addOpening, mayOpenIdentity, recordOpening } from './identity.ts'

export interface LookUp {
  readonly by: ReporterKey
  readonly written: string
  readonly reason: LookUpReason
}

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
 */
export async function lookUpReporter(
  office: Office,
  staff: StaffMember,
  { by, written, reason }: LookUp,
): Promise<readonly string[]> {
  requirePermission(staff, 'identity.open')
  const { tenant } = staff
  await office.record(tenant, { by: staff.id, act: 'reporter.looked_up', subject: null, detail: `${by} ${reason}` })
  if ((await lookUpsToday(office, staff)) > MOST_A_DAY) throw new Refusal('too-many', 'reporter/looked-up-enough')
  const hash = await office.vault.hasher(tenant, 'search')
  const kinds = staff.permissions.has('identity.open_confidential') ? [false, true] : [false]
  const marks = kinds.flatMap((isConfidential) => reporterMark(hash, by, written, isConfidential) ?? [])
  const category = staff.limits.get('identity.open')
  const numbers = await office.complaints.ofReporter(tenant, marks, MOST_FOUND, {
    ...(category && { narrow: { category: [...category] } }),
    without: [...staff.guardMarks],
  })
  const moment = await momentOf(office, tenant)
  const found: string[] = []
  for (const number of numbers) {
    await changeByNumber(office, staff, ['identity.open'], number, (before) => {
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

async function lookUpsToday({ accessLog, now }: Office, { tenant, id }: StaffMember): Promise<number> {
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

export interface RenewCode {
  readonly number: string
  /** How the officer made sure that this is the reporter. */
  readonly reason: string
  readonly leakReason?: string | undefined
}

export interface RenewedCode {
  readonly number: string
  readonly trackingCode: string
}

const needed: readonly [Permission, ...Permission[]] = ['identity.open']

/**
 * Gives a reporter who lost their code a new one, after an officer compared the person with the identity on the case.
 * Only those who may open the identity can compare, and without an identity nobody can. The old code is dead, and the
 * reporter is notified on every channel. Until the new one came back by a contact of the case, or a second officer
 * confirmed it, it reads without identity.
 */
export async function renewCode(office: Office, staff: StaffMember, request: RenewCode): Promise<RenewedCode> {
  const { vault, newId, now } = office
  const { number, reason } = request
  const make = await vault.hasher(staff.tenant, 'make-code')
  const code = trackingCode(make, newId(), newId())
  const hash = await vault.hasher(staff.tenant, 'tracking-code')
  const changed = await writeOnCase(office, staff, needed, request, [reason], (complaint, by, moment) => {
    if (!complaint.identity) throw new Refusal('conflict', 'identity/not-given')
    if (!mayOpenIdentity(complaint, staff, now())) throw new Refusal('forbidden', 'identity/custodian-needed')
    // An officer who holds the code reads the case as the reporter does, so it counts as an opening.
    const opened = addOpening(complaint, { ground: 'check_identity', reason }, staff, by, moment)
    return replaceCode(opened, { codeHash: hash(normaliseCode(code)), by, because: reason }, moment)
  })
  const { codeReplaced } = changed.dossier
  if (!codeReplaced) throw new Error('A code that was just given out is the one in use.')
  await followBack(office, changed, code, codeReplaced)
  // The code opens what the officer sees, and no more.
  const split = await Promise.all(splitNumbers(changed).map((one) => office.complaints.find(staff.tenant, one)))
  for (const other of split) {
    if (!other || other.destroyed || !reads(staff, other)) continue
    await office.complaints.change(other.tenant, other.id, (before) => withCode(before, changed.codeHash, codeReplaced))
  }
  await office.record(staff.tenant, { by: staff.id, act: 'identity.opened', subject: number, detail: 'code' })
  await office.record(staff.tenant, { by: staff.id, act: 'code.renewed', subject: number, detail: null })
  return { number: changed.id, trackingCode: code }
}

/** An officer who gave the code, or who did anything on the case but open it or its identity, does not confirm it. */
const opensAlone: readonly HistoryEvent[] = [
  'case_opened',
  'declared_unconcerned',
  'identity_opened',
  'identity_asked',
  'identity_granted',
  'identity_refused',
]

const hasPart = ({ id }: StaffMember, complaint: Complaint): boolean =>
  workersOn(complaint).has(id) ||
  complaint.dossier.history.some(({ by, event }) => by.kind === 'staff' && by.id === id && !opensAlone.includes(event))

/** Says whether this officer can confirm that a code that a colleague gave out is in the reporter's hands. */
export const mayConfirmCode = (complaint: Complaint, staff: StaffMember, now: Instant): boolean =>
  isCodeWaiting(complaint) && mayOpenIdentity(complaint, staff, now) && !hasPart(staff, complaint)

/**
 * A second officer, who has no part in the case, confirms that the code that a colleague gave out is in the reporter's
 * hands. It counts as an opening too, because they compared the person with the identity.
 */
export async function confirmCode(office: Office, staff: StaffMember, request: RenewCode): Promise<Complaint> {
  const { number, reason } = request
  const confirmed = await writeOnCase(office, staff, needed, request, [reason], (complaint, by, moment) => {
    if (!mayOpenIdentity(complaint, staff, office.now())) throw new Refusal('forbidden', 'identity/custodian-needed')
    if (hasPart(staff, complaint)) throw new Refusal('forbidden', 'code/own-part')
    const opened = addOpening(complaint, { ground: 'check_identity', reason }, staff, by, moment)
    return confirmGivenCode(opened, reason, by, moment)
  })
  await office.record(staff.tenant, { by: staff.id, act: 'code.confirmed', subject: number, detail: null })
  return confirmed
}

/** The old code must not go on opening the case through the tenant where it was filed. */
async function followBack(office: Office, complaint: Complaint, code: string, { by, at }: ReplacedCode): Promise<void> {
  for (let one = complaint.cameFrom; one; ) {
    const earlier = await office.complaints.find(one.tenant, one.number)
    if (!earlier) return
    const hash = await office.vault.hasher(earlier.tenant, 'tracking-code')
    const codeHash = hash(normaliseCode(code))
    if (!earlier.destroyed)
      await office.complaints.change(earlier.tenant, earlier.id, (before) =>
        withCode(before, codeHash, { by, at, confirmedAt: at }),
      )
    one = earlier.cameFrom
  }
}
