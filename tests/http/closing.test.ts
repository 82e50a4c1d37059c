import type { z } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import type { tenantList } from '../../service/contract/installation.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { aRunningService, demoPassword } from '../support/a-running-service.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'

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
