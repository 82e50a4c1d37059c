import { notPermitted, type Permission, type StaffMember, stewardPermissions } from '../../offices/staff/permissions.ts'
import { keysOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Page } from '../../storage/collection.ts'
import type { StaffId } from '../../storage/place.ts'
import type { Office } from '../office/office.ts'
import { declaredWord, hasDeclared, readersOf, readerWord, turns, turnsOf, turnWord } from '../readers.ts'
import type { Complaint } from '../shape/complaint.ts'
import { splitNumbers } from '../split-case.ts'
import type { KeptOutline } from '../store/complaint-tallies.ts'
import { CaseSealedWrong, notFound, type UnreadableCase } from '../store/kept-complaint.ts'

type Guarded = Pick<Complaint, 'category' | 'guard'>
type Needed = readonly [Permission, ...Permission[]]

/**
 * For concerned staff and their superiors the case does not exist; nor for programs, because nobody knows who reads
 * their data.
 */
export const isKeptFrom = ({ guardMarks, isProgram }: StaffMember, { guard }: Pick<Guarded, 'guard'>): boolean =>
  guard ? isProgram === true || guard.marks.some((mark) => guardMarks.has(mark)) : false

export const mayIn = ({ permissions, limits }: StaffMember, permission: Permission, category: string): boolean =>
  permissions.has(permission) && (limits.get(permission)?.has(category) ?? true)

/** A deputy has no more on a case than the member for whom they stand in. */
const isDeputyOfKept = ({ asDeputy }: StaffMember, permission: Permission, { guard }: Guarded): boolean =>
  guard?.marks.some((mark) => asDeputy?.get(permission)?.marks.has(mark)) ?? false

/** The steward of a guarded case has all permissions that it takes. */
export const mayOn = (staff: StaffMember, permission: Permission, complaint: Guarded): boolean =>
  !isKeptFrom(staff, complaint) &&
  ((mayIn(staff, permission, complaint.category) && !isDeputyOfKept(staff, permission, complaint)) ||
    (complaint.guard?.steward === staff.id && stewardPermissions.has(permission)))

export const sees = (staff: StaffMember, complaint: Guarded): boolean => mayOn(staff, 'cases.read', complaint)

const isThere = ({ present }: StaffMember, id: StaffId): boolean => present?.has(id) ?? true

/**
 * Tells whether somebody reads the words of a case. Everybody else with the duty sees a row of it, if anything: they
 * have no need to read it, or have not declared yet that it does not concern them.
 */
export const reads = (staff: StaffMember, complaint: Complaint): boolean =>
  needsToRead(staff, complaint) && isDeclared(staff, complaint)

export const isDeclared = (staff: StaffMember, complaint: Complaint): boolean =>
  staff.isInSmallUnit === true || complaint.destroyed !== null || hasDeclared(complaint, staff.id)

/** They do as one of its readers, in the place of one, or because it waits for their step. */
export function needsToRead(staff: StaffMember, complaint: Complaint): boolean {
  if (!sees(staff, complaint) || staff.isProgram) return false
  if (staff.isInSmallUnit || complaint.destroyed) return true
  const own = [staff.id, ...(staff.standsInFor ?? [])]
  return (
    readersOf(complaint).some(({ id }) => own.includes(id)) ||
    turnsOf(complaint, (id) => isThere(staff, id)).some((turn) =>
      turns[turn].by.some((permission) => mayOn(staff, permission, complaint)),
    )
  )
}

/** Of these words of the index a case has one that somebody reads; `null` where they read all that they see. */
export const wordsReadBy = (staff: StaffMember): readonly string[] | null =>
  staff.isInSmallUnit
    ? null
    : [
        declaredWord(staff.id),
        ...[staff.id, ...(staff.standsInFor ?? [])].map(readerWord),
        ...keysOf(turns)
          .filter((turn) => turns[turn].by.some((permission) => staff.permissions.has(permission)))
          .map(turnWord),
      ]

/** The row of the case is theirs to see; its words take a declaration, and without a part in it a reason. */
export const refuseUnread = (staff: StaffMember, complaint: Complaint) =>
  needsToRead(staff, complaint)
    ? new Refusal('forbidden', 'case/undeclared', { number: complaint.id })
    : new Refusal('forbidden', 'case/unread', { number: complaint.id, declares: !isDeclared(staff, complaint) })

