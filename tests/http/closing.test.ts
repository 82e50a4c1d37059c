import type { z } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import type { tenantList } from '../../service/contract/installation.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aRunningService, demoPassword } from '../support/a-running-service.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const elsewhere = { id: 'Sampaikan kepada Dinas Contoh.', en: 'Write to Dinas Contoh.' }

/** An office with a case, and the operator who may close it. */
async function anOffice() {
  const { url } = await aRunningService({ LIMITS: 'off', ...withOperator })
  const office = unitAt(url)
  const receipt = await office.file()
  const { headers: session } = await anOperator({ url })
  const headers = { ...session, 'Content-Type': 'application/json' }
  const closing = (method: 'POST' | 'DELETE', body?: unknown, unit = 'bagian-organisasi') =>
    fetch(`${url}/api/v1/operator/tenants/${unit}/closing`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return { url, office, receipt, closing }
}

const code = async (response: Response) => ((await response.json()) as { code: string }).code

describe('a unit that closes', () => {
  it('takes nothing new and says where to go; what it has is followed and finished', async () => {
    const { url, office, receipt, closing } = await anOffice()
    const closed = await closing('POST', { days: 30, elsewhere })
    expect(closed.status).toBe(200)
    const { items } = (await closed.json()) as z.infer<typeof tenantList>
    expect(items.map(({ tenant, closing: one }) => [tenant, one?.elsewhere ?? null])).toEqual(
      expect.arrayContaining([
        ['bagian-organisasi', elsewhere],
        ['dinas-contoh', null],
      ]),
    )
    const refused = await office.send(aFiling())
    expect(refused.status).toBe(410)
    expect(await refused.json()).toMatchObject({
      code: 'tenant/closing',
      detail:
        'Unit ini tidak menerima pengaduan baru lagi. Sampaikan kepada Dinas Contoh. Pengaduan yang sudah ada tetap dapat diikuti.',
    })
    const view = (await (await fetch(`${office.api}`, { headers: { 'Accept-Language': 'en' } })).json()) as TenantView
    expect(view.refusal).toEqual({ code: 'tenant/closing', detail: expect.stringContaining('Write to Dinas Contoh.') })
    const form = await fetch(`${url}/t/bagian-organisasi/form`)
    expect([form.status, await form.text()]).toEqual([410, expect.stringContaining('Sampaikan kepada Dinas Contoh.')])
    const clerk = await office.signIn('petugas')
    const { statements: _, ...intake } = aFiling()
    const entered = await clerk.post('/cases', { ...intake, channel: 'counter' }, { 'Idempotency-Key': 'satu' })
    expect([400, 403, 410]).toContain(entered.status)

    expect(await office.reporter(receipt).follow()).toMatchObject({ number: receipt.number })
    expect((await office.reporter(receipt).post('/messages', { text: 'Masih saya tunggu.' })).status).toBe(201)
    const verifier = await office.signIn('verifikator')
    expect((await verifier.act(receipt.number, 'verify')).status).toBe(200)
    const head = await office.signIn('kepala', demoPassword)
    const log = (await (await head.get('/log')).json()) as { items: { act: string }[] }
    expect(log.items.map(({ act }) => act)).toContain('unit.closed')
  })

  it('opens again when the operator takes it back in time', async () => {
    const { office, closing } = await anOffice()
    expect(await code(await closing('DELETE'))).toBe('tenant/not-closing')
    await closing('POST', { days: 30, elsewhere })
    expect((await closing('DELETE')).status).toBe(200)
    expect((await office.send(aFiling())).status).toBe(201)
  })

  it('is refused for a unit that is not there, too short a grace, and no words', async () => {
    const { closing } = await anOffice()
    expect(await code(await closing('POST', { days: 30, elsewhere }, 'tidak-ada'))).toBe('tenant/unknown')
    for (const body of [{ days: 1, elsewhere }, { days: 30, elsewhere: { id: '', en: 'x' } }, { days: 30 }, [], 'x'])
      expect((await closing('POST', body)).status).toBe(400)
  })
})

const service = oneService()

async function anAnsweredCase() {
  const receipt = await service.unit().file()
  const head = await service.staff('kepala')
  await head.act(receipt.number, 'verify')
  await head.act(receipt.number, 'answer', { outcome: 'unsubstantiated', text: 'Tidak ada pungutan.' })
  return { ...receipt, head, reporter: service.unit().reporter(receipt) }
}

const ask = (receipt: { number: string; trackingCode: string }, act: string, more: Record<string, string> = {}) =>
  fetch(`${service.url}/t/bagian-organisasi/follow`, {
    method: 'POST',
    body: new URLSearchParams({ act, number: receipt.number, code: receipt.trackingCode, ...more }),
  })

it('who says that it is not solved is offered the objection while its time runs', async () => {
  const { number, head, reporter } = await anAnsweredCase()
  await head.act(number, 'close')
  expect((await reporter.follow()).unsatisfied).toBeNull()
  expect((await reporter.post('/rating', { stars: 4, solved: false })).status).toBe(201)
  const { unsatisfied, acts, status } = await reporter.follow()
  expect(status).toBe('closed')
  expect(unsatisfied).toMatchObject({ objection: true, text: expect.stringContaining('mengajukan keberatan sampai') })
  expect(acts).toContain('objection')
})

it('and is told where else to go once it is over', async () => {
  const { reporter } = await anAnsweredCase()
  await reporter.post('/acceptance', {})
  await reporter.post('/rating', { stars: 1, solved: true })
  const { unsatisfied, acts } = await reporter.follow()
  expect(unsatisfied?.objection).toBe(false)
  for (const said of ['Inspektorat', 'Ombudsman RI', 'gratis']) expect(unsatisfied?.text).toContain(said)
  expect(acts).not.toContain('objection')
})

it('who is content is offered nothing more', async () => {
  const { reporter } = await anAnsweredCase()
  await reporter.post('/rating', { stars: 5, solved: true })
  expect((await reporter.follow()).unsatisfied).toBeNull()
})

it('the rating is given without JavaScript too, and only as it should be', async () => {
  const filed = await anAnsweredCase()
  const page = await (await ask(filed, 'open')).text()
  expect(page).toContain('Apakah masalah Anda selesai?')
  for (const wrong of [{}, { stars: '6', solved: 'yes' }, { stars: '2' }, { stars: 'x', solved: 'mungkin' }]) {
    expect((await ask(filed, 'rating', wrong)).status).toBe(400)
  }
  const rated = await ask(filed, 'rating', { stars: '2', solved: 'no', text: 'Uang belum kembali.' })
  expect(rated.status).toBe(200)
  const told = await rated.text()
  for (const said of ['Penilaian Anda tersimpan', 'mengajukan keberatan sampai', 'Alasan keberatan']) {
    expect(told).toContain(said)
  }
  expect(told).not.toContain('name="stars"')
  expect(await refusalIn(filed.reporter.post('/rating', { stars: 5, solved: true }))).toBe('409 rating/already-given')
})
