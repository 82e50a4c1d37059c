import { findLeaks, type LeakKind } from '../../offices/names/known-words.ts'
import type { Permission, StaffMember } from '../../offices/staff/permissions.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import type { DeputyTitle } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import { namingLine } from '../complaint.ts'
import { textsForSeveral } from '../news.ts'
import type { Office } from '../office/office.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Actor, Moment } from '../shape/history.ts'
import { identityOf } from '../store/case-seals.ts'
import { type ChangeCase, changeByNumber, changeCaseFor } from './case-access.ts'

export async function momentOf(office: Office, tenant: TenantId): Promise<Moment> {
  return momentUnder((await office.tenants.get(tenant)).settings, office)
}

export const momentUnder = ({ rulePacks, calendar }: TenantSettings, { now, newId }: Office): Moment => ({
  at: now(),
  newId,
  rulePacks,
  calendar,
})

/** `revision` is the one that the person saw. */
export interface CaseRequest {
  readonly number: string
  readonly revision: number
  /** Text that names the reporter is refused without this reason. */
  readonly leakReason?: string | undefined
}

/** @param by permissions of which one is needed; who has none but as deputy acts under the title of a deputy */
export const actorOf = (staff: StaffMember, by: readonly Permission[] = []): Actor => ({
  kind: 'staff',
  id: staff.id,
  name: staff.name,
  position: positionFor(staff, by),
})

/** Writes the titles as offices do: “Plh. Kepala Bagian Organisasi”. */
const written = { plh: 'Plh.', plt: 'Plt.' } as const satisfies Record<DeputyTitle, string>

export const isDeputysPosition = (position: string): boolean =>
  Object.values(written).some((title) => position.startsWith(`${title} `))

export function positionFor({ permissions, asDeputy, position }: StaffMember, by: readonly Permission[]): string {
  const held = by.filter((permission) => permissions.has(permission))
  const own = held.some((permission) => !asDeputy?.has(permission))
  const right = own ? undefined : held.map((permission) => asDeputy?.get(permission)).find((one) => one !== undefined)
  return right ? `${written[right.title]} ${right.position}` : position
}

interface Written {
  /** What the officer wrote, and texts of the case that they send on. */
  readonly words: readonly (string | undefined)[]
  readonly leakReason?: string | undefined
  readonly by: Actor
  readonly moment: Moment
}

/**
 * Lets a decision pass if its texts do not name the reporter, or if the officer gave a reason why one must.
 * @throws Refusal `text/names-reporter`, `text/names-joined-reporter`
 */
export async function keepReportersUnnamed(
  office: Office,
  staff: StaffMember,
  before: Complaint,
  decision: Complaint,
  { words, leakReason, by, moment }: Written,
): Promise<Complaint> {
  await refuseNamingToSeveral(office, staff, before, decision)
  // The reason is kept too, so it must not name the reporter either.
  const leaksInReason = await leaksIn(office.vault, before, [leakReason])
  const leaks = leaksInReason.length > 0 ? leaksInReason : await leaksIn(office.vault, before, words)
  if (leaks.length === 0) return decision
  if (leakReason && leaksInReason.length === 0) return recordNaming(decision, leakReason, by, moment)
  throw await recordNamingRefusal(office, staff, before.id, leaks)
}

/** Text for several reporters must name none of them, and no reason overrides that. */
async function refuseNamingToSeveral(office: Office, staff: StaffMember, before: Complaint, after: Complaint) {
  const words = textsForSeveral(before, after)
  if (words.length === 0) return
  const found = await Promise.all(
    before.dossier.joined.map(({ number }) => office.complaints.find(staff.tenant, number)),
  )
  const joined = found.filter((one) => one !== null)
  await refuseNamingAny(office, staff, before.id, [before, ...joined], words)
}

/** @throws Refusal `text/names-joined-reporter` */
export async function refuseNamingAny(
  office: Office,
  staff: StaffMember,
  number: string,
  complaints: readonly Complaint[],
  words: readonly (string | undefined)[],
): Promise<void> {
  const found = await Promise.all(complaints.map((complaint) => leaksIn(office.vault, complaint, words)))
  const kinds = [...new Set(found.flat())]
  if (kinds.length > 0) throw await recordNamingRefusal(office, staff, number, kinds, 'text/names-joined-reporter')
}

/**
 * Checks texts that belong to several cases and have no place for a reason.
 * @throws Refusal `text/names-reporter`
 */
export async function refuseNaming(office: Office, staff: StaffMember, complaint: Complaint, words: string) {
  const leaks = await leaksIn(office.vault, complaint, [words])
  if (leaks.length > 0) throw await recordNamingRefusal(office, staff, complaint.id, leaks)
}

/**
 * Logs that somebody was warned.
 * @param number `null` before there is a case
 */
export async function recordNamingRefusal(
  { record }: Office,
  { tenant, id: by }: StaffMember,
  number: string | null,
  found: readonly LeakKind[],
  code: 'text/names-reporter' | 'text/names-joined-reporter' = 'text/names-reporter',
): Promise<Refusal> {
  await record(tenant, { by, act: 'leak.warned', subject: number, detail: found.join(' ') })
  return new Refusal('conflict', code, { found })
}

/** Returns only the kinds that it found, never the words. */
export async function leaksIn(
  vault: Vault,
  complaint: Complaint,
  words: readonly (string | undefined)[],
): Promise<LeakKind[]> {
  const text = words.filter(Boolean).join('\n')
  return text === '' ? [] : findLeaks(text, await identityOf(vault, complaint))
}

/** Staff who read the case later see why the text was kept. */
const recordNaming = (complaint: Complaint, reason: string, by: Actor, { at }: Moment): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, history: [...complaint.dossier.history, namingLine(reason, by, at)] },
})

type WrittenTexts = readonly (string | undefined)[]

type WriteOnCase = (
  office: Office,
  staff: StaffMember,
  needed: readonly [Permission, ...Permission[]],
  asked: Omit<CaseRequest, 'revision'>,
  words: WrittenTexts | ((complaint: Complaint) => WrittenTexts),
  decide: (complaint: Complaint, by: Actor, moment: Moment) => Complaint | Promise<Complaint>,
) => Promise<Complaint>

const writeThrough =
  (change: ChangeCase): WriteOnCase =>
  async (office, staff, needed, { number, leakReason }, words, decide) => {
    const moment = await momentOf(office, staff.tenant)
    const by = actorOf(staff, needed)
    return change(office, staff, needed, number, async (complaint) => {
      const decision = await decide(complaint, by, moment)
      return keepReportersUnnamed(office, staff, complaint, decision, {
        ...{ leakReason, by, moment },
        words: typeof words === 'function' ? words(complaint) : words,
      })
    })
  }

/**
 * Writes to a case for a reader with one of the permissions on it. Texts that name the reporter are refused before they
 * are kept. `words` are what the officer wrote; a function adds texts of the case that they send on.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/unread`, `text/names-reporter`, and what `decide`
 * throws
 */
export const writeOnCase = writeThrough(changeCaseFor)

/** Does the same for what needs the number of the case and no word of it. */
export const writeByNumber = writeThrough(changeByNumber)