/**
 * Checks the permissions on the case. Somebody without the permission for any case learns so, whether or not the case
 * exists; somebody who may not see this one gets the same answer as for an unknown case.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
function requireAny(staff: StaffMember, needed: Needed, complaint: Complaint | null) {
  if (complaint && needed.some((permission) => mayOn(staff, permission, complaint))) return
  if (!needed.some((permission) => staff.permissions.has(permission))) throw notPermitted(needed[0])
  if (!complaint || !sees(staff, complaint)) throw notFound()
  throw notPermitted(needed[0])
}

/** The seal hides from whom the case is guarded, so only its steward is sure to be allowed. */
export const maySeeUnreadable = (staff: StaffMember, { guard, category }: UnreadableCase): boolean =>
  guard ? guard.steward === staff.id : mayIn(staff, 'cases.read', category)

function chooseRefusal(staff: StaffMember, needed: Needed, cause: unknown): unknown {
  if (!(cause instanceof CaseSealedWrong)) return cause
  if (!needed.some((permission) => staff.permissions.has(permission))) return notPermitted(needed[0])
  if (!maySeeUnreadable(staff, cause.lying)) return notFound()
  return new Refusal('conflict', 'case/sealed-wrong', { number: cause.lying.number })
}

/** No number ends like this. */
const unusedNumber = (number: string): string => `${number}~`

/**
 * People limited to categories get many refusals for numbers that exist. For them a guarded case is read before it is
 * refused, as the others are.
 */
const refusesUnread = ({ limits }: StaffMember): boolean => !limits.has('cases.read')

const hiddenFrom = ({ complaints }: Office, { tenant, isProgram, guardMarks }: StaffMember) =>
  complaints.guardedNumbers(tenant, isProgram ? null : [...guardMarks])

/**
 * Returns the number to look up on somebody's behalf. For a case that is hidden from them it is a number that nobody
 * has, so the case is not read and the refusal takes the same time as for an unknown number.
 */
async function resolveNumber(office: Office, staff: StaffMember, number: string): Promise<string> {
  if (!refusesUnread(staff)) return number
  return (await hiddenFrom(office, staff)).has(number) ? unusedNumber(number) : number
}

/** Finds a case on somebody's behalf. A hidden case is either not found, or found and then refused by the caller. */
export const findFor = async (office: Office, staff: StaffMember, number: string): Promise<Complaint | null> =>
  office.complaints.find(staff.tenant, await resolveNumber(office, staff, number))

/** Does the same by the place in a year's numbers; no case has place 0. */
export async function findInSeriesFor(
  office: Office,
  staff: StaffMember,
  series: string,
  sequence: number,
): Promise<Complaint | null> {
  const kept = refusesUnread(staff) ? [...(await hiddenFrom(office, staff))] : []
  const there = kept.filter((number) => isNumberAt(number, series, sequence))
  return office.complaints.findInSeries(staff.tenant, series, there.length > 0 ? 0 : sequence)
}

function isNumberAt(number: string, series: string, sequence: number): boolean {
  const [year, place] = number.split('-').slice(-2)
  return year === series && Number(place) === sequence
}

/** @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/unread`, `case/undeclared` */
export const caseFor = (
  office: Office,
  staff: StaffMember,
  permission: Permission,
  number: string,
): Promise<Complaint> => caseForAny(office, staff, [permission], number)

export async function caseForAny(
  office: Office,
  staff: StaffMember,
  needed: Needed,
  number: string,
): Promise<Complaint> {
  const complaint = await caseByNumber(office, staff, needed, number)
  if (!reads(staff, complaint)) throw refuseUnread(staff, complaint)
  return complaint
}

/**
 * Finds a case for what needs its number and no word of it.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function caseByNumber(
  office: Office,
  staff: StaffMember,
  needed: Needed,
  number: string,
): Promise<Complaint> {
  const complaint = await findFor(office, staff, number).catch((cause: unknown) => {
    throw chooseRefusal(staff, needed, cause)
  })
  requireAny(staff, needed, complaint)
  if (!complaint) throw notFound()
  return complaint
}

/**
 * Loads, decides, saves, for somebody with one of the permissions on the case.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, and what `decide` throws
 */
export const changeCaseFor: ChangeCase = (office, staff, needed, number, decide) =>
  changeByNumber(office, staff, needed, number, (complaint) => {
    if (!reads(staff, complaint)) throw refuseUnread(staff, complaint)
    return decide(complaint)
  })

export type ChangeCase = (
  office: Office,
  staff: StaffMember,
  needed: Needed,
  number: string,
  decide: (complaint: Complaint) => Complaint | Promise<Complaint>,
) => Promise<Complaint>

