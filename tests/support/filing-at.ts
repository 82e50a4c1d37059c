import type { ComplaintStore } from '../../service/complaints/complaint-store.ts'
import { sealIdentity } from '../../service/complaints/reporter-identity.ts'
import type { Vault } from '../../service/identity/vault.ts'
import { aComplaint, mondayAtTen } from './a-complaint.ts'
import { organisasi } from './two-units.ts'

/** Puts complaints with an identity and a file straight into a store. @returns takes the subject, gives the number */
export function filingAt(complaints: ComplaintStore, vault: Vault): (subject: string) => Promise<string> {
  return async (subject) => {
    const key = await vault.newKey(organisasi)
    const { identity } = await sealIdentity(vault, organisasi, 'named', { name: 'Siti Contoh' })
    const item = { id: subject, size: 1, type: 'image/png', sha256: '', browserAgreed: true, scan: null }
    const evidence = [{ ...item, addedAt: mondayAtTen, key: await vault.newKey(organisasi) }]
    const filing = { keyHash: key, bodyHash: 'isi', codeSalt: 'garam' }
    const made = aComplaint({ key, identity, evidence, filing, receiptId: key, dossier: { subject } })
    const { id: _, version: __, sequence: ___, ...filed } = made
    return (await complaints.add(filed, (sequence) => `BO-2026-${String(sequence).padStart(6, '0')}`)).id
  }
}
