import { expect, it } from 'vitest'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { mintTenantId } from '../../service/storage/place.ts'
import { aRunningService } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { anUpload } from '../support/an-upload.ts'
import { readableInFolder } from '../support/find-readable.ts'
import { aPictureOf, sha256 } from '../support/some-files.ts'
import { openStoreOf } from '../support/test-store.ts'

/** The ways in which the SHA-256 of these bytes is usually written. */
function writingsOf(bytes: Uint8Array): string[] {
  const hash = Buffer.from(sha256(bytes), 'hex')
  // The last character of base64 depends on what follows.
  return [hash.toString('hex'), hash.toString('base64').slice(0, 40), hash.toString('base64url').slice(0, 40)]
}

/** All texts in a document that are long enough to mean nothing by themselves. */
const longTextsIn = (document: unknown): string[] =>
  typeof document === 'string'
    ? [document].filter(({ length }) => length > 30)
    : typeof document === 'object' && document !== null
      ? Object.values(document).flatMap(longTextsIn)
      : []

it('whoever has the store and a file cannot tell that it was given, nor that two cases have the same one', async () => {
  const service = await aRunningService({ LIMITS: 'off' })
  const office = unitAt(service.url)
  const [given, waiting, unfinished] = [aPictureOf(3_000), aPictureOf(4_000), aPictureOf(50_000)]
  const hold = async (bytes: Uint8Array) =>
    ((await (await office.upload('a.png', bytes)).json()) as HeldEvidenceView).id
  const receipts = [
    await office.file({ evidence: [await hold(given)] }),
    await office.file({ evidence: [await hold(given)] }),
  ]
  await hold(waiting)
  const upload = anUpload(office.api, unfinished)
  await upload.begun()
  await upload.sent(0, 20_000)

  for (const receipt of receipts) {
    const { evidence } = (await (await office.reporter(receipt).get()).json()) as ComplaintView
    expect(evidence.map((one) => one.sha256)).toEqual([sha256(given)])
    expect((await office.reporter(receipt).get('/receipt.pdf')).status).toBe(200)
  }
  await service.stop()

  const secrets = [given, waiting, unfinished].flatMap(writingsOf)
  expect(await readableInFolder(service.folder, secrets)).toEqual([])
  const store = await openStoreOf(service.folder)
  const complaints = await store.collection(complaintSpec)
  const [one, other] = await Promise.all(
    receipts.map(async ({ number }) => longTextsIn(await complaints.get(mintTenantId('bagian-organisasi'), number))),
  )
  await store.close()
  expect(one?.length).toBeGreaterThan(5)
  expect(one?.filter((text) => other?.includes(text))).toEqual([])
})
