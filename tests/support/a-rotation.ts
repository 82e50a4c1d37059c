import { onTestFinished } from 'vitest'
import { openKeyRing } from '../../service/adapters/jose/key-ring.ts'
import { createVault } from '../../service/adapters/jose/vault.ts'
import { openMailbox } from '../../service/adapters/mailbox/built-in-mailbox.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { openBulkStore } from '../../service/desk/bulk/bulk.ts'
import { openApprovalStore } from '../../service/keeping/approvals/approval.ts'
import { heldEvidenceKeys, heldEvidenceSpec } from '../../service/keeping/evidence/held-evidence.ts'
import {
  continueRotation,
  type KeyOffice,
  OLD_VERSION_STAYS,
  type RotationPace,
} from '../../service/keeping/identity/keys.ts'
import { createAccessRecorder, logSpec } from '../../service/offices/log/access-log.ts'
import { secondFactorKeys, secondFactorSpec } from '../../service/offices/staff/second-factor.ts'
import { instantOf } from '../../service/shared/instant.ts'
import type { Store } from '../../service/storage/collection.ts'
import { useGivenMasterKeys, type Vault } from '../../service/storage/vault.ts'
import { anOpenHouse, type OpenHouse } from './a-vault.ts'
import { filingAt } from './filing-at.ts'
import { officeWith } from './office-with.ts'
import { organisasi } from './two-units.ts'

/** A process at work on a house's store: what it wraps, it wraps by what it knows. */
async function aProcess(store: Store, vault: Vault) {
  const complaints = await openComplaintStore(store, vault, () => {})
  return { complaints, file: filingAt(complaints, vault) }
}

let later = 0
const now = () => instantOf(new Date(Date.now() + later))

/** A house whose units can rotate their keys, with a clock of the test. */
export async function aRotation(earlier?: Pick<OpenHouse, 'folder' | 'masterKey'>) {
  later = 0
  const house = await anOpenHouse(earlier, now)
  const { store, vault, ring, masterKey } = house
  onTestFinished(() => store.close())
  const here = await aProcess(store, vault)
  const approvals = await openApprovalStore(store, vault)
  const bulks = await openBulkStore(store, vault)
  const mailbox = await openMailbox(store, vault, now)
  const heldEvidence = await store.collection(heldEvidenceSpec)
  const secondFactors = await store.collection(secondFactorSpec)
  const accessLog = await store.collection(logSpec)
  const ports = officeWith<KeyOffice>({
    unitKeys: ring,
    keyHolders: [
      here.complaints.keyHolder,
      here.complaints.segmentKeys,
      approvals.keyHolder,
      bulks.keyHolder,
      mailbox.keyHolder,
      heldEvidenceKeys({ heldEvidence, vault }),
      secondFactorKeys({ secondFactors, vault }),
    ],
    record: createAccessRecorder({ accessLog, vault, now }),
    now,
  })
  const pace: RotationPace = { oldStays: OLD_VERSION_STAYS, signal: new AbortController().signal, rest: async () => {} }
  return {
    ...house,
    ...here,
    ports,
    heldEvidence,
    approvals,
    mailbox,
    kept: await store.collection(complaintSpec),
    goOn: (paced: Partial<RotationPace> = {}) => continueRotation(ports, organisasi, { ...pace, ...paced }),
    waitMinutes(minutes: number) {
      later += minutes * 60_000
    },
    /** Another process on the same store, with its own memory of keys. Its clock says when it looks again. */
    async another() {
      let milliseconds = 0
      const masterKeys = useGivenMasterKeys(masterKey)
      const theirs = await openKeyRing({ masterKeys, store, now, milliseconds: () => milliseconds })
      return {
        ...(await aProcess(store, createVault(theirs))),
        waitSeconds(seconds: number) {
          milliseconds += seconds * 1_000
        },
      }
    },
    async logged() {
      const { items } = await accessLog.find(organisasi, { index: 'place', limit: 100 })
      return items.map(({ act, by, detail }) => [by, act, detail].filter(Boolean).join(' '))
    },
  }
}
