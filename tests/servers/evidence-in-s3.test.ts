import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { evidenceBucket } from '../../service/adapters/s3/evidence-bucket.ts'
import { evidenceStoreConformance } from '../keeping/evidence/evidence-store-conformance.ts'
import { aFolder } from '../support/a-folder.ts'
import { startProcess } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { startS3Server } from '../support/s3-server.ts'
import { aPictureOf } from '../support/some-files.ts'

const server = await startS3Server().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_S3 === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`evidence in S3 (no server: ${server.missing})`, () => {})
} else {
  const place = await server.aBucket('bukti')
  const settings = {
    EVIDENCE_S3_URL: place.url,
    EVIDENCE_S3_REGION: place.region,
    EVIDENCE_S3_ACCESS_KEY: place.accessKey,
    EVIDENCE_S3_SECRET_KEY: place.secretKey,
  }
  const service = await startProcess({ DATA_DIR: await aFolder(), LIMITS: 'off', ...settings })
  const office = unitAt(service.url)

  afterAll(async () => {
    await service.stop()
    await server.stop()
  })

  evidenceStoreConformance('SeaweedFS', () => evidenceBucket(place))

  it('wrong keys and a bucket that is not there keep the service from starting, in a sentence', async () => {
    const start = async (more: Record<string, string>) =>
      startProcess({ DATA_DIR: await aFolder(), ...settings, ...more })
    await expect(start({ EVIDENCE_S3_SECRET_KEY: 'bukan-ini' })).rejects.toThrow(/EVIDENCE_S3_SECRET_KEY/)
    const elsewhere = place.url.replace('bukti', 'tidak-ada')
    await expect(start({ EVIDENCE_S3_URL: elsewhere })).rejects.toThrow(/EVIDENCE_S3_URL is not there/)
  })

  it('a server that dies in the middle of an upload leaves nothing whole, filing goes on, and it is well again later', async () => {
    const store = await evidenceBucket(place)
    const dying = async function* () {
      yield randomBytes(9 * 1024 * 1024)
      server.kill()
      yield randomBytes(9 * 1024 * 1024)
    }
    await expect(store.write('mati', dying())).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect((await office.upload('loket.png', aPictureOf(100_000))).status).toBe(503)
    expect((await office.file()).number).toMatch(/^BO-/)

    await server.start()
    await expect(buffer(store.read('mati'))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect.poll(async () => (await office.upload('loket.png', aPictureOf(100_000))).status).toBe(201)
  })
}
