import { type DeskPorts, momentOf } from '../case/access/desk.ts'
import { guardCase } from '../case/access/guard-case.ts'
import { decided } from '../case/complaint.ts'
import { guardingAgainst } from '../case/guard.ts'
import { merge, received, withoutJoined } from '../case/merged-case.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { PassedOn } from '../case/shape/joining.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../storage/tenant-id.ts'

export type HandOverPorts = DeskPorts & { readonly staff: StaffDirectory }

/**
 * Delivers a case's news to other cases, in order. Each write is idempotent and comes before its news is removed, so
 * another process can finish after a crash.
 */
export async function handOver(ports: HandOverPorts, tenant: TenantId, number: string): Promise<void> {
  for (;;) {
    const from = await ports.complaints.find(tenant, number)
    const pass = from?.dossier.passesOn[0]
    if (!from || !pass || from.destroyed) return
    const moment = await momentOf(ports, tenant)
    const isTaken = await taken(ports, from, pass, moment)
    await ports.complaints.change(tenant, number, (complaint) => struckOff(complaint, pass, isTaken, moment))
  }
}

/**
 * Delivers what crashed processes left.
 * @returns how many cases had news
 */
export async function handOverWaiting(ports: HandOverPorts, onFault: (cause: unknown) => void): Promise<number> {
  const waiting = await ports.complaints.passingOn(50)
  // A failing case must not block the others.
  for (const { tenant, number } of waiting) await handOver(ports, tenant, number).catch(onFault)
  return waiting.length
}

const isGone: readonly string[] = ['case/destroyed', 'complaint/not-found']

/**
 * Writes to the other case.
 * @returns false if it can never accept the news, because it moved on or is gone
 */
async function taken(ports: HandOverPorts, from: Complaint, pass: PassedOn, moment: Moment): Promise<boolean> {
  try {
    await ports.complaints.change(from.tenant, pass.to, (other) => withPass(ports, from, other, pass, moment))
    return true
  } catch (cause) {
    if (cause instanceof Refusal && (pass.kind === 'join' || isGone.includes(cause.code))) return false
    throw cause
  }
}

async function withPass(ports: HandOverPorts, from: Complaint, other: Complaint, pass: PassedOn, moment: Moment) {
  switch (pass.kind) {
    case 'join':
      return joining(ports, from, other, pass, moment)
    case 'guard': {
      const known = other.dossier.concerns.map(({ id }) => id)
      const ids = [...new Set([...known, ...pass.concerns])]
      if (ids.length === known.length || !areJoined(from, other, pass)) return other
      const guarding = await guardingAgainst(ports.staff, other.tenant, ids, other.category)
      return guardCase(other, guarding, pass.because, { kind: 'system' }, moment)
    }
    case 'part':
      return withoutJoined(other, pass.join, pass.by, moment)
    default:
      return received(other, pass, moment)
  }
}

const areJoined = (one: Complaint, other: Complaint, { join }: PassedOn): boolean =>
  [one, other].some(({ dossier }) => dossier.merged?.id === join) ||
  [one, other].some(({ dossier }) => dossier.joined.some(({ id }) => id === join))

/**
 * Anybody who changed the case meanwhile was first, and then it is not joined.
 * @throws Refusal `case/changed-meanwhile`, `merge/…`
 */
async function joining(
  ports: HandOverPorts,
  leading: Complaint,
  complaint: Complaint,
  pass: Extract<PassedOn, { kind: 'join' }>,
  moment: Moment,
): Promise<Complaint> {
  if (complaint.dossier.merged?.id === pass.join) return complaint
  if (complaint.revision !== pass.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
  const { handler, dossier } = await ports.complaints.get(leading.tenant, leading.id)
  const concerns = [...dossier.concerns, ...complaint.dossier.concerns].map(({ id }) => id)
  const guarding = await guardingAgainst(ports.staff, leading.tenant, [...new Set(concerns)], complaint.category)
  const joined = { id: pass.join, into: leading.id, by: pass.by }
  return merge(complaint, joined, pass.because, { handler, guarding }, moment)
}

function struckOff(complaint: Complaint, pass: PassedOn, isTaken: boolean, moment: Moment): Complaint {
  const { passesOn, joined } = complaint.dossier
  if (!passesOn.some(({ id }) => id === pass.id)) return complaint
  const left = passesOn.filter(({ id }) => id !== pass.id)
  const done: Complaint = {
    ...complaint,
    passesOnSince: left[0]?.at ?? null,
    dossier: { ...complaint.dossier, passesOn: left },
  }
  if (pass.kind !== 'join') return done
  if (!isTaken) return { ...done, dossier: { ...done.dossier, joined: joined.filter(({ id }) => id !== pass.join) } }
  const { by, to, because } = pass
  const text = because ? `${to}: ${because}` : to
  return decided(done, moment, {}, { event: 'case_joined', by, text, public: false })
}
