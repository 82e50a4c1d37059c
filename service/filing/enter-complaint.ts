import { mayIn } from '../case/access/case-access.ts'
import { actorOf, recordNamingRefusal } from '../case/access/case-actions.ts'
import { refuseUnlessMembers } from '../case/access/guarding.ts'
import { leaksInName } from '../case/evidence.ts'
import type { Office } from '../case/office/office.ts'
import { isSpokenWith, isThere } from '../case/shape/spoken-channels.ts'
import { listProse } from '../case/shape/story-fields.ts'
import { namesHeld } from '../keeping/evidence/held-evidence.ts'
import { ownerOf } from '../keeping/unsent/unsent.ts'
import { findLeaks } from '../offices/names/known-words.ts'
import { keepAnswers, wordsIn } from '../offices/questions/kept-answers.ts'
import { notPermitted, requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { privacyIn, type Tenant } from '../offices/tenants/tenant.ts'
import type { IntakeChannel, StatementName } from '../offices/vocabulary.ts'
import type { DiskRoom } from '../shared/free-room.ts'
import { DAY, HOUR, type Instant, instantOf, SECOND } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import type { FilingOffice } from './evidence/evidence.ts'
import type { Receiving } from './new-complaint.ts'
import { readIdentity } from './reporter-identity.ts'
import {
  filingKeyHash,
  type GivenComplaint,
  nameIn,
  questionsOf,
  type Received,
  type SentRequest,
  submitComplaint,
} from './submit-complaint.ts'

/**
 * A complaint that is being written, on its way to another device or to the counter. The reporter's browser sealed it; its
 * id is a keyed hash of a handle that the reporter's code makes. Nothing says when it was kept but the hour at which it
 * ends.
 */
export interface CarriedDraft extends Kept {
  readonly sealed: string
  /** Hash of the key under which it will be filed, so that it is found to be sent. */
  readonly filing: string
  readonly expiresAt: Instant
}

export const carriedDraftSpec: CollectionSpec<CarriedDraft> = {
  name: 'carriedDrafts',
  keys: { expiresAt: ({ expiresAt }) => expiresAt },
  indexes: { expires: { on: ['expiresAt'], acrossTenants: true }, ofUnit: { on: ['expiresAt'] } },
}

export interface DraftOffice extends Office {
  readonly carriedDrafts: Collection<CarriedDraft>
  readonly disk: Pick<DiskRoom, 'state'>
}

/** A draft has some 44 kB, so those of a unit have less than 100 MB. */
export const MOST_DRAFTS = 2_000

/** Whole hours, so that nothing finer is kept: a draft lives 23 to 24 hours. */
const endOf = (now: Instant): Instant => instantOf(new Date(Math.floor((Date.parse(now) + DAY) / HOUR) * HOUR))

const idOf = async ({ vault }: DraftOffice, tenant: TenantId, handle: string): Promise<string> =>
  (await vault.hasher(tenant, 'filing'))(`draft\n${handle}`)

/**
 * Keeps a sealed draft, or replaces the one under the same handle. Returns until when.
 * @throws Refusal `draft/too-many`; `store/full` where the disk is at its reserve, which is for complaints
 */
export async function carryDraft(
  ports: DraftOffice,
  tenant: TenantId,
  { handle, sealed, key }: { readonly handle: string; readonly sealed: string; readonly key: string },
): Promise<Instant> {
  const { carriedDrafts, vault, now } = ports
  const id = await idOf(ports, tenant, handle)
  const expiresAt = endOf(now())
  const draft = { tenant, id, sealed, filing: await filingKeyHash(vault, tenant, key), expiresAt }
  const before = await carriedDrafts.get(tenant, id)
  await refuseWithoutRoom(ports, tenant, before === null)
  try {
    // The earlier one stands until this one does.
    const kept = before
      ? await carriedDrafts.replace({ ...draft, version: before.version })
      : await carriedDrafts.insert(draft)
    if (!kept) throw unknownDraft()
  } catch (cause) {
    // Two devices kept it at once; the one that came first stays, and the other one hears that it was not kept.
    if (cause instanceof UniqueViolation) throw unknownDraft()
    throw cause
  }
  return expiresAt
}

async function refuseWithoutRoom({ carriedDrafts, disk, now }: DraftOffice, tenant: TenantId, isNew: boolean) {
  const { room } = await disk.state()
  if (room !== 'enough') throw new Refusal('no-room', 'store/full', { retryAfter: HOUR / SECOND })
  if (!isNew) return
  const kept = await carriedDrafts.count(tenant, { index: 'ofUnit', range: { from: now() } }, MOST_DRAFTS)
  if (kept >= MOST_DRAFTS) throw new Refusal('too-many', 'draft/too-many', { retryAfter: HOUR / SECOND })
}

export async function openCarriedDraft(ports: DraftOffice, tenant: TenantId, handle: string): Promise<string> {
  const { carriedDrafts, complaints, now } = ports
  const id = await idOf(ports, tenant, handle)
  const draft = await carriedDrafts.get(tenant, id)
  const filed = await complaints.findByFilingKey(tenant, draft?.filing ?? id)
  if (!draft || filed || draft.expiresAt <= now()) throw unknownDraft()
  return draft.sealed
}

export async function dropCarriedDraft(ports: DraftOffice, tenant: TenantId, handle: string): Promise<void> {
  await ports.carriedDrafts.delete(tenant, await idOf(ports, tenant, handle))
}

/** Destroys drafts whose time is over. One that is kept anew meanwhile stays. */
export async function sweepCarriedDrafts({ carriedDrafts, now }: DraftOffice): Promise<void> {
  await carriedDrafts.deleteAcrossTenants('expires', { to: now() }, 500)
}

const unknownDraft = () => new Refusal('not-found', 'draft/unknown')

/**
 * An officer enters a complaint for somebody.
 * @param sent `draft` names the words that they typed before, which end with it
 */
export async function enterComplaint(
  ports: FilingOffice,
  staff: StaffMember,
  tenant: Tenant,
  given: GivenComplaint,
  receiving: Omit<Receiving, 'receivedBy'>,
  { draft, ...sent }: SentRequest & { readonly isShared?: boolean; readonly draft?: string | undefined },
): Promise<Received> {
  requirePermission(staff, 'cases.enter')
  if (!mayIn(staff, 'cases.enter', given.category)) throw notPermitted('cases.enter')
  const declared = declaredOn(receiving.channel, given.declared)
  await refuseUnlessMembers(ports.staff, staff, given.reportedStaff ?? [])
  // Two officers may send the same key, so each key is combined with its officer, unless it stands for the same
  // message.
  const own = {
    ...sent,
    idempotencyKey: sent.isShared ? sent.idempotencyKey : `${staff.id}\n${sent.idempotencyKey}`,
    admit: () => refuseNamingIn(ports, staff, given, receiving, textsIn(tenant, given, receiving)),
  }
  const whole = { ...given, declared }
  const received = await submitComplaint(ports, tenant, whole, { ...receiving, receivedBy: actorOf(staff) }, own)
  await ports.record(staff.tenant, { by: staff.id, act: 'case.entered', subject: received.complaint.id, detail: null })
  if (draft) await ports.unsent.drop(ownerOf(staff), { number: null, kind: draft })
  return received
}

const owed: readonly StatementName[] = ['readBack', 'procedureExplained']

/**
 * What may be claimed of how it was taken in: everything is owed to somebody who is there, on the telephone it is what
 * happened, and nobody can read or explain anything to a reporter who only wrote.
 */
function declaredOn(channel: IntakeChannel, declared: GivenComplaint['declared']): GivenComplaint['declared'] {
  if (!declared || !isSpokenWith(channel)) return undefined
  const missing = isThere(channel) ? owed.filter((one) => !declared.statements.includes(one)) : []
  if (missing.length > 0) {
    const problems = missing.map((one) => ({ path: `statements.${one}`, code: 'required' }))
    throw new Refusal('invalid', 'request/invalid', {}, problems)
  }
  return declared.statements.length > 0 ? declared : undefined
}

function textsIn(
  { settings }: Tenant,
  { category, answers = {} }: GivenComplaint,
  receiving: Omit<Receiving, 'receivedBy'>,
): readonly string[] {
  const chosen = settings.categories.find(({ code }) => code === category)
  return chosen ? wordsIn(keepAnswers(questionsOf(chosen, receiving), answers)) : []
}

/**
 * Refuses text by an officer that names the reporter without a reason: file names always, the story where handlers must
 * not know the reporter. The reported person may have a similar name and is left out.
 */
async function refuseNamingIn(
  ports: FilingOffice,
  staff: StaffMember,
  given: GivenComplaint,
  { place, letterNumber, namingKept }: Omit<Receiving, 'receivedBy'>,
  answers: readonly string[],
): Promise<void> {
  const { reporter, spoken } = given
  const { settings } = await ports.tenants.get(staff.tenant)
  const category = settings.categories.find(({ code }) => code === given.category)
  const privacy = category ? privacyIn(category, given.privacy) : given.privacy
  const evidence = [...given.evidence, ...(spoken ? [spoken.file] : [])]
  const identity = readIdentity(reporter)
  const held = await namesHeld(ports, staff.tenant, evidence)
  const names = held.map((file) => nameIn(given, file))
  const story = privacy === 'named' ? [] : [...listProse(given), place, letterNumber, ...answers]
  const inReason = findLeaks(namingKept ?? '', identity)
  const found = new Set([
    ...inReason,
    ...findLeaks(story.filter(Boolean).join('\n'), identity),
    ...names.flatMap((name) => leaksInName(name, identity)),
  ])
  if (found.size === 0 || (namingKept && inReason.length === 0)) return
  throw await recordNamingRefusal(ports, staff, null, [...found])
}
