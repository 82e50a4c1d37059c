import { caseByNumber, findHiddenNumbers, mayIn } from '../../case/access/case-access.ts'
import { momentOf } from '../../case/access/case-actions.ts'
import type { EvidenceStore } from '../../case/evidence.ts'
import { type ReceiptOffice, receiptFingerprint } from '../../case/receipt/issued-receipts.ts'
import {
  type ReasonToKeep,
  type RetentionRules,
  reasonsToKeep,
  refuseUnlessDue,
  type Shreddable,
  weighRetention,
} from '../../case/retention.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { caseKeyPlace } from '../../case/store/case-seals.ts'
import { destructionSeries } from '../../case/store/number-gaps.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantKeys } from '../../storage/vault.ts'
import { type ApprovalOffice, unknownApproval } from '../approvals/approval.ts'
import { takeApproval } from '../approvals/approvals.ts'
import { eraseIdentity } from '../identity/approved-identity.ts'
import { rotateTenantKeys } from '../identity/keys.ts'
import type { LetterStore } from '../letters/letter-store.ts'
import type { PaperStore } from '../papers/paper-store.ts'
import type { ReminderStore } from '../reminders/reminder-store.ts'
import type { UnsentStore } from '../unsent/unsent-store.ts'
import {
  type Destruction,
  type DestructionLine,
  type DestructionStore,
  destroyCase,
  destructionNumber,
  finishRecord,
  isDestroying,
  type KeptLine,
  shreddedBy,
  unknownDestruction,
} from './destruction.ts'

/** An office that can destroy a case wherever something of it is kept. */
export interface DestructionOffice extends ApprovalOffice, ReceiptOffice {
  readonly unitKeys: TenantKeys
  readonly destructions: DestructionStore
  readonly evidenceStore: EvidenceStore
  readonly letters: LetterStore
  readonly papers: PaperStore
  readonly unsent: UnsentStore
  readonly reminders: ReminderStore
}

/**
 * Finishes a destruction. Each step can be repeated, so the next process finishes what a dead one left. First the keys
 * go, in one write with all that was written; then letters, papers and the sealed files, which nobody can read any
 * more; then the tenant's key starts to change, so that old copies of keys no longer open; last, the record is closed.
 */
export async function finishDestruction(office: DestructionOffice, destruction: Destruction): Promise<Destruction> {
  const { tenant, id, content, what } = destruction
  const kept: KeptLine[] = []
  for (const { number, category } of content.lines) {
    const because =
      what === 'record'
        ? await shredCase(office, destruction, number)
        : await shredIdentity(office, destruction, number)
    if (because) kept.push({ number, category, because })
    else {
      if (what === 'record') {
        await office.complaints.dropOlderPages(tenant, number)
        await office.letters.strip(tenant, number)
        await office.papers.strip(tenant, number)
        await office.unsent.dropOfCase(tenant, number)
        await office.reminders.dropOfCase(tenant, number)
      }
      for (const file of content.remains[number] ?? []) await office.evidenceStore.remove(file)
    }
  }
  if (kept.length < content.lines.length) await rotateTenantKeys(office, tenant, 'system')
  return office.destructions.change(tenant, id, (before) => finishRecord(before, kept, office.now()))
}

/** @returns why the case stayed whole; `null` when it is destroyed under this record, now or before */
async function shredCase(
  office: DestructionOffice,
  { tenant, number: record, proposedBy }: Destruction,
  number: string,
): Promise<ReasonToKeep | null> {
  const complaint = await office.complaints.get(tenant, number)
  if (complaint.destroyed) return complaint.destroyed.record === record ? null : 'case/destroyed'
  const unit = await office.tenants.get(tenant)
  const fingerprint = await receiptFingerprint(office, complaint, unit)
  const key = await office.vault.newKey(caseKeyPlace(complaint))
  await office.record(tenant, { by: proposedBy, act: 'case.destroyed', subject: number, detail: record })
  return reasonIfRefused(
    office.complaints.change(tenant, number, (before) =>
      destroyCase(before, { record, fingerprint, key }, unit.settings, { at: office.now(), newId: office.newId }),
    ),
  )
}

async function shredIdentity(
  office: DestructionOffice,
  { tenant, number: record, proposedBy }: Destruction,
  number: string,
): Promise<ReasonToKeep | null> {
  const { dossier } = await office.complaints.whole(await office.complaints.get(tenant, number))
  if (dossier.history.some(({ event, text }) => event === 'identity_erased' && text === record)) return null
  const { settings } = await office.tenants.get(tenant)
  const moment = await momentOf(office, tenant)
  await office.record(tenant, { by: proposedBy, act: 'identity.erased', subject: number, detail: record })
  return reasonIfRefused(
    office.complaints.change(tenant, number, (before) => {
      refuseUnlessDue('identity', before, settings, moment.at)
      return eraseIdentity(before, { kind: 'system' }, moment, record)
    }),
  )
}

