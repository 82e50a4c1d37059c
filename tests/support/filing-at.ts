import { newCaseKey } from '../../service/case/store/case-seals.ts'
import type { ComplaintStore } from '../../service/case/store/complaint-store.ts'
import { type Vault, withOwnKey } from '../../service/storage/vault.ts'
import { aComplaint, mondayAtTen } from './a-complaint.ts'
import { sealedReporter } from './sealed-reporter.ts'
import { organisasi } from './two-units.ts'

/** Puts complaints with an identity and a file straight into a store. @returns takes the subject, gives the number */
export function filingAt(complaints: ComplaintStore, vault: Vault): (subject: string) => Promise<string> {
  return async (subject) => {
    const { identity, filing } = await sealedReporter(vault, 'named', { name: 'Siti Contoh' })
    const key = await newCaseKey(vault, { tenant: organisasi, filing })
    const item = { id: subject, size: 1, type: 'image/png', sha256: '', browserAgreed: true, scan: null }
    const evidence = [
      { ...item, addedAt: mondayAtTen, key: await withOwnKey('evidence', vault).newKey(organisasi, subject) },
    ]
    const made = aComplaint({ key, identity, evidence, filing, receiptId: key, dossier: { subject } })
    const { id: _, version: __, sequence: ___, ...filed } = made
    return (await complaints.add(filed, (sequence) => `BO-2026-${String(sequence).padStart(6, '0')}`)).id
  }
}
