import { expect, it } from 'vitest'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import type { KeptComplaint } from '../../service/case/store/kept-complaint.ts'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { KeyListView } from '../../service/contract/installation.ts'
import { mintTenantId } from '../../service/storage/place.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aRunningService } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { openStoreOf } from '../support/test-store.ts'

const unit = mintTenantId('bagian-organisasi')

/** A service with three cases, the second of which was changed in the store while it did not run. */
async function withChanged(change: (mine: KeptComplaint, other: KeptComplaint) => Partial<KeptComplaint>) {
  const environment = { ...withOperator, LIMITS: 'off' }
  const before = await aRunningService(environment)
  const receipts = []
  for (const subject of ['Loket tutup', 'Antrean panjang', 'Berkas hilang']) {
    receipts.push(await unitAt(before.url).file({ subject }))
  }
  await before.stop()
  const [first, damaged, third] = receipts as [(typeof receipts)[0], (typeof receipts)[0], (typeof receipts)[0]]
  const store = await openStoreOf(before.folder)
  const complaints = await store.collection(complaintSpec)
  const mine = (await complaints.get(unit, damaged.number))!
  const other = (await complaints.get(unit, first.number))!
  expect(await complaints.replace({ ...mine, ...change(mine, other) })).toBeTruthy()
  await store.close()
  const service = await aRunningService({ ...environment, DATA_DIR: before.folder })
  return { service, office: unitAt(service.url), first, damaged, third }
}

it('a case that was changed in the store is a line in the list, and nothing else of the office stands still', async () => {
  const { service, office, first, damaged, third } = await withChanged((_, { dossier }) => ({ dossier }))
  const clerk = await office.signIn('verifikator')

  const listed = await clerk.get('/cases?view=all')
  expect(listed.status).toBe(200)
  const { items, sealedWrong, counts } = (await listed.json()) as CaseRegister
  expect(items.map(({ number }) => number)).toEqual([third.number, first.number])
  expect(sealedWrong).toEqual([
    {
      number: damaged.number,
      status: 'received',
      code: 'case/sealed-wrong',
      detail: expect.stringContaining('tidak dapat dibuka'),
    },
  ])
  expect(counts.received).toBe(3)
  expect((await clerk.get('/work')).status).toBe(200)
  const found = await clerk.get('/cases?q=antrean')
  expect(found.status).toBe(200)

  expect(await refusalIn(clerk.get(`/cases/${damaged.number}`))).toBe('409 case/sealed-wrong')
  expect((await clerk.act(third.number, 'verify', { revision: 1 })).status).not.toBe(500)
  const reporters = await problemOf(await office.reporter(damaged).get())
  expect(reporters).toMatchObject({ status: 500, code: 'service/fault', requestId: expect.any(String) })
  expect(JSON.stringify(reporters)).not.toContain('sealed-wrong')
  expect((await office.reporter(first).follow()).number).toBe(first.number)
  expect((await office.file()).number).toBeTruthy()

  const { headers } = await anOperator(service)
  const keys = await fetch(`${service.url}/api/v1/operator/keys`, { headers })
  const { units } = (await keys.json()) as KeyListView
  expect(units[0]?.sealFaults).toEqual([
    { collection: 'filings', field: 'dossier', documents: 1, since: expect.any(String) },
  ])
  const metrics = await (await fetch(`${service.url}/metrics`)).text()
  expect(metrics).toMatch(/aduan_seals_refused_total\{collection="filings",field="dossier"\} [1-9]/)
  const lines = service
    .output()
    .split('\n')
    .filter((line) => line.includes('seal refused'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(damaged.number)
  expect(lines[0]).toContain(unit)
  expect(lines[0]).not.toContain('Antrean')
})

it('a guard that cannot be opened keeps the case from all but who looks after it', async () => {
  const { office, damaged } = await withChanged(({ dossier }) => ({ guard: { sealed: dossier, steward: null } }))
  const clerk = await office.signIn('verifikator')
  const listed = await clerk.get('/cases?view=all')
  expect(listed.status).toBe(200)
  expect(await listed.text()).not.toContain(damaged.number)
  expect(await refusalIn(clerk.get(`/cases/${damaged.number}`))).toBe('404 complaint/not-found')
})
