import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { SeriesList } from '../../service/contract/series.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { haveSession } from './pages/sign-in.ts'
import { aPerson } from './support/a-person.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** Every name that the unit gives in this test begins so. */
const own = 'Zamrud'

/** Where such a name is shown that a program would read aloud in English, through all shadow roots. */
const readInEnglish = `((own) => {
  const found = []
  const walk = (root, language) => {
    for (const one of root.childNodes) {
      if (one.nodeType === Node.TEXT_NODE && one.data.includes(own) && language !== 'id') found.push(root.localName + ': ' + one.data.trim())
      if (one.nodeType !== Node.ELEMENT_NODE || ['script', 'style', 'textarea'].includes(one.localName)) continue
      const spoken = one.getAttribute('lang') || language
      for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
        if (one.getAttribute(name)?.includes(own) && spoken !== 'id') found.push(one.localName + ' ' + name + ': ' + one.getAttribute(name))
      if (one.shadowRoot) walk(one.shadowRoot, spoken)
      walk(one, spoken)
    }
  }
  walk(document.documentElement, document.documentElement.lang)
  return found
})(${JSON.stringify(own)})`

it('names that the unit gave in Indonesian are read aloud so, wherever the desk in English shows them', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const { headers, get } = await unit.signIn('admin')
  const call = async (method: string, path: string, body: unknown, as: Record<string, string> = headers) => {
    const json = { ...as, 'Content-Type': 'application/json' }
    const answer = await fetch(`${unit.api}${path}`, { method, headers: json, body: JSON.stringify(body) })
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
    return answer.json()
  }
  const settings: TenantSettingsView = await (await get('/settings')).json()
  const [first, ...others] = settings.categories
  await call('PUT', '/settings', {
    ...settings,
    labels: [{ id: 'zamrud', name: `${own} label`, colour: 'amber' }],
    categories: [{ ...first, label: { id: `${own} kategori`, en: '' } }, ...others],
  })
  const head = (await unit.signIn('kepala')).headers
  const words = { kind: 'message', language: 'id', text: 'Kami periksa.' }
  const { id: template } = await call('POST', '/templates', { name: `${own} templat`, ...words }, head)
  const { version }: SeriesList = await (await get('/series')).json()
  const does = { verify: true, labels: ['zamrud'], message: template }
  await call('PUT', '/series', { version, series: [{ name: `${own} rangkaian`, does }] })
  const rules = await (await get('/rules')).json()
  const when = { event: 'filed', categories: [first?.code], words: ['loket'] }
  const rule = { name: `${own} aturan`, isOn: true, when, does: { label: 'zamrud', template } }
  await call('PUT', '/rules', { version: rules.version, rules: [rule] })
  const roles = await (await get('/staff/roles')).json()
  const role = { version: roles.unit.version, name: { id: `${own} peran`, en: '' }, permissions: ['cases.read'] }
  await call('POST', '/unit-roles', role)
  const filing = { category: first?.code ?? '', subject: 'Antrean loket' }
  const { number } = await unit.file(filing)
  const { number: corrected } = await unit.file({ ...filing, category: others[0]?.code ?? '' })
  const verifiers = await unit.signIn('verifikator')
  const facts = { category: first?.code ?? '', reason: 'Kategori keliru.' }
  expect((await verifiers.act(corrected, 'correct', facts)).status).toBe(200)
  expect((await verifiers.act(corrected, 'set-label', { label: 'zamrud', on: true })).status).toBe(200)
  const asked = { profile: 'without_identity', from: null, to: null, category: first?.code ?? '', status: [] }
  await call('POST', '/approvals', { act: 'export-register', reason: 'Untuk rapat.', register: asked }, head)

  const enter = async (mailbox: string): Promise<Page> => {
    const page = await aPerson(office)
    await haveSession(page, office.address, `${mailbox}@bagian-organisasi.demo`, demoPassword)
    await page.goto('/admin/')
    await page.getByRole('button', { name: 'English' }).first().click()
    await page.locator('html[lang=en]').waitFor()
    return page
  }
  const look = async (page: Page, path: string) => {
    await page.goto(`/admin/bagian-organisasi/${path}`)
    await page.getByText(own).first().waitFor({ state: 'attached' })
    const wrong = await page.evaluate(readInEnglish)
    expect.soft(wrong, path).toEqual([])
  }
  const admin = await enter('admin')
  for (const path of ['series', 'rules', 'staff', 'settings?page=filing']) await look(admin, path)
  const verifier = await enter('verifikator')
  const merging = `cases/${number}/merge?with=${corrected}`
  for (const path of ['today', 'cases', `cases/${number}`, `cases/${corrected}`, merging]) await look(verifier, path)
  const heads = await enter('kepala')
  for (const path of ['templates', 'statistics', 'approvals']) await look(heads, path)
  await heads.goto('/admin/bagian-organisasi/templates')
  await heads.getByRole('button', { name: new RegExp(`^Change.*${own}`) }).click()
  await heads.getByRole('dialog').getByText(own).waitFor()
  expect.soft(await heads.evaluate(readInEnglish), 'dialog').toEqual([])
})
