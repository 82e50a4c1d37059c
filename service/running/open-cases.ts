import { lostReceiptSpec } from '../case/receipt/issued-receipts.ts'
import { dateErasures, openComplaintStore } from '../case/store/complaint-store.ts'
import type { Waiting } from '../case/store/complaint-writes.ts'
import { openBulkStore } from '../desk/bulk/bulk.ts'
import { letterHolder } from '../desk/letters/letter-dispatch.ts'
import { paperHolder } from '../desk/papers/papers.ts'
import { openPresenceStore } from '../desk/presence/presence.ts'
import { openTransferStore } from '../desk/transfers/transfers.ts'
import { openArrivalStore } from '../filing/arrivals/arrivals.ts'
import { carriedDraftSpec } from '../filing/enter-complaint.ts'
import { openUploadKeys, openUploadSpec } from '../filing/evidence/evidence.ts'
import { openOldBookStore } from '../filing/old-books/old-book.ts'
import { createGate } from '../http/load.ts'
import { openApprovalStore } from '../keeping/approvals/approval.ts'
import { heldEvidenceKeys, heldEvidenceSpec } from '../keeping/evidence/held-evidence.ts'
import { openIncidentStore } from '../keeping/incidents/incident.ts'
import { openLetterStore } from '../keeping/letters/letter-store.ts'
import { openPaperStore } from '../keeping/papers/paper-store.ts'
import { openReminderStore } from '../keeping/reminders/reminder-store.ts'
import { openDestructionStore } from '../keeping/retention/destruction.ts'
import { openUnsentStore } from '../keeping/unsent/unsent-store.ts'
import type { TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import { openFactsStore } from '../register/facts/facts-store.ts'
import { openEvaluationStore } from '../register/reports/evaluation.ts'
import { publicStatisticsSpec } from '../register/reports/public-statistics.ts'
import { openSavedViews } from '../register/saved-views.ts'
import { createTaskPace, createWakeUp } from '../shared/repeat.ts'
import { bringUpSchema, schemaSpec } from '../storage/migrations.ts'
import type { TenantId } from '../storage/place.ts'
import type { Ground } from './ground.ts'
import { paced, thisThread } from './jobs.ts'
import { showProgress } from './progress.ts'
import { nameReaders } from './upgrade/readers.ts'
import { sealHashes, sealWords } from './upgrade/seals.ts'

/** Opens the cases and brings older data up to the schema of this version. `wakeUp` runs when a case has news. */
export async function openCases(
  { store, vault }: Ground,
  tenants: TenantDirectory,
  wakeUp: (waiting: Waiting) => void,
  currentCause: () => string | null,
) {
  const versions = await store.collection(schemaSpec)
  const complaints = await openComplaintStore(store, vault, wakeUp, currentCause)
  const migrations = [
    await dateErasures(store, vault, complaints),
    await sealWords(store, vault, complaints),
    await sealHashes(store, vault, complaints),
    await nameReaders(store, vault, complaints),
  ]
  const units = async () => (await tenants.list()).map(({ id }) => id)
  await bringUpSchema({ versions, units, migrations }, showProgress)
  const gate = createGate()
  const pace = createTaskPace(() => gate.people, thisThread)
  return {
    complaints,
    gate,
    pace,
    pacedComplaints: paced(pace, complaints),
    categoriesInUse: async (tenant: TenantId): Promise<ReadonlySet<string>> =>
      new Set((await complaints.counts(tenant)).flatMap(({ category, cases }) => (cases > 0 ? [category] : []))),
    migrations,
  }
}

export async function openCaseRecords({ store, vault, now }: Ground) {
  const heldEvidence = await store.collection(heldEvidenceSpec)
  const openUploads = await store.collection(openUploadSpec)
  const approvals = await openApprovalStore(store, vault)
  const bulks = await openBulkStore(store, vault)
  const oldBooks = await openOldBookStore(store, vault)
  const evaluations = await openEvaluationStore(store, vault)
  const reportFacts = await openFactsStore(store, vault)
  const incidents = await openIncidentStore(store, vault)
  const destructions = await openDestructionStore(store, vault)
  const arrivalsCame = createWakeUp()
  const arrivals = await openArrivalStore(store, vault, arrivalsCame.signal)
  const transfers = await openTransferStore(store, vault)
  const savedViews = await openSavedViews(store, vault)
  const unsent = await openUnsentStore(store, vault)
  return {
    letters: await openLetterStore(store, vault),
    papers: await openPaperStore(store, vault),
    presence: await openPresenceStore(store, now),
    carriedDrafts: await store.collection(carriedDraftSpec),
    lostReceipts: await store.collection(lostReceiptSpec),
    publicStatistics: await store.collection(publicStatisticsSpec),
    heldEvidence,
    openUploads,
    approvals,
    bulks,
    oldBooks,
    evaluations,
    reportFacts,
    incidents,
    destructions,
    arrivals,
    arrivalsCame,
    transfers,
    savedViews,
    unsent,
    reminders: await openReminderStore(store, vault),
    keyHolders: [
      await letterHolder(store, vault),
      await paperHolder(store, vault),
      approvals.keyHolder,
      bulks.keyHolder,
      oldBooks.keyHolder,
      oldBooks.pageHolder,
      evaluations.keyHolder,
      reportFacts.keyHolder,
      incidents.keyHolder,
      destructions.keyHolder,
      arrivals.keyHolder,
      transfers.keyHolder,
      savedViews.keyHolder,
      unsent.keyHolder,
      heldEvidenceKeys({ heldEvidence, vault }),
      openUploadKeys({ openUploads, vault }),
    ],
  }
}
