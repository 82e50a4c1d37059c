import { describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { SettingsHistoryView } from '../../service/contract/unit.ts'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const admin = () => service.staff('admin')
const read = async () => (await (await admin()).get('/settings')).json() as Promise<TenantSettingsView>
const history = async () => (await (await admin()).get('/settings/history')).json() as Promise<SettingsHistoryView>

async function save(changes: Partial<TenantSettingsView>): Promise<Response> {
  const { headers } = await admin()
  return fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...(await read()), ...changes }),
  })
}

const renamed = async (code: string, id: string) =>
  (await read()).categories.map((one) => (one.code === code ? { ...one, label: { ...one.label, id } } : one))

describe('the history of the settings', () => {
  it('says who changed what, from what to what, since when, newest first', async () => {
    const { shortName } = await read()
    const before = new Date().toISOString()
    expect((await save({ shortName: 'Ortala' })).status).toBe(200)
    expect(
      (await save({ shortName: 'Organisasi', evidence: { ...(await read()).evidence, maxFiles: 7 } })).status,
    ).toBe(200)

    const { items } = await history()
    expect(items.slice(0, 2).map(({ by, changes }) => [by, changes])).toEqual([
      [
        (await admin()).session.staff.name,
        [
          { path: 'shortName', from: 'Ortala', to: 'Organisasi' },
          { path: 'evidence.maxFiles', from: expect.any(String), to: '7' },
        ],
      ],
      [(await admin()).session.staff.name, [{ path: 'shortName', from: shortName, to: 'Ortala' }]],
    ])
    expect(items[1]!.at >= before && items[0]!.at >= items[1]!.at).toBe(true)
  })

  it('has no line for a save that changed nothing, and loses none by it', async () => {
    expect((await save({ shortName: 'Sekali' })).status).toBe(200)
    const known = (await history()).items
    expect((await save({})).status).toBe(200)
    expect((await history()).items).toEqual(known)
  })
})

describe('a category', () => {
  it('is archived, and not removed while a complaint is in it', async () => {
    await service.unit().file({ category: 'illegal_levy' })
    const { categories } = await read()
    const without = categories.filter(({ code }) => code !== 'illegal_levy')
    const problem = await problemOf(await save({ categories: without }))
    expect([problem.code, problem.detail]).toEqual(['category/in-use', expect.stringContaining('illegal_levy')])
    const archived = categories.map((one) => (one.code === 'illegal_levy' ? { ...one, active: false } : one))
    expect((await save({ categories: archived })).status).toBe(200)
    expect((await save({ categories })).status).toBe(200)
  })

  it('that no complaint is in can go', async () => {
    const { categories } = await read()
    const added = { ...categories[0]!, code: 'keliru', label: { id: 'Keliru', en: 'Mistaken' } }
    expect((await save({ categories: [...categories, added] })).status).toBe(200)
    expect((await save({ categories })).status).toBe(200)
  })

  it('keeps for old cases the name of their day', async () => {
    const office = service.unit()
    const old = await office.file({ category: 'maladministration' })
    const { label: before } = (await office.reporter(old).follow()).category
    expect((await save({ categories: await renamed('maladministration', 'Layanan buruk') })).status).toBe(200)
    const recent = await office.file({ category: 'maladministration' })
    const labelOf = async (receipt: typeof old) => (await office.reporter(receipt).follow()).category.label
    expect([await labelOf(old), await labelOf(recent)]).toEqual([before, 'Layanan buruk'])
    const { items } = await history()
    expect(items[0]?.changes).toEqual([
      { path: 'categories.maladministration.label.id', from: before, to: 'Layanan buruk' },
    ])
  })
})
