import { randomBytes } from 'node:crypto'
import { evidenceFiles } from '../../service/adapters/files/evidence-files.ts'
import { streamSealer } from '../../service/adapters/node-crypto/secrets.ts'
import { type FilingOffice, receiveEvidence } from '../../service/filing/evidence/evidence.ts'
import type { Receiving } from '../../service/filing/new-complaint.ts'
import {
  type GivenComplaint,
  type Received,
  type SentRequest,
  submitComplaint,
} from '../../service/filing/submit-complaint.ts'
import { heldEvidenceSpec } from '../../service/keeping/evidence/held-evidence.ts'
import type { Tenant } from '../../service/offices/tenants/tenant.ts'
import type { TenantId } from '../../service/storage/place.ts'
import { aFolder } from './a-folder.ts'
import { anOfficeOf } from './a-guarded-office.ts'
import { officeWith } from './office-with.ts'
import { aPng } from './some-files.ts'
import { organisasi } from './two-units.ts'

export const siti = {
  name: 'Siti Contoh',
  address: 'Jalan Umpama 1, Mojokerto',
  phone: '0812-0000-0001',
  email: 'siti@contoh.example',
}

const fromThePage: Receiving = {
  channel: 'web_widget',
  receivedBy: { kind: 'system' },
  place: null,
  language: 'id',
}

const aGivenComplaint: GivenComplaint = {
  category: 'maladministration',
  privacy: 'named',
  subject: 'Berkas tidak diproses',
  chronology: 'Berkas saya tidak diproses sejak sebulan yang lalu.',
  reporter: siti,
  evidence: [],
}

interface Filing {
  readonly of?: Partial<GivenComplaint>
  readonly by?: Partial<SentRequest>
  readonly received?: Partial<Receiving>
  readonly at?: Tenant
}

/** An office that takes complaints in, with a head, a verifier and a handler, and files that lie in a folder. */
export async function aFilingOffice() {
  const office = await anOfficeOf({
    kepala: { roles: ['unit_head'] },
    verifikator: { roles: ['verifier'] },
    petugas: { roles: ['case_handler'] },
  })
  const heldEvidence = await office.allOfStore.collection(heldEvidenceSpec)
  const ports = officeWith<FilingOffice>({ ...office.ports, heldEvidence, sealer: streamSealer })
  const receiving = officeWith<FilingOffice>({
    ...ports,
    evidenceStore: evidenceFiles(await aFolder()),
    recogniseType: async () => 'image/png',
    listPackage: async () => null,
    newId: () => randomBytes(9).toString('base64url'),
  })
  const tenant = async (id: TenantId = organisasi): Promise<Tenant> => {
    const found = await office.ports.tenants.find(id)
    if (!found) throw new Error(`There is no ${id}.`)
    return found
  }
  return {
    ...office,
    tenant,
    /** Files an unremarkable complaint under a key of its own; a test names only what it is about. */
    async file({ of, by, received, at }: Filing = {}): Promise<Received> {
      const given = { ...aGivenComplaint, ...of }
      const sent = { idempotencyKey: randomBytes(9).toString('hex'), body: JSON.stringify(given), ...by }
      return submitComplaint(ports, at ?? (await tenant()), given, { ...fromThePage, ...received }, sent)
    },
    /** A photo that waits for its complaint. */
    async upload(id?: TenantId): Promise<string> {
      async function* bytes() {
        yield new Uint8Array(aPng)
      }
      return (await receiveEvidence(receiving, await tenant(id), { name: 'loket.png' }, bytes())).id
    },
    held: (id: string, unit: TenantId = organisasi) => heldEvidence.get(unit, id),
  }
}
