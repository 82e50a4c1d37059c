import { findLeaks, type LeakKind } from '../../offices/names/find-leaks.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Vault } from '../../storage/vault.ts'
import { namingLine } from '../complaint.ts'
import { textsForSeveral } from '../joined-news.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Actor } from '../shape/history.ts'
import type { Moment } from '../shape/moment.ts'
import { identityOf } from '../store/identity-of.ts'
import type { CaseActionPorts } from './case-actions.ts'

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
  ports: CaseActionPorts,
  staff: StaffMember,
  before: Complaint,
  decision: Complaint,
  { words, leakReason, by, moment }: Written,
): Promise<Complaint> {
  await refuseNamingToSeveral(ports, staff, before, decision)
  // The reason is kept too, so it must not name the reporter either.
  const leaksInReason = await leaksIn(ports.vault, before, [leakReason])
  const leaks = leaksInReason.length > 0 ? leaksInReason : await leaksIn(ports.vault, before, words)
  if (leaks.length === 0) return decision
  if (leakReason && leaksInReason.length === 0) return recordNaming(decision, leakReason, by, moment)
  throw await recordNamingRefusal(ports, staff, before.id, leaks)
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
