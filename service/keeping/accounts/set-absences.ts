import { dayNumberOf, type OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { endOfDay, localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import { type NamedRole, tellOfRole } from '../../offices/inbox/telling.ts'
import { type Absence, awaitsYes, isAccepted, type Membership } from '../../offices/staff/account.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { grantRules, ruleOfUnitRole } from '../../offices/staff/grant-rules.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { isDeputized, unitRolesOf } from '../../offices/staff/posts.ts'
import { mayAgreeTo, requireVoucher } from '../../offices/staff/vouching.ts'
import type { DeputyTitle } from '../../offices/vocabulary.ts'
import { type Day, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { MemberOffice } from './invite-staff.ts'

export interface WantedAbsence {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly deputy: string | null
  readonly title: DeputyTitle
}

const MOST_DAYS = 366

const invalid = (at: number, field: keyof WantedAbsence, code: string, what = 'request/invalid') =>
  new Refusal('invalid', what, {}, [{ path: `absences.${at}.${field}`, code }])

/**
 * Says when a member is away and who has their roles meanwhile; the list replaces the one before. People say it for
 * themselves, an admin for everybody; what an admin enters begins once the person or a head agreed. An admin never
 * becomes somebody else's deputy by their own act, because nobody gives themselves roles.
 */
export async function setAbsences(
  office: MemberOffice,
  by: StaffMember,
  id: string,
  wanted: readonly WantedAbsence[],
): Promise<void> {
  if (id !== by.id) requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, office.now())
  const member = await office.staff.membership(by.tenant, id)
  if (!member || !isAccepted(member)) throw new Refusal('not-found', 'staff/unknown')
  const { calendar } = (await office.tenants.get(by.tenant)).settings
  const today = localDateOf(office.now(), calendar)
  const members = await office.staff.members(by.tenant)
  const absences = wanted.map((one, at): Absence => {
    refuseUnlessSound(one, at, today)
    refuseUnlessDeputy(one, at, member, members)
    if (one.deputy === by.id && id !== by.id) throw invalid(at, 'deputy', 'own-role', 'staff/own-role')
    const known = knownAs(one, member)
    // A person who keeps an absence that was entered for them says that they are away.
    const byOther = id !== by.id && (known?.byOther ?? !known)
    const agreed = byOther && (known?.agreed ?? mayAgreeTo(by, member, one))
    const setAt = known?.setAt ?? office.now()
    return { ...momentsOf(one, calendar), setAt, ...(byOther && { byOther }), ...(agreed && { agreed }) }
  })
  await office.record(by.tenant, { by: by.id, act: 'staff.absences', subject: id, detail: String(absences.length) })
  const saved = await office.staff.saveMembership({ ...member, absences })
  for (const one of absences) if (!knownAs(one, member)) await alertOfDeputy(office, saved, one, members, by)
}

/** Agrees to an absence that somebody else entered. From then on the deputy has the roles. */
export async function agreeToAbsence(
  office: MemberOffice,
  by: StaffMember,
  id: string,
  wanted: WantedAbsence,
): Promise<void> {
  if (id !== by.id) requireVoucher(by)
  requireFreshConfirmation(by, office.now())
  const member = await office.staff.membership(by.tenant, id)
  if (!member || !isAccepted(member)) throw new Refusal('not-found', 'staff/unknown')
  if (!mayAgreeTo(by, member, wanted)) throw new Refusal('forbidden', 'staff/cannot-agree')
  const known = knownAs(wanted, member)
  if (!known || !awaitsYes(known)) throw new Refusal('conflict', 'staff/absence-gone')
  const { byOther: _, ...own } = known
  const agreed: Absence = id === by.id ? own : { ...known, agreed: true }
  const setAt = office.now()
  const absences = (member.absences ?? []).map((one) => (one === known ? { ...agreed, setAt } : one))
  await office.record(by.tenant, { by: by.id, act: 'staff.absence_agreed', subject: id, detail: null })
  await office.staff.saveMembership({ ...member, absences })
}

export const momentsOf = (one: WantedAbsence, calendar: OfficeCalendar) => ({
  ...one,
  from: momentAt(dayNumberOf(one.firstDay), '00:00', calendar),
  until: plusMilliseconds(endOfDay(dayNumberOf(one.lastDay), calendar), 1),
})

function refuseUnlessSound({ firstDay, lastDay }: WantedAbsence, at: number, today: Day): void {
  if (lastDay < firstDay) throw invalid(at, 'lastDay', 'before-first')
  if (lastDay < today) throw invalid(at, 'lastDay', 'day-past')
  if (dayNumberOf(lastDay) - dayNumberOf(firstDay) >= MOST_DAYS) throw invalid(at, 'lastDay', 'too-many')
}

function refuseUnlessDeputy(
  { deputy }: WantedAbsence,
  at: number,
  { id }: Membership,
  members: readonly Membership[],
): void {
  if (deputy === null) return
  const named = members.find((one) => one.id === deputy)
  if (deputy === id || !named || !isAccepted(named)) throw invalid(at, 'deputy', 'unknown', 'staff/unknown')
}

const knownAs = (one: WantedAbsence, { absences = [] }: Membership): Absence | undefined =>
  absences.find(
    ({ firstDay, lastDay, deputy, title }) =>
      firstDay === one.firstDay && lastDay === one.lastDay && deputy === one.deputy && title === one.title,
  )

/** Those who are alerted of a role that somebody gets are alerted of a deputy too. */
async function alertOfDeputy(
  office: MemberOffice,
  member: Membership,
  { deputy }: Absence,
  members: readonly Membership[],
  by: StaffMember,
): Promise<void> {
  const named = members.find(({ id }) => id === deputy)
  if (!named) return
  const has = unitRolesOf(named)
  const important: readonly NamedRole[] = [
    ...member.roles
      .filter((one) => isDeputized(one) && grantRules[one].isTold && !named.roles.includes(one))
      .map((role) => ({ role })),
    ...unitRolesOf(member)
      .filter((one) => ruleOfUnitRole(one).isTold && !has.some(({ id }) => id === one.id))
      .map(({ name }) => ({ unitRole: name })),
  ]
  for (const role of important) {
    await tellOfRole(office, member.tenant, 'role_granted', { name: named.name, role, by: by.id })
  }
}
