import { caseFor, reads } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import { instantLines } from '../../offices/act-vocabulary.ts'
import { notPermitted, type Permission, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { DAY, type Instant, instantOf, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { LaidKey } from '../../storage/vault.ts'
import {
  MOST_UNSENT,
  type Owner,
  type Unsent,
  type UnsentAt,
  type UnsentFields,
  type UnsentOffice,
  type UnsentPlace,
} from './unsent-store.ts'

/** Words wait this long, in milliseconds. */
export const UNSENT_FOR = 30 * DAY
/** Those of an intake say who somebody is. */
export const UNSENT_INTAKE_FOR = 7 * DAY
/** A person who stood at the counter may have gone for good. */
export const UNSENT_COUNTER_FOR = DAY

interface Form {
  /** One of them lets somebody write there, and read what they wrote. */
  readonly by: readonly [Permission, ...Permission[]]
  readonly keptFor: number
}

/** A text for many cases tells of none; whether they may send it is asked when they do. */
const bulk: Form = { by: ['cases.read', 'templates.manage'], keptFor: UNSENT_FOR }

/** Forms that belong to no case, by the beginning of their names. In any other a complaint is entered. */
const desk: ReadonlyMap<string, Form> = new Map(
  Object.entries({
    arrival: { by: ['cases.enter'], keptFor: UNSENT_INTAKE_FOR },
    bulk,
    evaluation: { by: ['cases.approve'], keptFor: UNSENT_FOR },
    incident: { by: ['incidents.handle'], keptFor: UNSENT_FOR },
    template: { by: ['templates.manage'], keptFor: UNSENT_FOR },
    transfer: { by: ['cases.decline'], keptFor: UNSENT_INTAKE_FOR },
  } satisfies Readonly<Record<string, Form>>),
)

/** Everybody who may write in one of the forms that belong to no case. */
export const deskWriters: Form['by'] = [
  ...bulk.by,
  ...new Set([...desk.values()].flatMap((form) => form.by.filter((one) => !bulk.by.includes(one)))),
]

const deskForm = ({ number, kind }: UnsentPlace): Form | undefined =>
  number === null ? desk.get(kind.split('-')[0] ?? '') : undefined

/** Whether a complaint is entered there, which has no number yet. */
export const isIntake = (place: UnsentPlace): boolean => place.number === null && !deskForm(place)

/** How long words wait there, in milliseconds. */
export function keptFor(place: UnsentPlace): number {
  const form = deskForm(place)
  if (form) return form.keptFor
  if (place.number !== null) return UNSENT_FOR
  return place.kind.startsWith('counter-') ? UNSENT_COUNTER_FOR : UNSENT_INTAKE_FOR
}

/** Lets somebody write in a form that belongs to no case. */
export function requireForm(staff: StaffMember, place: UnsentPlace): void {
  const by: readonly Permission[] = deskForm(place)?.by ?? ['cases.enter']
  if (!by.some((permission) => staff.permissions.has(permission))) throw notPermitted(by[0] ?? 'cases.enter')
}

/** All fields of a form together, in characters, names included: more than any form of the office takes. */
export const LONGEST_UNSENT = 60_000

export const ownerOf = ({ tenant, id: by }: StaffMember): Owner => ({ tenant, by })

/** Checks that the person may still write there: on a case that they see, or in a form that is theirs to fill in. */
async function keyAt(office: UnsentOffice, staff: StaffMember, place: UnsentPlace): Promise<LaidKey | null> {
  if (place.number === null) {
    requireForm(staff, place)
    return null
  }
  const complaint = await caseFor(office, staff, 'cases.read', place.number)
  if (complaint.destroyed) throw new Refusal('conflict', 'case/destroyed')
  return caseKeyOf(complaint)
}

interface Typed {
  /** What this device saw last; 0 if it saw none. */
  readonly version: number
  readonly fields: UnsentFields
  /** What it sent before without an answer; it may lie there. */
  readonly over?: UnsentFields | undefined
}

/**
 * Keeps what somebody is typing, over the version that they saw, or over what they sent themselves.
 * @throws Refusal `unsent/changed-elsewhere` with `savedAt` where another device wrote since, `unsent/gone` where the
 * words were sent or dropped since, `unsent/too-long`, `unsent/too-many`, and as `keyAt` does
 */
export async function keepUnsent(
  office: UnsentOffice,
  staff: StaffMember,
  place: UnsentPlace,
  { version, fields, over }: Typed,
): Promise<Unsent> {
  if (lengthOf(fields) > LONGEST_UNSENT) throw new Refusal('too-large', 'unsent/too-long', { most: LONGEST_UNSENT })
  const key = await keyAt(office, staff, place)
  const owner = ownerOf(staff)
  const now = office.now()
  if (version === 0 && (await office.unsent.count(owner)) >= MOST_UNSENT) {
    throw new Refusal('conflict', 'unsent/too-many', { most: MOST_UNSENT })
  }
  const expiresAt = plusMilliseconds(now, keptFor(place))
  const save = (seen: number) =>
    office.unsent.save(owner, { ...place, version: seen, savedAt: now, fields }, expiresAt, key)
  const saved = await save(version)
  if (saved) return saved
  const there = await office.unsent.find(owner, place, key)
  // A page that ends may send them twice; the next page has read the version of the first.
  if (there && isSame(there.fields, fields)) return there
  const again = there && isSame(there.fields, over) ? await save(there.version) : null
  if (again) return again
  if (!there) throw new Refusal('conflict', 'unsent/gone')
  throw new Refusal('conflict', 'unsent/changed-elsewhere', { savedAt: there.savedAt })
}

const isSame = (one: UnsentFields, other: UnsentFields | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const lengthOf = (fields: UnsentFields): number =>
  fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)

/**
 * What the person keeps there, and nobody else's; nothing once the case is destroyed. Words that were sent are not
 * among them, also where the process died before it could drop them: it drops them now.
 */
export async function listUnsent(office: UnsentOffice, staff: StaffMember, number: string): Promise<readonly Unsent[]> {
  return unsentOn(office, staff, await caseFor(office, staff, 'cases.read', number))
}

async function unsentOn(
  { unsent }: UnsentOffice,
  staff: StaffMember,
  complaint: Complaint,
): Promise<readonly Unsent[]> {
  if (complaint.destroyed) return []
  const owner = ownerOf(staff)
  const kept = await unsent.ofCase(owner, complaint.id, caseKeyOf(complaint))
  const sent = new Map(kept.map((one) => [one, sentAt(complaint, staff, one)] as const).filter(([, at]) => at))
  await Promise.all([...sent].map(([one, at]) => unsent.drop(owner, one, at)))
  return kept.filter((one) => !sent.has(one))
}

/** When the act that sends the words was ordered or done; nothing if they were typed since, or are not sent. */
function sentAt({ dossier }: Complaint, { id }: StaffMember, { kind, savedAt, fields }: Unsent): Instant | undefined {
  const ordered = dossier.timedActs.filter(({ order, by }) => order.act === kind && by.id === id)
  const line = Object.entries(instantLines).find(([act]) => act === kind)?.[1]
  const done = dossier.history.filter(({ event, by }) => event === line && by.kind === 'staff' && by.id === id)
  const known = [...ordered.map(({ orderedAt }) => orderedAt), ...done.map(({ at }) => at)].find((at) => savedAt < at)
  // Of the fields the longest has words; the others are choices.
  const [longest = ''] = fields.map(({ value }) => value.trim()).toSorted((one, other) => other.length - one.length)
  return known ?? (longest === '' ? undefined : stoodFrom(dossier, longest, savedAt))
}

/** From when just these words stand in what was written later; nothing if they do not. */
function stoodFrom(written: unknown, words: string, after: Instant): Instant | undefined {
  if (typeof written !== 'object' || written === null) return undefined
  const parts: readonly (readonly [name: string, part: unknown])[] = Object.entries(written)
  const [at] = parts.flatMap(([name, one]) => (moments.includes(name) && typeof one === 'string' ? [one] : []))
  if (at && at > after && parts.some(([, one]) => one === words)) return instantOf(new Date(at))
  for (const [, one] of parts) {
    const found = stoodFrom(one, words, after)
    if (found) return found
  }
  return undefined
}

/** How the parts of a case name when they were written. */
const moments: readonly string[] = ['at', 'askedAt']

/** Words on a case that was joined to another one. */
export interface UnsentOfJoined extends Unsent {
  readonly number: string
}

/**
 * What the person typed on cases that are joined to this one by now. It stays with them, so that it is there again
 * where one is parted.
 */
export async function listUnsentOfJoined(
  office: UnsentOffice,
  staff: StaffMember,
  leading: string,
): Promise<readonly UnsentOfJoined[]> {
  const { dossier } = await caseFor(office, staff, 'cases.read', leading)
  if (dossier.joined.length === 0) return []
  const numbers = (await numbersOf(office, staff)).filter((number) =>
    dossier.joined.some((one) => one.number === number),
  )
  const cases = await office.complaints.several(staff.tenant, numbers, () => {})
  const joined = cases.filter((one) => reads(staff, one) && one.dossier.merged?.into === leading)
  const found = await Promise.all(
    joined.map(async (one) => (await unsentOn(office, staff, one)).map((words) => ({ ...words, number: one.id }))),
  )
  return found.flat()
}

/** The same in a form that belongs to no case; `null` if there is nothing. */
export async function findUnsentForm(office: UnsentOffice, staff: StaffMember, kind: string): Promise<Unsent | null> {
  const place = { number: null, kind }
  return office.unsent.find(ownerOf(staff), place, await keyAt(office, staff, place))
}

/** The complaints that the person began to enter, the latest first, and no word of them. */
export async function listUnsentIntakes(office: UnsentOffice, staff: StaffMember): Promise<readonly UnsentAt[]> {
  requirePermission(staff, 'cases.enter')
  return (await office.unsent.places(ownerOf(staff))).filter(isIntake)
}

export async function dropUnsent(office: UnsentOffice, staff: StaffMember, place: UnsentPlace): Promise<void> {
  await keyAt(office, staff, place)
  await office.unsent.drop(ownerOf(staff), place)
}

/** The cases that the person still sees and on which words of theirs wait, and those to which they are joined. */
export async function listUnsentCases(office: UnsentOffice, staff: StaffMember): Promise<readonly string[]> {
  requirePermission(staff, 'cases.read')
  const cases = await office.complaints.several(staff.tenant, await numbersOf(office, staff), () => {})
  const open = cases.filter((one) => reads(staff, one) && !one.destroyed)
  return [...new Set(open.flatMap(({ id, dossier }) => [id, ...(dossier.merged ? [dossier.merged.into] : [])]))]
}

/** The cases on which words of the person lie. */
async function numbersOf(office: UnsentOffice, staff: StaffMember): Promise<string[]> {
  const places = await office.unsent.places(ownerOf(staff))
  return [...new Set(places.flatMap(({ number }) => (number === null ? [] : [number])))]
}
