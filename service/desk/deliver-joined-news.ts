import { momentOf } from '../case/access/case-actions.ts'
import { guardCase } from '../case/access/guarding.ts'
import { applyDecision } from '../case/complaint.ts'
import { bothOf, planGuard, type Whom, whomOf } from '../case/guard.ts'
import { bringAlong, merge, receiveNews, removeJoined } from '../case/merged-case.ts'
import type { JoinedNews } from '../case/shape/case-ties.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Moment } from '../case/shape/history.ts'
import { nameSplit } from '../case/split-case.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../storage/place.ts'
import type { ActPorts } from './case-act.ts'
import { makeSplitCase } from './make-split-case.ts'

export type JoinedNewsPorts = ActPorts

/**
 * Delivers a case's news to other cases, in order. Each write is idempotent and comes before its news is removed, so
 * another process can finish after a crash.
 */
export async function deliverJoinedNews(ports: JoinedNewsPorts, tenant: TenantId, number: string): Promise<void> {
  for (;;) {
    const from = await ports.complaints.find(tenant, number)
    const item = from?.dossier.passesOn[0]
    if (!from || !item || from.destroyed) return
    const moment = await momentOf(ports, tenant)
    if (item.kind === 'split') {
      const made = await makeSplitCase(ports, from, item)
      await ports.complaints.change(tenant, number, (complaint) => nameSplit(withoutNews(complaint, item), item, made))
      continue
    }
    const isTaken = await tryToDeliver(ports, from, item, moment)
    const { settings } = await ports.tenants.get(tenant)
    const other = item.kind === 'join' && isTaken ? await ports.complaints.find(tenant, item.to) : null
    await ports.complaints.change(tenant, number, (complaint) => {
      const left = removeNews(complaint, item, isTaken, moment)
      const isJoined = left !== complaint && other?.dossier.merged?.id === item.join
      return isJoined && item.kind === 'join' ? bringAlong(left, item, other, settings, moment) : left
    })
  }
}

/**
 * Delivers what crashed processes left.
 * @returns how many cases had news
 */
export async function deliverWaitingNews(ports: JoinedNewsPorts, onFault: (cause: unknown) => void): Promise<number> {
  const waiting = await ports.complaints.findWithJoinedNews(50)
  // A failing case must not block the others.
  for (const { tenant, number } of waiting) await deliverJoinedNews(ports, tenant, number).catch(onFault)
  return waiting.length
}

const isGone: readonly string[] = ['case/destroyed', 'complaint/not-found']

/**
 * Writes to the other case.
 * @returns false if it can never accept the news, because it moved on or is gone
 */
async function tryToDeliver(
  ports: JoinedNewsPorts,
  from: Complaint,
  item: JoinedNews,
  moment: Moment,
): Promise<boolean> {
  try {
    await ports.complaints.change(from.tenant, item.to, (other) => applyNews(ports, from, other, item, moment))
    return true
  } catch (cause) {
    if (cause instanceof Refusal && (item.kind === 'join' || isGone.includes(cause.code))) return false
    throw cause
  }
}

async function applyNews(ports: JoinedNewsPorts, from: Complaint, other: Complaint, item: JoinedNews, moment: Moment) {
  switch (item.kind) {
    case 'join':
      return joinCase(ports, from, other, item, moment)
    case 'guard': {
      const known = whomOf(other)
      const both = bothOf(known, { concerned: item.concerns, candidates: item.candidates ?? [] })
      if (!isMore(known, both) || !areJoined(from, other, item)) return other
      const guarding = await planGuard(ports.staff, other.tenant, both, other.category)
      return guardCase(other, guarding, item.because, { kind: 'system' }, moment)
    }
    case 'part':
      return removeJoined(other, item.join, item.by, (await ports.tenants.get(other.tenant)).settings, moment)
    default:
      return receiveNews(other, item, moment)
  }
}

const isMore = (known: Whom, both: Whom): boolean =>
  both.concerned.length > known.concerned.length ||
  both.candidates.some(({ id }) => known.candidates.every((one) => one.id !== id))

const areJoined = (one: Complaint, other: Complaint, { join }: JoinedNews): boolean =>
  [one, other].some(({ dossier }) => dossier.merged?.id === join) ||
  [one, other].some(({ dossier }) => dossier.joined.some(({ id }) => id === join))

/**
 * Anybody who changed the case meanwhile was first, and then it is not joined.
 * @throws Refusal `case/changed-meanwhile`, `merge/…`
 */
async function joinCase(
  ports: JoinedNewsPorts,
  leading: Complaint,
  complaint: Complaint,
  item: Extract<JoinedNews, { kind: 'join' }>,
  moment: Moment,
): Promise<Complaint> {
  if (complaint.dossier.merged?.id === item.join) return complaint
  if (complaint.revision !== item.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
  const now = await ports.complaints.get(leading.tenant, leading.id)
  const { handler } = now
  const both = bothOf(whomOf(now), whomOf(complaint))
  const guarding = await planGuard(ports.staff, leading.tenant, both, complaint.category)
  const joined = { id: item.join, into: leading.id, by: item.by }
  return merge(complaint, joined, item.because, { handler, guarding }, moment)
}

function withoutNews(complaint: Complaint, item: JoinedNews): Complaint {
  const left = complaint.dossier.passesOn.filter(({ id }) => id !== item.id)
  return { ...complaint, passesOnSince: left[0]?.at ?? null, dossier: { ...complaint.dossier, passesOn: left } }
}

function removeNews(complaint: Complaint, item: JoinedNews, isTaken: boolean, moment: Moment): Complaint {
  const { passesOn, joined } = complaint.dossier
  if (!passesOn.some(({ id }) => id === item.id)) return complaint
  const done = withoutNews(complaint, item)
  if (item.kind !== 'join') return done
  if (!isTaken) return { ...done, dossier: { ...done.dossier, joined: joined.filter(({ id }) => id !== item.join) } }
  const { by, to, because } = item
  const text = because ? `${to}: ${because}` : to
  return applyDecision(done, moment, {}, { event: 'case_joined', by, text, public: false })
}
