import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { evidenceFiles } from '../../service/adapters/files/evidence-files.ts'
import { clockWordings } from '../../service/case/deadlines/clock-wording.ts'
import { canonicalReceipt } from '../../service/case/receipt/receipt.ts'
import { withdraw } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { askForApproval, decideOnApproval } from '../../service/keeping/approvals/approvals.ts'
import type { DestroyingAct } from '../../service/keeping/retention/destruction.ts'
import { carryOutDestruction, type DestructionOffice } from '../../service/keeping/retention/destructions.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { withOwnKey } from '../../service/storage/vault.ts'
import { aComplaint, aMoment } from './a-complaint.ts'
import { aDesk, staffWith } from './a-desk.ts'
import { aFolder } from './a-folder.ts'
import { officeWith } from './office-with.ts'
import { sealedReporter } from './sealed-reporter.ts'
import { organisasi } from './two-units.ts'

export const story = 'Amplop diminta di loket Semeru.'

export const reason = 'Keputusan Kepala Bagian 45/2028'

/** An office where the time of cases can be over, with files of evidence and two persons who have just shown who they are. */
export async function aDestroyingDesk() {
  const desk = await aDesk()
  const evidence = await aFolder()
  const { vault } = desk.ports
  const ports = officeWith<DestructionOffice>({
    ...desk.ports,
    unitKeys: desk.ring,
    evidenceStore: evidenceFiles(evidence),
    signReceipt: async (_, content) => {
      const signature = createHash('sha256').update(canonicalReceipt(content)).digest('hex')
      return { signature, fingerprint: signature.slice(0, 4), keyFingerprint: [] }
    },
    renderReceipt: async () => ({ bytes: new Uint8Array(), sha256: 'ab'.repeat(32) }),
    clockWording: { id: clockWordings.id, en: clockWordings.en },
    links: { follow: (unit) => `/t/${unit}/follow`, verify: (id) => `/verify/${id}` },
  })
  const sure = (role: 'unit_head' | 'internal_auditor', tenant = organisasi): StaffMember => ({
    ...staffWith([role], tenant),
    confirmedAt: desk.ports.now(),
  })
  let files = 0

  return {
    ...desk,
    ports,
    sure,
    keep: desk.receive,

    /** A withdrawn complaint with a name and a file, which is due in two years. */
    async receive(details: Partial<Complaint> = {}): Promise<Complaint> {
      const given = { name: 'Siti Contoh', phone: '0812-0000-0001' }
      const { identity, noticeChannels, filing } = await sealedReporter(vault, 'named', given)
      const id = `berkas-${files++}`
      await ports.evidenceStore.write(
        id,
        (async function* () {
          yield Buffer.from('sealed')
        })(),
      )
      const key = await withOwnKey('evidence', vault).newKey(organisasi, id)
      const item = { id, size: 6, type: 'image/png', sha256: 'ab', browserAgreed: true, scan: null, key }
      const complaint = aComplaint({
        identity,
        filing,
        noticeChannels,
        evidence: [{ ...item, addedAt: aMoment().at }],
        ...details,
        dossier: { chronology: story, evidenceNames: { [id]: 'amplop.png' } },
      } as Partial<Complaint>)
      return desk.receive(withdraw(complaint, 'Sudah selesai.', { kind: 'reporter' }, aMoment()))
    },

    /** Names of the evidence files that lie there. */
    async files(): Promise<string[]> {
      const found = await readdir(evidence, { recursive: true, withFileTypes: true })
      return found.filter((one) => one.isFile()).map(({ name }) => name)
    },

    /** Asked by the head, agreed to by the Inspektorat. */
    async agree(cases: readonly string[], act: DestroyingAct = 'destroy-cases'): Promise<string> {
      const { id } = await askForApproval(ports, sure('unit_head'), { act, reason, cases })
      await decideOnApproval(ports, sure('internal_auditor'), { id, granted: true, because: 'Sudah diperiksa.' })
      return id
    },

    carryOut: (id: string, staff = sure('unit_head')) => carryOutDestruction(ports, staff, id),
    storeFile: join(desk.folder, 'aduan.db'),
  }
}
