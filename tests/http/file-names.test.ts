import { describe, expect, it } from 'vitest'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { mintTenantId } from '../../service/storage/place.ts'
import { problemOf } from '../support/a-problem.ts'
import { aRunningService } from '../support/a-running-service.ts'
import { aFiling, aKey, unitAt } from '../support/an-office.ts'
import { anUpload } from '../support/an-upload.ts'
import { readableInFolder } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { aPdf, aPictureOf, aPng, sha256 } from '../support/some-files.ts'
import { openStoreOf } from '../support/test-store.ts'

const service = oneService()
const telling = 'KTP_Siti_Contoh.png'

async function held(name: string, bytes: Uint8Array = aPng): Promise<string> {
  return ((await (await service.unit().upload(name, bytes)).json()) as { id: string }).id
}

describe('a file name that says who the reporter is', () => {
  it.each(['confidential', 'named'] as const)('is read by the reporter, and by no staff: %s', async (privacy) => {
    const office = service.unit()
    const id = await held(telling)
    const receipt = await office.file({ privacy, evidence: [id] })
    const verifier = await service.staff('verifikator')
    const shown = await verifier.case(receipt.number)
    expect(JSON.stringify(shown)).not.toContain('Siti')
    expect(shown.evidence[0]?.name).toBe('nama-disamarkan-1.png')

    const path = `/cases/${receipt.number}/evidence/${id}`
    for (const response of [await verifier.get(path), await verifier.get(`${path}/viewing-copy`)]) {
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).not.toMatch(/siti/i)
    }
    const paper = await readPdf(
      Buffer.from(await (await verifier.get(`/cases/${receipt.number}/receipt.pdf`)).arrayBuffer()),
    )
    expect(JSON.stringify(paper)).not.toContain('KTP_Siti')

    const own = await office.reporter(receipt).follow()
    expect(own.evidence[0]?.name).toBe(telling)
    const file = await office.reporter(receipt).get(`/evidence/${id}`)
    expect(file.headers.get('content-disposition')).toContain(telling)
  })

  it('is hidden in a complaint without identity too, and when it is added after the identity', async () => {
    const office = service.unit()
    const { reporter: identity, ...anonymous } = aFiling({ privacy: 'anonymous', evidence: [await held(telling)] })
    const receipt = await (await office.send(anonymous)).json()
    const verifier = await service.staff('verifikator')
    const names = async () => (await verifier.case(receipt.number)).evidence.map(({ name }) => name)
    expect(await names()).toEqual(['nama-disamarkan-1.png'])
    const reporter = office.reporter(receipt)
    expect((await reporter.post('/identity', { reporter: identity })).ok).toBe(true)
    expect(await names()).toEqual(['nama-disamarkan-1.png'])
    expect((await reporter.post('/evidence', { evidence: [await held('0812-0000-0001.pdf', aPdf)] })).ok).toBe(true)
    expect(await names()).toEqual(['nama-disamarkan-1.png', 'nama-disamarkan-2.pdf'])
  })
})

describe('an officer at the counter', () => {
  const enter = async (details: Record<string, unknown>) => {
    const officer = await service.staff('verifikator')
    const { statements: _, ...story } = aFiling({ privacy: 'confidential' })
    const statements = { readBack: true, procedureExplained: true }
    const body = { ...story, channel: 'walk_in_oral', statements, ...details }
    return officer.post('/cases', body, { 'Idempotency-Key': aKey() })
  }

  it('takes the reporter out of a file name, or says why not', async () => {
    const id = await held(telling)
    const refused = await problemOf(await enter({ evidence: [id] }))
    expect(refused).toMatchObject({ code: 'text/names-reporter', found: ['name'] })
    const log = (await (await (await service.staff('kepala')).get('/log')).json()) as LogView
    expect(log.items.some(({ act, detail }) => act === 'leak.warned' && detail === 'name')).toBe(true)

    const renamed = await enter({ evidence: [id], fileNames: { [id]: 'berkas-1.png' } })
    expect(renamed.status).toBe(201)
    const { number } = await renamed.json()
    const shown = await (await service.staff('verifikator')).case(number)
    expect(shown.evidence[0]?.name).toBe('berkas-1.png')
    expect(shown.history.map(({ event }) => event)).toEqual(['received'])
  })

  it('can let it stay with a reason that staff read; it is masked all the same', async () => {
    const id = await held(telling)
    const kept = await enter({ evidence: [id], leakReason: 'Nama berkas ditulis pada surat asli.' })
    expect(kept.status).toBe(201)
    const { number } = await kept.json()
    const shown = await (await service.staff('verifikator')).case(number)
    expect(shown.history.at(-1)).toMatchObject({ event: 'naming_kept', text: 'Nama berkas ditulis pada surat asli.' })
    expect(shown.evidence[0]?.name).toBe('nama-disamarkan-1.png')
  })

  it('takes the reporter out of the story too where handlers are not to know', async () => {
    const chronology = 'Siti Contoh datang ke loket dua dan dimintai uang.'
    expect(await problemOf(await enter({ chronology }))).toMatchObject({ code: 'text/names-reporter', found: ['name'] })
    expect((await enter({ chronology, privacy: 'named' })).status).toBe(201)
  })

  it('cannot name the reporter in the reason either', async () => {
    const refused = await enter({ evidence: [await held(telling)], leakReason: 'Siti Contoh memintanya.' })
    expect(await problemOf(refused)).toMatchObject({ code: 'text/names-reporter' })
  })
})

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
