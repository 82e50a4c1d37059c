import { readdir } from 'node:fs/promises'
import { expect } from 'vitest'
import { evidenceFiles } from '../../service/adapters/files/evidence-files.ts'
import { streamSealer } from '../../service/adapters/node-crypto/secrets.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { EvidenceItem } from '../../service/case/shape/evidence.ts'
import type { DeskOffice } from '../../service/desk/case-act.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { settleOffers } from '../../service/desk/transfers/offers.ts'
import { finishTransfers } from '../../service/desk/transfers/settlements.ts'
import { openTransferStore, type TransferOffice } from '../../service/desk/transfers/transfers.ts'
import { heldEvidenceSpec } from '../../service/keeping/evidence/held-evidence.ts'
import type { PrivacyChoice } from '../../service/offices/vocabulary.ts'
import { normaliseCode } from '../../service/shared/tracking-code.ts'
import { withOwnKey } from '../../service/storage/vault.ts'
import { aComplaint, aMoment } from './a-complaint.ts'
import { aDesk, staffWith } from './a-desk.ts'
import { aFolder } from './a-folder.ts'
import { sealedReporter } from './sealed-reporter.ts'
import { dinas, organisasi } from './two-units.ts'

export const code = 'AAAA-BBBB-CCCC-DDDD-EEEE'

const bytesOfFile = Buffer.from('isi foto loket')

/** What is drawn of any picture. */
export const redrawnFile = Buffer.from('gambar ulang')

export const sender = staffWith(['verifier'], organisasi, 'pengirim')

export const receiver = staffWith(['verifier'], dinas, 'penerima')

const fail = (cause: unknown) => {
  throw cause
}

/** Writes a file of the sending unit, sealed under a key of its own. */
async function keepFile({ vault, evidenceStore }: TransferOffice): Promise<EvidenceItem> {
  const own = withOwnKey('evidence', vault)
  const id = `berkas-${Math.random()}`
  const key = await own.newKey(organisasi, id)
  const item: EvidenceItem = {
    ...{ id, size: bytesOfFile.length, type: 'image/png', sha256: 'ab' },
    ...{ browserAgreed: true, scan: null, key, addedAt: aMoment().at },
  }
  const plain = (async function* () {
    yield bytesOfFile
  })()
  await evidenceStore.write(
    item.id,
    streamSealer.seal(await vault.rawKey(own.keyOf({ tenant: organisasi, id, key })), plain),
  )
  return item
}

/** Two units between which cases go, and files that lie in a folder. */
export async function aTransferDesk() {
  const desk = await aDesk()
  const folder = await aFolder()
  const ports: TransferOffice & DeskOffice = {
    ...desk.ports,
    transfers: await openTransferStore(desk.allOfStore, desk.ports.vault),
    heldEvidence: await desk.allOfStore.collection(heldEvidenceSpec),
    evidenceStore: evidenceFiles(folder),
    sealer: streamSealer,
    copyPicture: async () => redrawnFile,
    copyPage: async () => null,
    bindPages: async () => expect.fail('No pages are bound.'),
  }
  for (const [tenant, id] of [
    [organisasi, 'pengirim'],
    [dinas, 'penerima'],
  ] as const) {
    const person = { name: `Nama ${id}`, email: `${id}@contoh.example`, position: `Jabatan ${id}` }
    await ports.staff.saveMembership({ tenant, id, ...person, roles: ['verifier'] })
  }

  /** A complaint with a file and a code, whose reporter gave a name. */
  async function file(privacy: PrivacyChoice = 'named', details: Partial<Complaint['dossier']> = {}) {
    const { vault } = ports
    const given = { name: 'Siti Contoh', phone: '0812-0000-0001', email: 'siti@contoh.example' }
    const reporter = await sealedReporter(vault, privacy, privacy === 'anonymous' ? undefined : given)
    const item = await keepFile(ports)
    const hash = await vault.hasher(organisasi, 'tracking-code')
    const { maskedReporter, ...outline } = reporter
    return desk.receive({
      ...aComplaint({ dossier: { maskedReporter, evidenceNames: { [item.id]: 'loket.png' }, ...details } }),
      ...outline,
      privacy,
      evidence: [item],
      codeHash: hash(normaliseCode(code)),
    })
  }

  const offerOf = ({ revision, evidence }: Complaint) => ({
    revision,
    to: 'unit' as const,
    unit: dinas,
    reason: 'Wewenang dinas.',
    evidence: evidence.map(({ id }) => id),
  })

  return {
    ...desk,
    ports,
    file,
    offerOf,
    /** Offers a case to the other unit, and lays it there. @returns its id there */
    async offer(complaint: Complaint, details: object = {}): Promise<string> {
      const offered = await performAct(ports, sender, 'forward', {
        number: complaint.id,
        ...offerOf(complaint),
        ...details,
      })
      await settleOffers(ports, fail)
      return offered.offer!.id
    },
    settle: async () => {
      await settleOffers(ports, fail)
      await finishTransfers(ports, fail)
    },
    casesOf: async (tenant: typeof dinas) =>
      (await ports.complaints.list(tenant, { index: 'received', limit: 50 })).items,
    files: async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()),
  }
}
