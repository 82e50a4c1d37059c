import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { evidenceFiles } from '../../../service/adapters/files/evidence-files.ts'
import { hashSecret, streamSealer } from '../../../service/adapters/node-crypto/secrets.ts'
import {
  type FilingOffice,
  MOST_OPEN,
  MOST_OPEN_FROM,
  openUploadSpec,
  receivedOf,
} from '../../../service/filing/evidence/evidence.ts'
import { beginUpload, continueUpload, resumeUpload, sweepUploads } from '../../../service/filing/evidence/uploads.ts'
import { heldEvidenceSpec } from '../../../service/keeping/evidence/held-evidence.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { dinasContoh } from '../../../service/running/demo/dinas-contoh.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { aFolder } from '../../support/a-folder.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { filesIn } from '../../support/files-in.ts'
import { officeWith } from '../../support/office-with.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { aPictureOf } from '../../support/some-files.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const picture = aPictureOf(100_000)
const token = 'ab'.repeat(32)
const promised = {
  token,
  name: 'loket.png',
  size: picture.length,
  sha256: createHash('sha256').update(picture).digest('hex'),
}

async function anArchive() {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const folder = await aFolder()
  let time: Instant = mondayAtTen
  const ports = officeWith<FilingOffice>({
    vault,
    heldEvidence: await store.collection(heldEvidenceSpec),
    openUploads: await store.collection(openUploadSpec),
    evidenceStore: evidenceFiles(folder),
    sealer: streamSealer,
    recogniseType: async () => 'image/png',
    listPackage: async () => null,
    now: () => time,
    newId: () => randomBytes(9).toString('base64url'),
    hashSecret,
  })
  const office = { tenant: PLATFORM, version: 1, revision: 0, openedAt: time }
  const here = { ...office, id: organisasi, settings: bagianOrganisasi }
  const there = { ...office, id: dinas, settings: dinasContoh }
  async function* some(from: number, to: number) {
    yield new Uint8Array(picture.subarray(from, to))
  }
  return {
    ports,
    here,
    there,
    goOn(hours: number) {
      time = plusMilliseconds(time, hours * HOUR)
    },
    send: (from: number, to: number) =>
      continueUpload(ports, here, hashSecret(token), { offset: from, bytes: some(from, to) }),
    kept: async () => [...(await filesIn(folder)).keys()],
  }
}

describe('an upload in parts', () => {
  it('goes on after half a day, and is destroyed with all its parts after a whole one', async () => {
    const { ports, here, goOn, send, kept } = await anArchive()
    await beginUpload(ports, here, promised)
    await send(0, 60_000)
    goOn(12)
    expect(await sweepUploads(ports)).toBe(0)
    expect((await resumeUpload(ports, here, promised))?.upload.parts).toMatchObject([{ size: 60_000 }])
    goOn(12)
    expect(await resumeUpload(ports, here, promised)).toBeNull()
    expect(await laterRefusalOf(send(60_000, 100_000))).toBe('evidence/upload-unknown')
    expect(await kept()).toHaveLength(1)
    expect(await sweepUploads(ports)).toBe(1)
    expect(await kept()).toEqual([])
  })

  it('can begin again under the same token when its time was over and nobody swept yet', async () => {
    const { ports, here, goOn, send, kept } = await anArchive()
    await beginUpload(ports, here, promised)
    await send(0, 60_000)
    goOn(25)
    expect(receivedOf((await beginUpload(ports, here, promised)).upload)).toBe(0)
    expect(await kept()).toEqual([])
  })

  it('is finished by whoever asks next when the process died before it could', async () => {
    const { ports, here, send } = await anArchive()
    await beginUpload(ports, here, promised)
    await send(0, 60_000)
    const dying = {
      ...ports,
      heldEvidence: { ...ports.heldEvidence, insert: () => Promise.reject(new Error('The process ends here.')) },
    }
    const last = { offset: 60_000, bytes: [new Uint8Array(picture.subarray(60_000))] as never }
    await expect(continueUpload(dying, here, hashSecret(token), last)).rejects.toThrow('ends here')
    expect((await resumeUpload(ports, here, promised))?.held).toMatchObject({ sha256: promised.sha256, size: 100_000 })
  })

  it('is unknown at another office, by the same token', async () => {
    const { ports, here, there } = await anArchive()
    await beginUpload(ports, here, promised)
    expect(await resumeUpload(ports, there, promised)).toBeNull()
  })

  it('is not begun while too many are open, and is once one of them stood still', async () => {
    const { ports, here, there, goOn } = await anArchive()
    for (let one = 0; one < MOST_OPEN; one++) {
      await beginUpload(ports, here, { ...promised, token: one.toString(16).padStart(64, '0') })
    }
    expect(await laterRefusalOf(beginUpload(ports, here, promised))).toBe('evidence/too-many-open')
    expect((await beginUpload(ports, there, promised)).held).toBeNull()
    goOn(0.25)
    expect((await beginUpload(ports, here, promised)).held).toBeNull()
    while ((await sweepUploads(ports)) > 0);
    expect(await ports.openUploads.countBy(organisasi, 'progress')).toEqual({ open: 1 })
  })

  it('is forgotten after ten minutes when nothing of it was sent', async () => {
    const { ports, here, goOn, send } = await anArchive()
    await beginUpload(ports, here, promised)
    goOn(0.2)
    expect(await resumeUpload(ports, here, promised)).toBeNull()
    expect(await laterRefusalOf(send(0, 60_000))).toBe('evidence/upload-unknown')
    expect(await sweepUploads(ports)).toBe(1)
  })

  it('stays where its first part came in the moment in which it was to be forgotten', async () => {
    const { ports, here, goOn, send } = await anArchive()
    await beginUpload(ports, here, promised)
    const { openUploads } = ports
    const findAcrossTenants: typeof openUploads.findAcrossTenants = async () => {
      await send(0, 60_000)
      goOn(0.2)
      return { items: [before!], nextCursor: null }
    }
    const [before] = await openUploads.walk(organisasi, null, 1)
    expect(await sweepUploads({ ...ports, openUploads: { ...openUploads, findAcrossTenants } })).toBe(0)
    expect((await resumeUpload(ports, here, promised))?.upload.parts).toMatchObject([{ size: 60_000 }])
  })

  it('of one line has twenty places, also when all are begun at once, and lines take none from each other', async () => {
    const { ports, here } = await anArchive()
    const begin = (from: string, at: number) =>
      beginUpload(ports, here, { ...promised, token: `${from}${at}`.padStart(64, 'f') }, from).catch(
        (cause: { code: string }) => cause.code,
      )
    const tried = await Promise.all(Array.from({ length: 100 }, (_, at) => begin('a', at)))
    expect(new Set(tried.filter((one) => typeof one === 'string'))).toEqual(new Set(['evidence/too-many-open']))
    const open = async () => (await ports.openUploads.countBy(organisasi, 'progress')).open ?? 0
    expect(await open()).toBeLessThanOrEqual(MOST_OPEN_FROM)
    for (let at = 100; at < 130; at++) await begin('a', at)
    expect(await open()).toBe(MOST_OPEN_FROM)
    expect(await begin('b', 0)).toMatchObject({ held: null })
  })
})