/** A hold or another destruction may have come between; the rest goes on without this case. */
async function reasonIfRefused(doing: Promise<unknown>): Promise<ReasonToKeep | null> {
  try {
    await doing
    return null
  } catch (cause) {
    const because = cause instanceof Refusal ? reasonsToKeep.find((code) => code === cause.code) : undefined
    if (!because) throw cause
    return because
  }
}

/**
 * Finishes destructions of all tenants that a dead process left.
 * @returns how many were continued
 */
export async function finishDestructions(office: DestructionOffice): Promise<number> {
  const left = await office.destructions.listUnfinished(20)
  for (const destruction of left) await finishDestruction(office, destruction)
  return left.length
}

/**
 * Destroys what a second person approved. What was held or changed since then stays whole, and the record says so. Once
 * begun, it is finished even if this process dies.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `retention/not-due` when nothing is left to destroy,
 * and those of `takeApproval`
 */
export async function carryOutDestruction(
  office: DestructionOffice,
  staff: StaffMember,
  id: string,
): Promise<Destruction> {
  requirePermission(staff, 'retention.manage')
  const { tenant } = staff
  const asked = await office.approvals.get(tenant, id)
  if (!isDestroying(asked.act) || asked.asker !== staff.id) throw unknownApproval()
  const { settings } = await office.tenants.get(tenant)
  const what = shreddedBy[asked.act]
  const cases: Complaint[] = []
  for (const { number } of asked.content.cases)
    cases.push(await caseByNumber(office, staff, ['retention.manage'], number))
  const { lines, kept } = weighCases(what, cases, settings, office.now())
  if (lines.length === 0) throw new Refusal('conflict', 'retention/not-due', { number: cases[0]?.id })

  const { content, decision, askedAt } = await takeApproval(office, staff, id, asked.act)
  if (!decision || !content.decidedBy) throw unknownApproval()
  const startedAt = office.now()
  const year = localDateOf(startedAt, settings.calendar).slice(0, 4)
  const destruction = await office.destructions.add(
    {
      tenant,
      id,
      series: year,
      what,
      proposedBy: staff.id,
      startedAt,
      finishedAt: null,
      content: {
        basis: settings.retention.basis,
        reason: content.reason,
        proposer: content.askedBy,
        proposedAt: askedAt,
        approver: content.decidedBy,
        approvedAt: decision.at,
        lines,
        kept,
        remains: what === 'record' ? filesOf(cases) : {},
      },
    },
    (sequence) => destructionNumber(settings.numberPrefix, year, sequence),
    office.complaints.numberGaps.behind(tenant, destructionSeries(year)),
  )
  return finishDestruction(office, destruction)
}

function weighCases(
  what: Shreddable,
  cases: readonly Complaint[],
  rules: RetentionRules,
  now: Destruction['startedAt'],
) {
  const lines: DestructionLine[] = []
  const kept: KeptLine[] = []
  for (const complaint of cases) {
    const { id: number, category, receivedAt, evidence } = complaint
    const retention = weighRetention(what, complaint, rules, now)
    const from = typeof retention === 'string' ? null : what === 'record' ? retention.destroyFrom : retention.eraseFrom
    if (typeof retention === 'string') kept.push({ number, category, because: retention })
    else if (from) lines.push({ number, category, receivedAt, from, files: evidence.length, ...pickEnd(retention) })
  }
  return { lines, kept }
}

const pickEnd = ({ ending, endedAt }: Pick<DestructionLine, 'ending' | 'endedAt'>) => ({ ending, endedAt })

const filesOf = (cases: readonly Complaint[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(cases.map(({ id, evidence }) => [id, evidence.map((item) => item.id)]))

/** A record names cases, so it is shown only to people who may see each of them. */
async function reachOf(office: DestructionOffice, staff: StaffMember): Promise<(destruction: Destruction) => boolean> {
  requirePermission(staff, 'retention.manage')
  const kept = await findHiddenNumbers(office, staff)
  return ({ content }) =>
    [...content.lines, ...content.kept].every(
      ({ number, category }) => !kept.has(number) && mayIn(staff, 'retention.manage', category),
    )
}

/** Returns up to a hundred, the newest first. */
export async function listDestructions(office: DestructionOffice, staff: StaffMember): Promise<readonly Destruction[]> {
  const isWithinReach = await reachOf(office, staff)
  const { items } = await office.destructions.list(staff.tenant, { limit: 100 })
  return items.filter(isWithinReach)
}

/** Logs the access before it returns the record. */
export async function openDestruction(office: DestructionOffice, staff: StaffMember, id: string): Promise<Destruction> {
  const isWithinReach = await reachOf(office, staff)
  const destruction = await office.destructions.get(staff.tenant, id)
  if (!isWithinReach(destruction)) throw unknownDestruction()
  if (!destruction.finishedAt) throw new Refusal('conflict', 'destruction/unfinished')
  await office.record(staff.tenant, { by: staff.id, act: 'destruction.read', subject: id, detail: null })
  return destruction
}
