import type { RecordAccess } from '../../offices/log/record-access.ts'
import { findLeaks, type LeakKind } from '../../offices/names/find-leaks.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { type Status, statuses } from '../../offices/vocabulary.ts'
import type { Clock } from '../../shared/instant.ts'
import { isOneOf, keysOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import { hasOfficePause, mayPause, runningHandling } from '../case-clocks.ts'
import { namingLine, refuseUnlessIn } from '../complaint.ts'
import { textsForSeveral } from '../joined-news.ts'
import { lateClocks } from '../late-clocks.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Actor } from '../shape/history.ts'
import type { Moment } from '../shape/moment.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'
import { identityOf } from '../store/identity-of.ts'
import { changeCaseFor, mayOn } from './case-access.ts'

/**
 * Says who may do what to a case, and when: one of the permissions, in one of the statuses. Screens offer acts by the
 * same table.
 */
export const acts = {
  verify: { by: ['cases.verify'], from: ['received'] },
  'ask-for-completion': {
    by: ['cases.verify', 'cases.handle'],
    from: ['received', 'in_progress'],
    when: ({ imported }) => imported === null,
  },
  dispatch: { by: ['cases.dispatch'], from: ['in_progress'] },
  message: {
    by: ['cases.verify', 'cases.handle'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'answered', 'objected', 'merged'],
    // Reporters in an old register have no code and read no page.
    when: ({ imported }) => imported === null,
  },
  note: { by: ['cases.verify', 'cases.handle', 'cases.approve'], from: statuses },
  'propose-answer': { by: ['cases.handle'], from: ['in_progress'] },
  'return-answer': { by: ['cases.approve'], from: ['awaiting_approval'] },
  answer: { by: ['cases.approve'], from: ['in_progress', 'awaiting_approval'] },
  decline: { by: ['cases.decline'], from: ['received', 'incomplete', 'in_progress'] },
  // Staff who may decline a case may also say who handles it instead.
  forward: { by: ['cases.decline'], from: ['received', 'in_progress'], when: ({ offer }) => offer === null },
  'recall-forward': {
    by: ['cases.decline'],
    from: ['received', 'in_progress'],
    when: ({ offer }) => offer !== null && offer.state !== 'recalled',
  },
  'add-reference': {
    by: ['cases.verify', 'cases.decline'],
    from: ['forwarded'],
    when: ({ dossier, movedTo }) => dossier.forwarded !== null && movedTo === null,
  },
  merge: {
    by: ['cases.verify', 'cases.dispatch'],
    from: ['received', 'in_progress'],
    when: ({ identityAskedAt, dossier }) => identityAskedAt === null && dossier.joined.length === 0,
  },
  unmerge: {
    by: ['cases.verify', 'cases.dispatch'],
    from: ['merged'],
    when: ({ dossier }) => dossier.merged?.answeredAt === null,
  },
  close: { by: ['cases.close'], from: ['answered'] },
  'decide-objection': { by: ['cases.approve'], from: ['objected'] },
  pause: {
    by: ['cases.verify', 'cases.handle'],
    from: ['received', 'in_progress', 'awaiting_approval', 'objected'],
    when: ({ clocks }) => mayPause(clocks),
  },
  resume: {
    by: ['cases.verify', 'cases.handle'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    when: ({ clocks }) => hasOfficePause(clocks),
  },
  extend: {
    by: ['cases.approve'],
    from: ['in_progress', 'awaiting_approval'],
    when: ({ clocks }) => runningHandling(clocks) !== undefined,
  },
  'explain-delay': {
    by: ['cases.verify', 'cases.handle', 'cases.approve'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    when: ({ clocks }) => lateClocks(clocks).length > 0,
  },
} as const satisfies Record<string, ActRule>

interface ActRule {
  readonly by: readonly [Permission, ...Permission[]]
  readonly from: readonly Status[]
  readonly when?: (complaint: Complaint) => boolean
}

export type Act = keyof typeof acts

export const actsOpenTo = (staff: StaffMember, complaint: Complaint): Act[] =>
  keysOf(acts).filter(
    (act) =>
      !complaint.destroyed &&
      acts[act].by.some((permission) => mayOn(staff, permission, complaint)) &&
      isOneOf(acts[act].from, complaint.status) &&
      ((acts[act] as ActRule).when?.(complaint) ?? true),
  )

export interface CaseActionPorts {
  readonly complaints: ComplaintStore
  readonly tenants: TenantDirectory
  readonly now: Clock
  readonly newId: () => string
  readonly record: RecordAccess
  readonly vault: Vault
}

export async function momentOf(ports: Omit<CaseActionPorts, 'complaints'>, tenant: TenantId): Promise<Moment> {
  const { settings } = await ports.tenants.get(tenant)
  return { at: ports.now(), newId: ports.newId, rulePacks: settings.rulePacks, calendar: settings.calendar }
}

/** `revision` is the one that the person saw. */
export interface CaseRequest {
  readonly number: string
  readonly revision: number
  /** Text that names the reporter is refused without this reason. */
  readonly leakReason?: string | undefined
}

/** This is what an officer wrote; a function adds texts of the case that they send on. */
export type WrittenTexts = readonly (string | undefined)[] | ((complaint: Complaint) => readonly (string | undefined)[])

const wordsFor = (words: WrittenTexts, complaint: Complaint) => (typeof words === 'function' ? words(complaint) : words)

/**
 * Every case action of staff: checks permission, loads, decides, saves. `words` are what the officer wrote.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/wrong-status`, `case/changed-meanwhile`,
 * `text/names-reporter`
 */
export async function actOnCase(
  ports: CaseActionPorts,
  staff: StaffMember,
  act: Act,
  request: CaseRequest,
  words: WrittenTexts,
  decide: (complaint: Complaint, by: Actor, moment: Moment) => Complaint | Promise<Complaint>,
): Promise<Complaint> {
  const changed = await writeOnCase(ports, staff, acts[act].by, request, words, (complaint, by, moment) => {
    if (complaint.revision !== request.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    refuseUnlessIn(complaint, acts[act].from)
    return decide(complaint, by, moment)
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: request.number, detail: act })
  return changed
}

/**
 * Does the same for writes that are not in the table. Texts that name the reporter are refused before they are kept.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `text/names-reporter`, and what `decide` throws
 */
export async function writeOnCase(
  ports: CaseActionPorts,
  staff: StaffMember,
  needed: readonly [Permission, ...Permission[]],
  { number, leakReason }: Omit<CaseRequest, 'revision'>,
  words: WrittenTexts,
  decide: (complaint: Complaint, by: Actor, moment: Moment) => Complaint | Promise<Complaint>,
): Promise<Complaint> {
  const moment = await momentOf(ports, staff.tenant)
  const by = actorOf(staff)
  return changeCaseFor(ports, staff, needed, number, async (complaint) => {
    const decision = await decide(complaint, by, moment)
    await refuseNamingToSeveral(ports, staff, complaint, decision)
    // The reason is kept too, so it must not name the reporter either.
    const leaksInReason = await leaksIn(ports.vault, complaint, [leakReason])
    const leaks =
      leaksInReason.length > 0 ? leaksInReason : await leaksIn(ports.vault, complaint, wordsFor(words, complaint))
    if (leaks.length === 0) return decision
    if (leakReason && leaksInReason.length === 0) return recordNaming(decision, leakReason, by, moment)
    throw await recordNamingRefusal(ports, staff, number, leaks)
  })
}

/** Text for several reporters must name none of them, and no reason overrides that. */
async function refuseNamingToSeveral(ports: CaseActionPorts, staff: StaffMember, before: Complaint, after: Complaint) {
  const words = textsForSeveral(before, after)
  if (words.length === 0) return
  const found = await Promise.all(
    before.dossier.joined.map(({ number }) => ports.complaints.find(staff.tenant, number)),
  )
  const joined = found.filter((one) => one !== null)
  await refuseNamingAny(ports, staff, before.id, [before, ...joined], words)
}

/** @throws Refusal `text/names-joined-reporter` */
export async function refuseNamingAny(
  ports: CaseActionPorts,
  staff: StaffMember,
  number: string,
  complaints: readonly Complaint[],
  words: readonly (string | undefined)[],
): Promise<void> {
  const found = await Promise.all(complaints.map((complaint) => leaksIn(ports.vault, complaint, words)))
  const kinds = [...new Set(found.flat())]
  if (kinds.length > 0) throw await recordNamingRefusal(ports, staff, number, kinds, 'text/names-joined-reporter')
}

/**
 * Checks texts that belong to several cases and have no place for a reason.
 * @throws Refusal `text/names-reporter`
 */
export async function refuseNaming(ports: CaseActionPorts, staff: StaffMember, complaint: Complaint, words: string) {
  const leaks = await leaksIn(ports.vault, complaint, [words])
  if (leaks.length > 0) throw await recordNamingRefusal(ports, staff, complaint.id, leaks)
}

/**
 * Logs that somebody was warned.
 * @param number `null` before there is a case
 */
export async function recordNamingRefusal(
  { record }: Pick<CaseActionPorts, 'record'>,
  { tenant, id: by }: StaffMember,
  number: string | null,
  found: readonly LeakKind[],
  code: 'text/names-reporter' | 'text/names-joined-reporter' = 'text/names-reporter',
): Promise<Refusal> {
  await record(tenant, { by, act: 'leak.warned', subject: number, detail: found.join(' ') })
  return new Refusal('conflict', code, { found })
}

export const actorOf = ({ id, name, position }: StaffMember): Actor => ({ kind: 'staff', id, name, position })

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
