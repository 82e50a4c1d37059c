import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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

const yesterday = '2026-11-24T03:00:00.000Z' as Instant

it('what a killed upload left is forgotten after a day, and nothing else is', async () => {
  const folder = await aFolder()
  const files = evidenceFiles(folder)
  await mkdir(join(folder, 'ab'))
  for (const name of ['abc.part', 'abd.part', 'abe']) await writeFile(join(folder, 'ab', name), 'tersegel')
  for (const name of ['abc.part', 'abe']) await utimes(join(folder, 'ab', name), 0, Date.parse('2026-11-20') / 1_000)
  await files.forgetUnfinished(yesterday)
  expect((await readdir(join(folder, 'ab'))).sort()).toEqual(['abd.part', 'abe'])
})

it('before the first upload there is nothing to forget', async () => {
  await expect(evidenceFiles(join(await aFolder(), 'belum-ada')).forgetUnfinished(yesterday)).resolves.toBeUndefined()
})

const FRAME = 64 * 1024
const SEALED_FRAME = FRAME + 16
const key = randomBytes(32)

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const sealed = (plain: Uint8Array, pieces = 10_000, with_ = key) =>
  whole(streamSealer.seal(with_, inPieces(plain, pieces)))
const opened = (bytes: Uint8Array, pieces = 10_000, with_ = key) =>
  whole(streamSealer.open(with_, inPieces(bytes, pieces)))

describe('a sealed file', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 5 * FRAME + 17])(
    'of %d bytes opens as it was',
    async (size) => {
      const plain = randomBytes(size)
      const bytes = await sealed(plain)
      expect(bytes.length).toBe(size + 16 * Math.max(1, Math.ceil(size / FRAME)))
      expect((await opened(bytes)).equals(plain)).toBe(true)
    },
  )

  it.each([7_919, FRAME, SEALED_FRAME, 1_000_000])(
    'is the same whatever pieces of %d bytes it came in',
    async (pieces) => {
      const plain = randomBytes(3 * FRAME + 5)
      expect((await sealed(plain, pieces)).equals(await sealed(plain, 10_000))).toBe(true)
      expect((await opened(await sealed(plain), pieces)).equals(plain)).toBe(true)
    },
  )

  it('shows nothing of what is in it', async () => {
    const bytes = await sealed(Buffer.from('RAHASIA '.repeat(20_000)))
    expect(bytes.includes('RAHASIA')).toBe(false)
    expect(bytes.subarray(0, 64).equals(bytes.subarray(SEALED_FRAME, SEALED_FRAME + 64))).toBe(false)
  })
})

describe('a sealed file that is not as it was sealed is found:', () => {
  const plain = randomBytes(3 * FRAME + 100)
  const frames = async () => {
    const bytes = await sealed(plain)
    return [0, 1, 2, 3].map((at) => bytes.subarray(at * SEALED_FRAME, (at + 1) * SEALED_FRAME))
  }

  it.each<[string, (frames: Buffer[]) => Buffer[]]>([
    ['two frames swapped', ([a, b, c, d]) => [b!, a!, c!, d!]],
    ['a frame repeated', ([a, b, c, d]) => [a!, a!, b!, c!, d!]],
    ['a frame left out', ([a, , c, d]) => [a!, c!, d!]],
    ['cut after a whole frame', ([a, b, c]) => [a!, b!, c!]],
    ['cut in a frame', ([a, b]) => [a!, b!.subarray(0, 100)]],
    ['cut in the last mark', ([a, b, c, d]) => [a!, b!, c!, d!.subarray(0, -1)]],
    ['a byte more', ([a, b, c, d]) => [a!, b!, c!, d!, Buffer.from([0])]],
    ['emptied', () => []],
    ['only the mark of the last frame', ([, , , d]) => [d!.subarray(-16)]],
  ])('%s', async (_, change) => {
    await expect(opened(Buffer.concat(change(await frames())))).rejects.toThrow()
  })

  it.each([0, FRAME - 1, FRAME, SEALED_FRAME + 5, -1])('one bit changed at %d', async (at) => {
    const bytes = await sealed(plain)
    const place = at < 0 ? bytes.length + at : at
    bytes[place] = bytes[place]! ^ 1
    await expect(opened(bytes)).rejects.toThrow()
  })

  it('a frame of another file under the same place', async () => {
    const [first, ...others] = await frames()
    const [stranger] = [await sealed(randomBytes(3 * FRAME), 10_000, randomBytes(32))]
    await expect(opened(Buffer.concat([stranger!.subarray(0, SEALED_FRAME), ...others]))).rejects.toThrow()
    expect(first).toBeDefined()
  })

  it('another key', async () => {
    await expect(opened(await sealed(plain), 10_000, randomBytes(32))).rejects.toThrow()
  })

  it('before a byte of a wrong frame is given out', async () => {
    const bytes = await sealed(plain)
    bytes[2 * SEALED_FRAME] = bytes[2 * SEALED_FRAME]! ^ 1
    const given: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of streamSealer.open(key, inPieces(bytes, 10_000))) given.push(piece)
    })()
    await expect(reading).rejects.toThrow()
    expect(Buffer.concat(given).equals(plain.subarray(0, 2 * FRAME))).toBe(true)
  })
})
