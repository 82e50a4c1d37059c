import { beforeAll, describe, expect, it } from 'vitest'
import type { Open311Request, Open311Service } from '../../service/contract/programs.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const get = (path: string, unit?: string) => fetch(`${service.unit(unit).api}/open311${path}`)
const read = async <Answer>(path: string): Promise<Answer> => {
  const response = await get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.json()
}

let named = ''
beforeAll(async () => {
  const admin = await service.staff('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const categories = settings.categories.map((one) => ({ ...one, published: true, similarTold: true }))
  const { malwareScanner: _, rulePacks: __, decreedYears: ___, ...body } = settings
  const saved = await fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, categories }),
  })
  expect(saved.status).toBe(200)
  const unit = service.unit()
  named = settings.categories.find((one) => one.class === 'non_oversight')!.code
  await unit.file({ category: named })
  await unit.file({ category: named, privacy: 'confidential' })
  await unit.send(anonymousFiling({ category: named }))
  await unit.file({ category: named, reportedPerson: 'Citra Peraga' })
  await unit.file({ category: settings.categories.find((one) => one.class === 'oversight')!.code })
})

describe('what everybody sees by Open311', () => {
  it('is nothing where a unit opened no category', async () => {
    for (const path of ['/services.json', '/services.xml', '/services/x.json', '/requests.json', '/requests/x.json'])
      expect(await refusalIn(get(path, 'dinas-contoh'))).toBe('404 open-records/none')
  })

  it('is told to visitors, who read elsewhere that nothing is published', async () => {
    const told = 'terbuka untuk umum'
    for (const [unit, isTold] of [
      ['bagian-organisasi', true],
      ['dinas-contoh', false],
    ] as const) {
      const view = (await (await fetch(service.unit(unit).api)).json()) as WholeTenantView
      const page = await (await fetch(`${service.url}/t/${unit}/form`)).text()
      expect([unit, view.publishes?.includes(told) ?? false, page.includes(told)]).toEqual([unit, isTold, isTold])
      expect([unit, page.includes('Tidak ada yang dipublikasikan')]).toEqual([unit, !isTold])
    }
  })

  it('is categories without officials, and of cases of named reporters the status and days', async () => {
    const services = await read<Open311Service[]>('/services.json')
    expect(services.map((one) => one.service_code)).toContain(named)
    expect(services.map((one) => one.service_code)).not.toContain('illegal_levy')
    const requests = await read<Open311Request[]>('/requests.json')
    expect(requests).toEqual([
      {
        service_request_id: expect.stringMatching(/^\d{8}-[\w-]{16}$/),
        status: 'open',
        status_notes: 'Diterima',
        service_name: expect.any(String),
        service_code: named,
        description: '',
        agency_responsible: expect.stringContaining('Bagian Organisasi'),
        service_notice: '',
        requested_datetime: expect.stringMatching(/T17:00:00\.000Z$/),
        updated_datetime: expect.stringMatching(/T17:00:00\.000Z$/),
        expected_datetime: expect.any(String),
        address: '',
      },
    ])
    const text = JSON.stringify(requests)
    for (const word of ['Siti', '812-0000', '8120000', 'Diminta', 'loket', 'BO-2']) expect(text).not.toContain(word)
    const [one] = requests
    expect(await read(`/requests/${one!.service_request_id}.json`)).toEqual([one])
    expect(await read(`/requests.json?service_request_id=${one!.service_request_id}`)).toEqual([one])
    expect(await read('/requests.json?status=closed')).toEqual([])
    expect(await read(`/requests.json?service_code=illegal_levy`)).toEqual([])
    expect(await read('/requests.json?end_date=2020-01-01&start_date=2019-01-01T00:00:00Z')).toEqual([])
    expect(await read(`/services/${named}.json`)).toEqual({ service_code: named, attributes: [] })
  })

  it('comes as XML too, and may be read by pages of everybody', async () => {
    const services = await get('/services.xml')
    expect(services.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(services.headers.get('access-control-allow-origin')).toBe('*')
    expect(await services.text()).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?><services><service><service_code>/)
    expect(await (await get('/requests.xml')).text()).toMatch(/<service_requests><request><service_request_id>\d{8}-/)
  })

  it.each([
    '/requests/tidak-ada.json',
    '/requests/20261399-aaaaaaaaaaaaaaaa.json',
    '/requests/BO-2026-000001.json',
    '/services/illegal_levy.json',
  ])('has no %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual([{ code: 404, description: expect.any(String) }])
    const xml = await get(path.replace('json', 'xml'))
    expect([xml.status, (await xml.text()).includes('<errors><error><code>404</code>')]).toEqual([404, true])
  })

  it('refuses what is no question', async () => {
    expect(await refusalIn(get('/requests.json?start_date=kemarin'))).toBe('400 request/invalid')
    expect((await problemOf(await get('/requests.json?status=x'))).code).toBe('request/invalid')
    expect((await fetch(`${service.unit().api}/open311/requests.json`, { method: 'POST' })).status).toBe(404)
  })
})

describe('what the form asks about complaints like the one that is being written', () => {
  const similar = (category: string, unit?: string) => `${service.unit(unit).api}/categories/${category}/similar`

  it('is answered of whole days up to yesterday, whatever else is sent along', async () => {
    const response = await fetch(`${similar(named)}?subject=Siti%20Contoh&q=Diminta`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
    expect(await response.json()).toEqual({ received: null, answered: null, usualDays: null, latest: [] })
  })

  it('is refused where officials are complained of, where there is no such category, and where nobody turned it on', async () => {
    for (const address of [similar('illegal_levy'), similar('tidak_ada'), similar(named, 'dinas-contoh')])
      expect(await refusalIn(fetch(address))).toBe('404 similar/not-told')
    expect((await fetch(similar('x'.repeat(61)))).status).toBe(400)
    expect((await fetch(similar(named), { method: 'POST', body: 'Siti Contoh' })).status).toBe(404)
  })

  it('is told to no page of a site that the unit has not named', async () => {
    const refused = await fetch(similar(named), { headers: { Origin: 'https://penipu.example' } })
    expect(await refusalIn(refused)).toBe('403 origin/not-allowed')
  })

  it('is offered by the unit where it is told, and nowhere else', async () => {
    const { categories } = (await (await fetch(service.unit().api)).json()) as WholeTenantView
    expect(categories.filter((one) => one.similar).map((one) => one.class)).not.toContain('oversight')
    expect(categories.find((one) => one.code === named)?.similar).toBe(true)
    const { categories: others } = (await (await fetch(service.unit('dinas-contoh').api)).json()) as WholeTenantView
    expect(others.some((one) => one.similar)).toBe(false)
  })
})
