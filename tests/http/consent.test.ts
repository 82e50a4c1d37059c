import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OwnDataView, ReceiptView } from '../../service/contract/complaint-view.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { problemOf } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const filing = (privacyNotice: number) =>
  aFiling({ statements: { truthful: true, procedureRead: true, privacyNotice } })

async function changeNotice(words: string): Promise<TenantSettingsView> {
  const admin = await service.staff('admin')
  const settings: TenantSettingsView = await (await admin.get('/settings')).json()
  const response = await fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, privacyNotice: { ...settings.privacyNotice, text: { id: words, en: words } } }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

describe('what a reporter declared', () => {
  it('is kept with the version and the text that they read, also after the office changed it', async () => {
    const receipt = (await (await service.unit().send(filing(1), aKey())).json()) as ReceiptView
    const before = await (await service.staff('admin')).get('/settings')
    const { privacyNotice, procedure } = (await before.json()) as TenantSettingsView
    const { number } = receipt
    const { consent } = await (await service.staff('verifikator')).case(number)
    expect(consent).toMatchObject({ statements: ['truthful', 'procedureRead', 'privacyNotice'], version: 1 })
    expect(consent?.at).toBe(receipt.receivedAt)

    await changeNotice('Pemberitahuan yang baru.')
    const own = (await (await service.unit().reporter(receipt).get('/own-data')).json()) as OwnDataView
    expect(own.consent?.text).toContain(privacyNotice.text.id)
    expect(own.consent?.text).toContain(procedure.rules[0]?.id)
    expect(
      createHash('sha256')
        .update(own.consent?.text ?? '')
        .digest('hex'),
    ).toBe(consent?.sha256)
  })

  it('does not count on texts that were replaced or never shown: the refusal brings the new ones', async () => {
    const { privacyNotice } = await changeNotice('Pemberitahuan yang lebih baru.')
    for (const version of [privacyNotice.version - 1, 999]) {
      const problem = await problemOf(await service.unit().send(filing(version), aKey()))
      expect(problem).toMatchObject({
        status: 400,
        code: 'statements/old-version',
        errors: [{ path: 'statements.privacyNotice', code: 'old-version' }],
        version: privacyNotice.version,
        privacyNotice: 'Pemberitahuan yang lebih baru.',
      })
    }
    expect((await service.unit().send(filing(privacyNotice.version), aKey())).status).toBe(201)
  })

  it('is what the officer declared where an officer takes the complaint down', async () => {
    const { statements: _, ...story } = aFiling()
    const officer = await service.staff('petugas')
    const entered = await officer.post(
      '/cases',
      { ...story, channel: 'telephone', statements: { readBack: true, procedureExplained: true } },
      { 'Idempotency-Key': aKey() },
    )
    const { number } = (await entered.json()) as ReceiptView
    expect((await officer.case(number)).consent?.statements).toEqual(['readBack', 'procedureExplained'])
  })
})
