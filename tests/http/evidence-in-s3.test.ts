import { afterAll, expect, it } from 'vitest'
import { aFolder } from '../support/a-folder.ts'
import { startHosted, startProcess } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { filesIn } from '../support/files-in.ts'
import { aPictureOf, sha256 } from '../support/some-files.ts'
import { startStandInS3 } from '../support/stand-in-s3.ts'

const s3 = await startStandInS3()
const settings = {
  EVIDENCE_S3_URL: s3.place.url,
  EVIDENCE_S3_ACCESS_KEY: s3.place.accessKey,
  EVIDENCE_S3_SECRET_KEY: s3.place.secretKey,
}
const folder = await aFolder()
const service = await startHosted({ DATA_DIR: folder, LIMITS: 'off', ...settings })
const office = unitAt(service.url)

afterAll(async () => {
  await service.stop()
  s3.close()
})

it('a photo goes to the bucket sealed and comes back to staff; a bucket that is away holds up uploads alone', async () => {
  const photo = aPictureOf(9_000_000)
  const { id } = (await (await office.upload('loket.png', photo)).json()) as { id: string }
  const { number } = await office.file({ evidence: [id] })
  const sealed = s3.objects.get(`aduan/${id.slice(0, 2)}/${id}`)!
  expect(sealed.length).toBeGreaterThan(photo.length)
  expect(sealed.includes(photo.subarray(1_000, 1_100))).toBe(false)
  expect([...(await filesIn(folder)).keys()].filter((path) => path.startsWith('evidence/'))).toEqual([])

  const verifier = await office.signIn('verifikator')
  const shown = await (await verifier.get(`/cases/${number}/evidence/${id}`)).arrayBuffer()
  expect(sha256(new Uint8Array(shown))).toBe(sha256(photo))

  s3.busyFor = 1_000
  expect((await office.upload('loket.png', aPictureOf(1_000))).status).toBe(503)
  expect((await office.file()).number).not.toBe(number)
  s3.busyFor = 0
  expect((await office.upload('loket.png', aPictureOf(1_000))).status).toBe(201)
})

it('a backup leaves the evidence where it is, and says so', async () => {
  const { code, out } = await aduan({ DATA_DIR: folder, ...settings }, 'backup', `${folder}-salinan`)
  expect([code, out]).toEqual([0, expect.stringContaining(`the evidence: it lies in ${s3.place.url}`)])
})

it('wrong keys keep the service from starting, in a sentence', async () => {
  const wrong = { DATA_DIR: await aFolder(), ...settings, EVIDENCE_S3_ACCESS_KEY: 'bukan-ini' }
  await expect(startProcess(wrong)).rejects.toThrow(/EVIDENCE_S3_ACCESS_KEY/)
})