/** Does the same for what needs the number of the case and no word of it. */
export const changeByNumber: ChangeCase = async (office, staff, needed, number, decide) => {
  const maySomewhere = needed.some((permission) => staff.permissions.has(permission))
  if (!maySomewhere) await caseByNumber(office, staff, needed, number)
  const changed = office.complaints.change(staff.tenant, await resolveNumber(office, staff, number), (complaint) => {
    requireAny(staff, needed, complaint)
    return decide(complaint)
  })
  return changed.catch((cause: unknown) => {
    throw chooseRefusal(staff, needed, cause)
  })
}

export const categoriesOf = ({ limits }: StaffMember, permission: Permission): readonly string[] | null => {
  const limit = limits.get(permission)
  return limit ? [...limit] : null
}

interface Paging {
  readonly limit: number
  readonly after?: string | undefined
}
type AskForPage<T> = (paging: { readonly limit: number; readonly after?: string }) => Promise<Page<T>>

/**
 * Fills a page despite cases that are hidden from its reader, because a short page would reveal them.
 * @param ask returns up to `limit` items after `after`
 */
export async function pageWithoutHoles<T>(
  { limit, after }: Paging,
  ask: AskForPage<T>,
  isSeen: (one: T) => boolean,
): Promise<Page<T>> {
  const items: T[] = []
  let cursor = after ?? null
  do {
    const page: Page<T> = await ask({ limit: limit - items.length, ...(cursor && { after: cursor }) })
    items.push(...page.items.filter(isSeen))
    cursor = page.nextCursor
  } while (cursor && items.length < limit)
  return { items, nextCursor: cursor }
}

export const readVisiblePage = (
  staff: StaffMember,
  paging: Paging,
  ask: AskForPage<Complaint>,
): Promise<Page<Complaint>> => pageWithoutHoles(paging, ask, (complaint) => sees(staff, complaint))

export async function filterVisible(
  { complaints }: Office,
  staff: StaffMember,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const outlines = await complaints.outlines(staff.tenant, [...new Set(numbers)])
  return new Set(outlines.filter((outline) => sees(staff, outline)).map(({ number }) => number))
}

/**
 * Returns a filter of many cases, of each of which is known whether it is guarded. That and its category tell of nearly
 * all whether somebody sees them; only what they see by another's permission, or as its steward, is looked up.
 */
export async function filterSeen(office: Office, staff: StaffMember) {
  const hidden = await hiddenFrom(office, staff)
  const mayRead = ({ category }: KeptOutline) => mayIn(staff, 'cases.read', category)
  const isByDeputy = staff.asDeputy?.has('cases.read') ?? false
  return async <Case extends KeptOutline & { readonly guarded?: true | undefined }>(
    cases: readonly Case[],
  ): Promise<readonly Case[]> => {
    const others = cases.filter(({ number }) => !hidden.has(number))
    const isUnsure = (one: Case) => one.guarded === true && (isByDeputy || !mayRead(one))
    const unsure = others.filter(isUnsure).map(({ number }) => number)
    const seen = unsure.length > 0 ? await filterVisible(office, staff, unsure) : new Set<string>()
    return others.filter((one) => (isUnsure(one) ? seen.has(one.number) : mayRead(one)))
  }
}

export const findHiddenCases = ({ complaints }: Office, staff: StaffMember): Promise<readonly KeptOutline[]> =>
  complaints.guardedBy(staff.tenant, [...staff.guardMarks])

/** Returns the numbers to hide from somebody in texts that mention cases, such as the log and messages. */
export async function findHiddenNumbers(office: Office, staff: StaffMember): Promise<ReadonlySet<string>> {
  return new Set((await findHiddenCases(office, staff)).map(({ number }) => number))
}

/** The cases of the same complaint that somebody may see: the one from which this was split, and those split from it. */
export interface SplitSeen {
  readonly from: string | null
  readonly into: readonly string[]
}

/** Numbers that somebody may not see are left out. */
export async function splitSeenBy(office: Office, staff: StaffMember, complaint: Complaint): Promise<SplitSeen> {
  const numbers = splitNumbers(complaint)
  if (numbers.length === 0) return { from: null, into: [] }
  const seen = await filterVisible(office, staff, numbers)
  const from = complaint.dossier.splitFrom?.number
  return {
    from: from !== undefined && seen.has(from) ? from : null,
    into: complaint.dossier.splits.flatMap(({ number }) => (number !== null && seen.has(number) ? number : [])),
  }
}
