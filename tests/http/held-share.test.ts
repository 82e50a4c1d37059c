import { beforeAll, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { heldEvidenceSpec } from '../../service/keeping/evidence/held-evidence.ts'
import type { HeldEvidence } from '../../service/keeping/evidence/opened-evidence.ts'
import { HOUR, plusMilliseconds } from '../../service/shared/instant.ts'
import { anAddress } from '../support/a-line.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { anonymousFiling, unitAt } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { anUpload } from '../support/an-upload.ts'
import { filesIn } from '../support/files-in.ts'
import { oneService } from '../support/one-service.ts'
import { aPictureOf } from '../support/some-files.ts'
import { openStoreOf } from '../support/test-store.ts'

type Place = { readonly url: string }

/** A file of one megabyte, the most that the small office takes. Twenty are its share, five that of one address. */
const megabyte = aPictureOf(1_000_000)
const [SHARE, OF_ADDRESS] = [20, 5]

const environment = { LIMITS: 'on', TRUST_PROXY: 'on', ...withOperator }

/** Gives an office a quota of one gigabyte, and two small files at most for each complaint. */
async function makeSmall(service: Place, unit: string): Promise<void> {
  const office = unitAt(service.url, unit)
  const { headers } = await anOperator(service)
  const quotas = { filingsPerHour: 1_000, filingsPerDay: 1_000, evidenceGigabytes: 1, members: 100 }
  const url = `${service.url}/api/v1/operator/tenants/${unit}/quotas`
  const json = { 'Content-Type': 'application/json' }
  const limited = await fetch(url, { method: 'PUT', headers: { ...headers, ...json }, body: JSON.stringify(quotas) })
  expect(limited.status).toBe(200)
  const admin = await office.signIn('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const evidence = { ...settings.evidence, maxFiles: 2, maxMegabytes: 1 }
  const put = { method: 'PUT', headers: { ...admin.headers, ...json }, body: JSON.stringify({ ...settings, evidence }) }
  expect((await fetch(`${office.api}/settings`, put)).status).toBe(200)
}

/** What somebody behind one address uploads. */
const visitorOf = ({ url }: Place, unit?: string, address = anAddress()) => ({
  upload: () => unitAt(url, unit).upload('loket.png', megabyte, { 'X-Forwarded-For': address }),
  async uploaded(times: number): Promise<HeldEvidenceView[]> {
    const held: HeldEvidenceView[] = []
    for (let sent = 0; sent < times; sent++) {
      const response = await this.upload()
      expect(response.status).toBe(201)
      held.push((await response.json()) as HeldEvidenceView)
    }
    return held
  },
})

async function fillShare(service: Place): Promise<HeldEvidenceView[]> {
  const visitors = Array.from({ length: SHARE / OF_ADDRESS }, () => visitorOf(service))
  return (await Promise.all(visitors.map((visitor) => visitor.uploaded(OF_ADDRESS)))).flat()
}

const service = oneService(environment)
beforeAll(async () => {
  for (const unit of ['bagian-organisasi', 'dinas-contoh']) await makeSmall(service, unit)
})

it('one address fills its own part only; others upload, and a complaint without a file is taken', async () => {
  const office = unitAt(service.url)
  const greedy = visitorOf(service)
  const [first] = await greedy.uploaded(OF_ADDRESS)

  const problem = await problemOf(await greedy.upload())
  expect(problem).toMatchObject({ status: 413, code: 'evidence/address-share' })
  expect(problem.detail).toMatch(/Pengaduan tetap dapat dikirim tanpa berkas ini/)
  expect((await office.send(anonymousFiling())).status).toBe(201)
  expect((await visitorOf(service).upload()).status).toBe(201)

  // What a complaint took waits no longer.
  expect((await office.send(anonymousFiling({ evidence: [first!.id] }))).status).toBe(201)
  expect((await greedy.upload()).status).toBe(201)
  expect(await refusalIn(greedy.upload())).toBe('413 evidence/address-share')
})

it('many files that one address sends at the same time do not slip through together', async () => {
  const greedy = visitorOf(service, 'dinas-contoh')
  const answers = await Promise.all(Array.from({ length: 3 * OF_ADDRESS }, () => greedy.upload()))
  expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(OF_ADDRESS)
  for (const answer of answers)
    if (answer.status !== 201) {
      expect(await refusalIn(answer)).toBe('413 evidence/address-share')
    }
})

it('uploads in parts count from the moment they are begun', async () => {
  const { api } = unitAt(service.url)
  for (let begun = 0; begun < OF_ADDRESS; begun++) await anUpload(api, megabyte).begun()
  expect(await refusalIn(anUpload(api, megabyte).begin())).toBe('413 evidence/address-share')
})

it('what staff take in at the desk is of no share', async () => {
  const officer = await unitAt(service.url).signIn('petugas')
  for (let sent = 0; sent <= OF_ADDRESS; sent++) {
    expect((await unitAt(service.url).upload('loket.png', megabyte, officer.headers)).status).toBe(201)
  }
})

it('a full share refuses files and no complaint, and after a restart lets only an untouched file go', async () => {
  const folder = await aFolderForData()
  const before = await aRunningService({ ...environment, DATA_DIR: folder })
  await makeSmall(before, 'bagian-organisasi')
  const [oldest, kept] = await fillShare(before)
  const refused = await problemOf(await visitorOf(before).upload())
  expect(refused).toMatchObject({ status: 413, code: 'evidence/share-full' })
  expect(refused.detail).toMatch(/Pengaduan tetap dapat dikirim tanpa berkas ini/)
  expect((await unitAt(before.url).send(anonymousFiling())).status).toBe(201)
  await before.stop()

  await lieFor(folder, oldest!.id, 2)
  const later = await aRunningService({ ...environment, DATA_DIR: folder })
  const filesKept = async () => (await filesIn(`${folder}/evidence`)).size
  const asMany = await filesKept()
  expect((await visitorOf(later).upload()).status).toBe(201)
  expect(await filesKept()).toBe(asMany)
  expect(await refusalIn(visitorOf(later).upload())).toBe('413 evidence/share-full')
  const office = unitAt(later.url)
  expect(await refusalIn(office.send(anonymousFiling({ evidence: [oldest!.id] })))).toBe('400 evidence/unknown')
  expect((await office.send(anonymousFiling({ evidence: [kept!.id] }))).status).toBe(201)
  expect((await visitorOf(later).upload()).status).toBe(201)
})

/** Makes a file of a stopped service as old as if it had come so many hours earlier. */
async function lieFor(folder: string, id: string, hours: number): Promise<void> {
  const store = await openStoreOf(folder)
  try {
    const files = await store.collection(heldEvidenceSpec)
    const file = (await files.get('bagian-organisasi', id)) as HeldEvidence
    await files.replace({ ...file, uploadedAt: plusMilliseconds(file.uploadedAt, -hours * HOUR) })
  } finally {
    await store.close()
  }
}
