import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { evidenceFiles } from '../../service/adapters/files/evidence-files.ts'
import type { KeyRing } from '../../service/adapters/jose/key-ring.ts'
import { followCause } from '../../service/adapters/node-async-hooks/follow-cause.ts'
import { hashSecret, newSecret, streamSealer } from '../../service/adapters/node-crypto/secrets.ts'
import { lostReceiptSpec } from '../../service/case/receipt/issued-receipts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { newCaseKey } from '../../service/case/store/case-seals.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import type { KeptComplaint } from '../../service/case/store/kept-complaint.ts'
import { bulkSpec, type KeptBulk, openBulkStore } from '../../service/desk/bulk/bulk.ts'
import type { BulkOffice } from '../../service/desk/bulk/bulk-orders.ts'
import type { LetterOffice } from '../../service/desk/letters/letter-access.ts'
import { approvalSpec, type KeptApproval, openApprovalStore } from '../../service/keeping/approvals/approval.ts'
import { heldEvidenceSpec } from '../../service/keeping/evidence/held-evidence.ts'
import { incidentSpec, type KeptIncident, openIncidentStore } from '../../service/keeping/incidents/incident.ts'
import type { IncidentOffice } from '../../service/keeping/incidents/incidents.ts'
import { openLetterStore } from '../../service/keeping/letters/letter-store.ts'
import { openPaperStore } from '../../service/keeping/papers/paper-store.ts'
import { openReminderStore, type ReminderStore } from '../../service/keeping/reminders/reminder-store.ts'
import { type DestructionStore, openDestructionStore } from '../../service/keeping/retention/destruction.ts'
import { openUnsentStore } from '../../service/keeping/unsent/unsent-store.ts'
import { openInboxStore } from '../../service/offices/inbox/inbox.ts'
import { createAccessRecorder, logSpec } from '../../service/offices/log/access-log.ts'
import { openSettingsHistory, type SettingsHistory } from '../../service/offices/managing/settings.ts'
import { permissionsFor, type StaffMember } from '../../service/offices/staff/permissions.ts'
import { openStaffDirectory } from '../../service/offices/staff/staff-directory.ts'
import { openTemplateStore } from '../../service/offices/templates.ts'
import { openTenantDirectory } from '../../service/offices/tenants/tenant-directory.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { openFactsStore } from '../../service/register/facts/facts-store.ts'
import type { ReportOffice } from '../../service/register/reports/period-report.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { dinasContoh } from '../../service/running/demo/dinas-contoh.ts'
import { DAY, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import { once } from '../../service/shared/repeat.ts'
import type { Collection, Store } from '../../service/storage/collection.ts'
import { PLATFORM, type StaffId, type TenantId } from '../../service/storage/place.ts'
import type { Vault } from '../../service/storage/vault.ts'
import { mondayAtTen } from './a-complaint.ts'
import { anOpenHouse } from './a-vault.ts'
import { keepTables } from './empty-tables.ts'
import { officeWith } from './office-with.ts'
import { dinas, organisasi } from './two-units.ts'

export interface DeskPorts extends BulkOffice, LetterOffice, ReportOffice, IncidentOffice {
  readonly settingsHistory: SettingsHistory
  readonly categoriesInUse: (tenant: TenantId) => Promise<ReadonlySet<string>>
  readonly destructions: DestructionStore
  readonly reminders: ReminderStore
}

export interface Desk {
  readonly ports: DeskPorts
  /** What lies in the store, as somebody with the file reads it. */
  readonly store: {
    readonly approvals: Collection<KeptApproval>
    readonly bulks: Collection<KeptBulk>
    readonly incidents: Collection<KeptIncident>
    readonly complaints: Collection<KeptComplaint>
  }
  readonly allOfStore: Store
  /** Where the store's file lies, and closing it before the test ends. */
  readonly folder: string
  readonly ring: KeyRing
  close(): Promise<void>
  /** Puts a complaint into the store as it is, under the next number. */
  receive(complaint: Complaint, tenant?: TenantId): Promise<Complaint>
  /** @param days parts of one are fractions */
  goOn(days: number): void
}

/** Draws every case for a call, whatever its number. */
const drawingAll = (vault: Vault): Vault => ({
  ...vault,
  hasher: async (tenant, purpose) => (purpose === 'call-draw' ? () => '' : vault.hasher(tenant, purpose)),
})

/**
 * Two offices at work on a real store, at a time that stands still. Ends with the test.
 * @param openStore opens another one than the embedded
 */
export async function aDesk(openStore?: (folder: string) => Promise<Store>): Promise<Desk> {
  const desk = await openDesk(openStore)
  onTestFinished(desk.close)
  return desk
}

/** One desk for all tests of a file, each of which looks only at the cases that it received itself. */
export function oneDesk(prepare: (desk: Desk) => Promise<void>): () => Desk {
  let desk: Desk | undefined
  beforeAll(async () => {
    desk = await openDesk()
    await prepare(desk)
  })
  afterAll(() => desk?.close())
  return () => {
    if (!desk) throw new Error('The desk opens before the first test, not before.')
    return desk
  }
}

async function openDesk(openStore?: (folder: string) => Promise<Store>): Promise<Desk> {
  const { store, vault: locked, folder, ring } = await anOpenHouse(undefined, undefined, openStore)
  const vault = drawingAll(locked)
  const close = once(() => store.close())
  let time: Instant = mondayAtTen
  let ids = 0
  const tenants = await openTenantDirectory(store, () => performance.now())
  for (const [id, settings] of [
    [organisasi, bagianOrganisasi],
    [dinas, dinasContoh],
  ] as const) {
    await tenants.add({ tenant: PLATFORM, id, revision: 0, openedAt: mondayAtTen, settings })
  }
  const complaints = await openComplaintStore(store, vault, () => {})
  const now = () => time
  const accessLog = await store.collection(logSpec)
  const desk: Desk = {
    ports: officeWith<DeskPorts>({
      complaints,
      approvals: await openApprovalStore(store, vault),
      bulks: await openBulkStore(store, vault),
      incidents: await openIncidentStore(store, vault),
      destructions: await openDestructionStore(store, vault),
      letters: await openLetterStore(store, vault),
      papers: await openPaperStore(store, vault),
      unsent: await openUnsentStore(store, vault),
      templates: await openTemplateStore(store),
      reminders: await openReminderStore(store, vault),
      reportFacts: await openFactsStore(store, vault),
      lostReceipts: await store.collection(lostReceiptSpec),
      tenants,
      settingsHistory: await openSettingsHistory(store),
      categoriesInUse: async () => new Set<string>(),
      staff: await openStaffDirectory(store, vault, () => performance.now(), now),
      vault,
      accessLog,
      now,
      record: createAccessRecorder({ accessLog, vault, now }),
      newId: () => `baru-${ids++}`,
      cause: followCause(),
      inboxes: await openInboxStore(store),
      ring: () => {},
      log: { info() {}, warn() {}, error() {} },
      heldEvidence: await store.collection(heldEvidenceSpec),
      evidenceStore: evidenceFiles(join(folder, 'evidence')),
      sealer: streamSealer,
      newSecret,
      hashSecret,
    }),
    store: {
      approvals: await store.collection(approvalSpec),
      bulks: await store.collection(bulkSpec),
      incidents: await store.collection(incidentSpec),
      complaints: await store.collection(complaintSpec),
    },
    allOfStore: store,
    folder,
    ring,
    close,
    async receive({ id: _, version: __, sequence: ___, ...complaint }, tenant = organisasi) {
      const key = await newCaseKey(vault, { ...complaint, tenant })
      const numberOf = (sequence: number) => `BO-2026-${String(sequence).padStart(6, '0')}`
      return complaints.add({ ...complaint, tenant, key }, numberOf)
    },
    goOn(days) {
      time = plusMilliseconds(time, days * DAY)
    },
  }
  await keepTables(folder)
  return desk
}

/** Somebody with these roles in a unit. */
export const staffWith = (roles: readonly Role[], tenant = organisasi, id = roles.join('-')): StaffMember => ({
  id: id as StaffId,
  tenant,
  name: `Nama ${id}`,
  position: `Jabatan ${id}`,
  permissions: permissionsFor(roles),
  limits: new Map(),
  guardMarks: new Set(),
  isInSmallUnit: true,
})
