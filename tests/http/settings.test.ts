import { describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const settingsOf = async (unit?: string): Promise<TenantSettingsView> =>
  (await (await service.staff('admin', unit)).get('/settings')).json()

async function put(settings: unknown, { mailbox = 'admin', unit = 'bagian-organisasi' } = {}): Promise<Response> {
  const { headers } = await service.staff(mailbox, unit)
  return fetch(`${service.unit(unit).api}/settings`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(settings),
  })
}

const view = async (language = 'id'): Promise<WholeTenantView> =>
  (await fetch(service.unit().api, { headers: { 'Accept-Language': language } })).json()

describe('the settings of a unit', () => {
  it('are written back as they were read, one revision on', async () => {
    const settings = await settingsOf()
    const response = await put(settings)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ...settings, revision: settings.revision + 1 })
    expect(await settingsOf()).toEqual({ ...settings, revision: settings.revision + 1 })
  })

  it('show at once in what visitors are told, in both languages', async () => {
    const settings = await settingsOf()
    const [levy, ...others] = settings.categories
    const changed = {
      ...settings,
      shortName: 'Ortala',
      categories: [{ ...levy!, active: false }, ...others],
      procedure: { ...settings.procedure, title: { id: 'Alur pengaduan', en: 'The way of a complaint' } },
    }
    expect((await put(changed)).status).toBe(200)
    const [indonesian, english] = [await view(), await view('en')]
    expect(indonesian).toMatchObject({ shortName: 'Ortala', language: 'id', procedure: { title: 'Alur pengaduan' } })
    expect(english).toMatchObject({ language: 'en', procedure: { title: 'The way of a complaint' } })
    expect(indonesian.categories.map(({ code }) => code)).not.toContain(levy!.code)
    expect(await refusalIn(service.unit().send(aFiling({ category: levy!.code })))).toBe('400 category/unknown')
  })

  it('with other rules make a version that holds from then; the one before stays to be read', async () => {
    const settings = await settingsOf()
    const { clocks } = settings.rules
    const completion = { amount: 20, unit: 'calendar_days', legalBasis: 'Pasal 1 Peraturan Contoh' }
    const saved: TenantSettingsView = await (
      await put({ ...settings, rules: { ...settings.rules, clocks: { ...clocks, completion } } })
    ).json()

    const before = settings.rulePacks ?? []
    expect(saved.rulePacks).toHaveLength(before.length + 1)
    expect(saved.rulePacks?.slice(0, -1)).toEqual(before)
    expect(saved.rulePacks?.at(-1)).toMatchObject({ clocks: { completion }, from: expect.any(String) })
    const shown: WholeTenantView = await (await fetch(service.unit().api)).json()
    expect(shown.clocks.find(({ clock }) => clock === 'completion')).toMatchObject({
      amount: 20,
      basis: 'Pasal 1 Peraturan Contoh',
    })
  })

  it('need no English: who reads it gets the Indonesian text, and a page says which it is', async () => {
    const settings = await settingsOf()
    const [levy, ...others] = settings.categories
    const bare = {
      ...levy!,
      active: true,
      code: 'parking',
      label: { id: 'Parkir liar' },
      description: { id: 'Tarif di luar karcis.' },
    }
    const procedure = { ...settings.procedure, rules: [{ id: 'Kami mencatatnya.', en: '' }] }
    expect((await put({ ...settings, procedure, categories: [levy, bare, ...others] })).status).toBe(200)

    const english = await view('en')
    expect(english.procedure.rules).toEqual(['Kami mencatatnya.'])
    expect(english.categories.find(({ code }) => code === 'parking')).toMatchObject({
      label: 'Parkir liar',
      description: 'Tarif di luar karcis.',
    })
    expect(english.inIndonesian).toEqual(['Kami mencatatnya.', 'Parkir liar', 'Tarif di luar karcis.'])
    expect(await view()).not.toHaveProperty('inIndonesian')
    const form = await (await fetch(`${service.running.url}/t/bagian-organisasi/form?lang=en`)).text()
    expect(form).toContain('<li><span lang="id">Kami mencatatnya.</span></li>')
    expect(form).toMatch(/<label for="category[^"]*"><span lang="id">Parkir liar<\/span>/)
    const widget = await (
      await fetch(`${service.unit().api}?widget=1.0.0`, { headers: { 'Accept-Language': 'en' } })
    ).text()
    expect(widget).toContain('Parkir liar')
    expect(widget).not.toContain('inIndonesian')
  })

  it('keep the site of a page that was named, and its address once', async () => {
    const settings = await settingsOf()
    const origins = ['https://organisasi.example/pengaduan?a=1', 'organisasi.example', 'HTTPS://Dinas.example:443/x']
    const saved = await (await put({ ...settings, origins })).json()
    expect(saved.origins).toEqual(['https://organisasi.example', 'https://dinas.example'])
  })

  it('that somebody else changed meanwhile are not overwritten', async () => {
    const settings = await settingsOf()
    const answers = await Promise.all([put({ ...settings, name: 'Satu' }), put({ ...settings, name: 'Dua' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await refusalIn(put({ ...settings, name: 'Tiga' }))).toBe('409 tenant/changed-meanwhile')
  })

  it.each([
    ['numberPrefix', { numberPrefix: 'bo' }],
    ['name', { name: '' }],
    ['timeZone', { timeZone: 'Europe/Paris' }],
    ['categories', { categories: [] }],
    ['origins.0', { origins: ['javascript:alert(1)'] }],
    ['origins.0', { origins: ['https://admin:rahasia@organisasi.example/'] }],
    ['theme.accent', { theme: { accent: 'red; background: url(x)' } }],
    ['theme.accent', { theme: { accent: '#ffe600' } }],
    ['evidence.maxMegabytes', { evidence: { maxFiles: 10, maxMegabytes: 100_000, quarantine: false } }],
    ['privacyNotice', { privacyNotice: undefined }],
    ['isPublic', { isPublic: true }],
  ])('are refused with the field that is wrong: %s', async (path, details) => {
    const { code, errors } = await problemOf(await put({ ...(await settingsOf()), ...details }))
    expect(code).toBe('request/invalid')
    expect(errors?.map((error) => error.path)).toContain(path)
  })

  it('that would leave the unit unable to work are refused', async () => {
    const settings = await settingsOf()
    const asleep = Object.fromEntries(Object.keys(settings.calendar.week).map((day) => [day, []]))
    const wrong = [
      { calendar: { ...settings.calendar, week: asleep } },
      { categories: settings.categories.map((category) => ({ ...category, active: false })) },
      { privacyChoices: ['anonymous'], identityPolicy: 'required' },
      {
        calendar: {
          ...settings.calendar,
          holidayYears: [{ year: 2027, days: [{ day: '2028-01-01', name: 'Salah tahun', kind: 'national' }] }],
        },
      },
      {
        rules: {
          ...settings.rules,
          categories: [{ category: 'tidak_ada', amount: 3, unit: 'working_days', legalBasis: null }],
        },
      },
    ]
    for (const details of wrong) expect(await refusalIn(put({ ...settings, ...details }))).toBe('400 request/invalid')
  })
})
