import { momentOf } from '../../case/access/case-actions.ts'
import type { EvidenceStore } from '../../case/evidence/evidence-store.ts'
import { type ReceiptPorts, receiptFingerprint } from '../../case/receipt/issue-receipt.ts'
import { caseKeyPlace } from '../../case/store/case-seals.ts'
import { type ReasonToKeep, reasonsToKeep, refuseUnlessDue } from '../../case/weigh-retention.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantKeys } from '../../storage/tenant-keys.ts'
import type { ApprovalPorts } from '../approvals/ask-for-approval.ts'
import { eraseIdentity } from '../identity/erase-identity.ts'
import { rotateTenantKeys } from '../identity/rotate-tenant-keys.ts'
import type { LetterStore } from '../letters/letter-store.ts'
import type { PaperStore } from '../papers/paper-store.ts'
import type { ReminderStore } from '../reminders/reminder-store.ts'
import type { UnsentStore } from '../unsent/unsent-store.ts'
import { destroyCase } from './destroy-case.ts'
import { type Destruction, finishRecord, type KeptLine } from './destruction.ts'
import type { DestructionStore } from './destruction-store.ts'

export interface DestructionPorts extends ApprovalPorts, ReceiptPorts {
  readonly unitKeys: TenantKeys
  readonly destructions: DestructionStore
  readonly evidenceStore: EvidenceStore
  readonly letters: LetterStore
  readonly papers: PaperStore
  readonly unsent: Pick<UnsentStore, 'dropOfCase'>
  readonly reminders: Pick<ReminderStore, 'dropOfCase'>
}

/**
 * Finishes a destruction. Each step can be repeated, so the next process finishes what a dead one left. First the keys
 * go, in one write with all that was written; then letters, papers and the sealed files, which nobody can read any
 * more; then the tenant's key starts to change, so that old copies of keys no longer open; last, the record is closed.
 */
export async function finishDestruction(ports: DestructionPorts, destruction: Destruction): Promise<Destruction> {
  const { tenant, id, content, what } = destruction
  const kept: KeptLine[] = []
  for (const { number, category } of content.lines) {
    const because =
      what === 'record' ? await shredCase(ports, destruction, number) : await shredIdentity(ports, destruction, number)
    if (because) kept.push({ number, category, because })
    else {
      if (what === 'record') {
        await ports.complaints.dropOlderPages(tenant, number)
        await ports.letters.strip(tenant, number)
        await ports.papers.strip(tenant, number)
        await ports.unsent.dropOfCase(tenant, number)
        await ports.reminders.dropOfCase(tenant, number)
      }
      for (const file of content.remains[number] ?? []) await ports.evidenceStore.remove(file)
    }
  }
  if (kept.length < content.lines.length) await rotateTenantKeys(ports, tenant, 'system')
  return ports.destructions.change(tenant, id, (before) => finishRecord(before, kept, ports.now()))
}

/** @returns why the case stayed whole; `null` when it is destroyed under this record, now or before */
async function shredCase(
  ports: DestructionPorts,
  { tenant, number: record, proposedBy }: Destruction,
  number: string,
): Promise<ReasonToKeep | null> {
  const complaint = await ports.complaints.get(tenant, number)
  if (complaint.destroyed) return complaint.destroyed.record === record ? null : 'case/destroyed'
  const unit = await ports.tenants.get(tenant)
  const fingerprint = await receiptFingerprint(ports, complaint, unit)
  const key = await ports.vault.newKey(caseKeyPlace(complaint))
  await ports.record(tenant, { by: proposedBy, act: 'case.destroyed', subject: number, detail: record })
  return reasonIfRefused(
    ports.complaints.change(tenant, number, (before) =>
      destroyCase(before, { record, fingerprint, key }, unit.settings, { at: ports.now(), newId: ports.newId }),
    ),
  )
}

async function shredIdentity(
  ports: DestructionPorts,
  { tenant, number: record, proposedBy }: Destruction,
  number: string,
): Promise<ReasonToKeep | null> {
  const { dossier } = await ports.complaints.whole(await ports.complaints.get(tenant, number))
  if (dossier.history.some(({ event, text }) => event === 'identity_erased' && text === record)) return null
  const { settings } = await ports.tenants.get(tenant)
  const moment = await momentOf(ports, tenant)
  await ports.record(tenant, { by: proposedBy, act: 'identity.erased', subject: number, detail: record })
  return reasonIfRefused(
    ports.complaints.change(tenant, number, (before) => {
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
export async function finishDestructions(ports: DestructionPorts): Promise<number> {
  const left = await ports.destructions.listUnfinished(20)
  for (const destruction of left) await finishDestruction(ports, destruction)
  return left.length
}
