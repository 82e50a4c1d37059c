import { randomBytes } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { evidenceFiles } from '../../../service/adapters/files/evidence-files.ts'
import { streamSealer } from '../../../service/adapters/node-crypto/secrets.ts'
import { type FilingOffice, receiveEvidence, sweepEvidence } from '../../../service/filing/evidence/evidence.ts'
import { claimEvidence, heldEvidenceSpec, releaseEvidence } from '../../../service/keeping/evidence/held-evidence.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { Refusal } from '../../../service/shared/refusal.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { aFolder } from '../../support/a-folder.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { officeWith } from '../../support/office-with.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { aPng } from '../../support/some-files.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

async function* bytes() {
  yield new Uint8Array(aPng)
}

const noComplaint = async () => false

/** An office that takes files, at a time that stands still. */
async function anArchive() {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  let time: Instant = mondayAtTen
  const heldEvidence = await store.collection(heldEvidenceSpec)
  const ports = officeWith<FilingOffice>({
    vault,
    heldEvidence,
    evidenceStore: evidenceFiles(await aFolder()),
    sealer: streamSealer,
    recogniseType: async () => 'image/png',
    listPackage: async () => null,
    now: () => time,
    newId: () => randomBytes(9).toString('base64url'),
  })
  const tenant = {
    tenant: PLATFORM,
    id: organisasi,
    version: 1,
    revision: 0,
    openedAt: time,
    settings: bagianOrganisasi,
  }
  return {
    ports,
    goOn(hours: number) {
      time = plusMilliseconds(time, hours * HOUR)
    },
    receive: async () => (await receiveEvidence(ports, tenant, { name: 'loket.png' }, bytes())).id,
    claim: (id: string, by = 'satu', unit = organisasi) => claimEvidence(ports, unit, [id], { by, at: time }),
    release: (id: string, by = 'satu') =>
      releaseEvidence(ports, organisasi, [id], { by, at: time }, new Refusal('invalid', 'evidence/unknown')),
    async isKept(id: string): Promise<boolean> {
      try {
        for await (const _ of ports.evidenceStore.read(id)) return true
      } catch {
        return false
      }
      return false
    },
  }
}

describe('a file that waits for its complaint', () => {
  it('is held for 24 hours, then destroyed', async () => {
    const archive = await anArchive()
    const id = await archive.receive()
    archive.goOn(23)
    expect(await sweepEvidence(archive.ports, noComplaint)).toBe(0)
    archive.goOn(2)
    expect(await sweepEvidence(archive.ports, noComplaint)).toBe(1)
    expect(await archive.isKept(id)).toBe(false)
  })

  it('is not given to a complaint that comes too late', async () => {
    const archive = await anArchive()
    const id = await archive.receive()
    archive.goOn(24)
    expect(await laterRefusalOf(archive.claim(id))).toBe('evidence/unknown')
  })

  it('is given to one complaint, and to the same one again', async () => {
    const archive = await anArchive()
    const id = await archive.receive()
    const [item] = await archive.claim(id)
    expect(item).toMatchObject({ id, name: 'loket.png', type: 'image/png', size: aPng.length })
    expect(await archive.claim(id)).toEqual([item])
    expect(await laterRefusalOf(archive.claim(id, 'dua'))).toBe('evidence/unknown')
  })

  it('is not found by another unit', async () => {
    const archive = await anArchive()
    const id = await archive.receive()
    expect(await laterRefusalOf(archive.claim(id, 'satu', dinas))).toBe('evidence/unknown')
  })

  it('waits on when its complaint did not come to be, as long as it would have', async () => {
    const archive = await anArchive()
    const id = await archive.receive()
    await archive.claim(id)
    await archive.release(id)
    await archive.release(id, 'orang lain')
    archive.goOn(20)
    expect(await sweepEvidence(archive.ports, noComplaint)).toBe(0)
    await archive.claim(id, 'dua')
  })

  it('stays where a complaint took it in the moment in which it was to be destroyed', async () => {
    const archive = await anArchive()
    const { heldEvidence } = archive.ports
    const id = await archive.receive()
    const claim = { by: 'satu', at: archive.ports.now() }
    archive.goOn(24)
    const findAcrossTenants: typeof heldEvidence.findAcrossTenants = async (query) => {
      const found = await heldEvidence.findAcrossTenants(query)
      await claimEvidence(archive.ports, organisasi, [id], claim)
      return found
    }
    const meanwhile = { ...archive.ports, heldEvidence: { ...heldEvidence, findAcrossTenants } }
    expect(await sweepEvidence(meanwhile, noComplaint)).toBe(0)
    expect(await archive.isKept(id)).toBe(true)
    expect(await heldEvidence.get(organisasi, id)).toMatchObject({ claimedBy: 'satu' })
  })

  it('waits on, as long as it would have, when its complaint did not come to be and nobody could say so', async () => {
    const archive = await anArchive()
    const id = await archive.receive()
    await archive.claim(id)
    archive.goOn(2)
    expect(await sweepEvidence(archive.ports, noComplaint)).toBe(0)
    expect(await archive.isKept(id)).toBe(true)
    await archive.claim(id, 'dua')
    archive.goOn(23)
    expect(await sweepEvidence(archive.ports, noComplaint)).toBe(1)
    expect(await archive.isKept(id)).toBe(false)
  })

  it('whose complaint has it stays, though the process died before it could say so', async () => {
    const archive = await anArchive()
    const id = await archive.receive()
    await archive.claim(id)
    archive.goOn(2)
    expect(await sweepEvidence(archive.ports, async () => true)).toBe(1)
    expect(await archive.isKept(id)).toBe(true)
  })
})
