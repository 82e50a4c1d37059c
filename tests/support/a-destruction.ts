import { destructionWording } from '../../service/http/views/keeping-view.ts'
import type { Destruction, DestructionLine } from '../../service/keeping/retention/destruction.ts'
import { composeDestructionRecord } from '../../service/keeping/retention/destruction-record.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import type { Day, Instant } from '../../service/shared/instant.ts'
import { PLATFORM, type StaffId } from '../../service/storage/place.ts'
import type { WrappedKey } from '../../service/storage/vault.ts'
import { officer } from './a-complaint.ts'
import { organisasi } from './two-units.ts'

const at = (text: string) => text as Instant

const line = (_: unknown, position: number): DestructionLine => ({
  number: `BO-2026-${String(position + 1).padStart(6, '0')}`,
  category: 'illegal_levy',
  ending: position % 2 ? 'partly_substantiated' : 'withdrawn',
  receivedAt: at('2026-11-23T03:00:00.000Z'),
  endedAt: at('2026-12-01T03:00:00.000Z'),
  from: '2028-12-01' as Day,
  files: position,
})

/** A finished destruction of so many cases; one more was held back. */
export const aDestruction = (cases = 3): Destruction => ({
  tenant: organisasi,
  id: 'persetujuan',
  version: 2,
  number: 'BA-BO-2028-0001',
  series: '2028',
  sequence: 1,
  what: 'record',
  proposedBy: 'verifikator' as StaffId,
  startedAt: at('2028-12-04T03:00:00.000Z'),
  finishedAt: at('2028-12-04T03:00:02.000Z'),
  key: 'key' as WrappedKey,
  content: {
    basis: 'JRA Kabupaten Misal',
    reason: 'Keputusan Bupati 45/2028',
    proposer: {
      ...officer('verifikator', 'Petugas verifikasi'),
      name: 'Bayu Peraga',
    } as Destruction['content']['proposer'],
    proposedAt: at('2028-12-01T03:00:00.000Z'),
    approver: { ...officer('kepala', 'Kepala Bagian'), name: 'Dewi Peraga' } as Destruction['content']['approver'],
    approvedAt: at('2028-12-02T03:00:00.000Z'),
    lines: Array.from({ length: cases }, line),
    kept: [{ number: 'BO-2026-000999', category: 'illegal_levy', because: 'retention/held' }],
    remains: {},
  },
})

export const aDestructionDocument = (destruction = aDestruction()) => {
  const unit = {
    tenant: PLATFORM,
    id: organisasi,
    version: 1,
    revision: 0,
    openedAt: at(''),
    settings: bagianOrganisasi,
  }
  const signed = { signature: 'tanda.tangan', fingerprint: '4F2A-91C0-77BE' }
  return composeDestructionRecord(destruction, unit, destructionWording(unit), signed)
}
