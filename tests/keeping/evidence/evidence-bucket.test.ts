import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { evidenceFiles } from '../../../service/adapters/files/evidence-files.ts'
import { evidenceBucket } from '../../../service/adapters/s3/evidence-bucket.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import { aFolder } from '../../support/a-folder.ts'
import { startStandInS3 } from '../../support/stand-in-s3.ts'
import { evidenceStoreConformance } from './evidence-store-conformance.ts'

const s3 = await startStandInS3()
afterAll(() => s3.close())

evidenceStoreConformance('files', async () => evidenceFiles(await aFolder()))
evidenceStoreConformance('S3', () => evidenceBucket(s3.place))

const once = async function* (bytes: Uint8Array) {
  yield bytes
}
/** More than one part of an upload. */
const large = randomBytes(9_000_000)

it('a bucket that is busy, or breaks a connection, is asked again, and what is read goes on where it was', async () => {
  const store = await evidenceBucket(s3.place)
  s3.busyFor = 1
  await store.write('sibuk', once(large))
  s3.breaks = 1
  s3.breaksAfter = 1_000_000
  expect((await buffer(store.read('sibuk'))).equals(large)).toBe(true)
  s3.breaksAfter = 1_000
  const part = { from: 5_000_000, to: 6_000_000 }
  expect((await buffer(store.read('sibuk', part))).equals(large.subarray(part.from, part.to + 1))).toBe(true)
})

it('a bucket that stays away is told as unavailable, and leaves nothing that looks whole', async () => {
  const store = await evidenceBucket(s3.place)
  s3.busyFor = 4
  await expect(store.write('pergi', once(randomBytes(10)))).rejects.toMatchObject({ name: 'StoreUnavailable' })
  s3.losesParts = true
  await expect(store.write('bagian', once(large))).rejects.toThrow(/InternalError/)
  s3.losesParts = false
  expect([...s3.objects.keys()].filter((key) => /pergi|bagian/.test(key))).toEqual([])
  expect(s3.uploads.size).toBe(0)
})

it('an upload that a killed process left is forgotten, and a newer one stays', async () => {
  const store = await evidenceBucket(s3.place)
  s3.uploads.set('lama', { key: 'aduan/la/lama', at: '2026-11-01T00:00:00.000Z', parts: new Map() })
  s3.uploads.set('baru', { key: 'aduan/ba/baru', at: '2026-11-26T00:00:00.000Z', parts: new Map() })
  await store.forgetUnfinished(instantOf(new Date('2026-11-25')))
  expect([...s3.uploads.keys()]).toEqual(['baru'])
  s3.uploads.clear()
})

it('wrong keys, a bucket that is not there and an address where nobody answers are told in a sentence', async () => {
  await expect(evidenceBucket({ ...s3.place, accessKey: 'lain' })).rejects.toThrow(/EVIDENCE_S3_ACCESS_KEY/)
  const elsewhere = { ...s3.place, url: s3.place.url.replace('/bukti/', '/lain/') }
  await expect(evidenceBucket(elsewhere)).rejects.toThrow(/EVIDENCE_S3_URL is not there/)
  await expect(evidenceBucket({ ...s3.place, url: 'http://127.0.0.1:1/bukti' })).rejects.toThrow(/cannot be reached/)
})
