import { describe, expect, it } from 'vitest'
import type { CaseRegister, CaseView } from '../../service/contract/case-view.ts'
import type { ReportView } from '../../service/contract/figures.ts'
import type { ViewLists } from '../../service/contract/register.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { refusalIn } from '../support/a-problem.ts'
import { officeMonth } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const waiting = { id: 'menunggu-data', name: 'Menunggu data dinas', colour: 'amber' } as const
const urgent = { id: 'segera', name: 'Titipan bupati', colour: 'rose' } as const

const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json()
const settingsOf = async () => json<TenantSettingsView>((await service.staff('admin')).get('/settings'))
async function write(change: Partial<TenantSettingsView>): Promise<Response> {
  const { headers } = await service.staff('admin')
  return fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...(await settingsOf()), ...change }),
  })
}
async function labelled(label: string, filing = {}) {
  await write({ labels: [waiting, urgent] })
  const receipt = await service.unit().file(filing)
  const verifier = await service.staff('verifikator')
  expect((await verifier.act(receipt.number, 'set-label', { label, on: true })).status).toBe(200)
  return { receipt, verifier, number: receipt.number }
}
const register = async (query: string, who = 'verifikator') =>
  json<CaseRegister>((await service.staff(who)).get(`/cases?${query}`))
const numbersIn = async (query: string) => (await register(query)).items.map(({ number }) => number)

describe('labels of a unit', () => {
  it('stay where a program writes settings without them, and one that was saved is archived, not removed', async () => {
    await write({ labels: [waiting, urgent] })
    expect((await write({ labels: undefined })).status).toBe(200)
    expect((await settingsOf()).labels).toEqual([waiting, urgent])
    expect(await refusalIn(await write({ labels: [waiting] }))).toBe('409 label/removed')
    expect(await refusalIn(await write({ labels: [waiting, urgent, { ...urgent, id: 'lain' }] }))).toBe(
      '400 request/invalid',
    )
  })

  it('are shown to staff, who set them by one act, and to nobody else', async () => {
    const { number, receipt, verifier } = await labelled(urgent.id)
    const seen: CaseView = await verifier.case(number)
    expect([seen.labels, seen.moreLabels]).toEqual([[urgent], [waiting]])
    expect(seen.history.at(-1)).toMatchObject({ event: 'labelled', text: urgent.name })
    const reporter = service.unit().reporter(receipt)
    for (const path of ['', '/own-data', '/own-data.html']) {
      const answer = await reporter.get(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toMatch(/segera|Titipan bupati|labelled|Label dipasang/)
    }
    const visitors = await fetch(service.unit().api)
    expect(visitors.status).toBe(200)
    expect(await visitors.text()).not.toMatch(/segera|Titipan bupati/)
  })

  it('are found by no word of theirs, and nobody without the case learns of them by the filter', async () => {
    const { number } = await labelled(urgent.id)
    expect(await numbersIn('q=label')).not.toContain(number)
    expect(await numbersIn('q=segera')).not.toContain(number)
    expect(await refusalIn((await service.staff('admin')).get(`/cases?label=${urgent.id}`))).toBe(
      '403 staff/not-permitted',
    )
    expect(
      (await json<CaseRegister>((await service.staff('kepala', 'dinas-contoh')).get(`/cases?label=${urgent.id}`)))
        .items,
    ).toEqual([])
  })

  it('filter the register in each order, with words, status and dates, and count in a saved view', async () => {
    const one = await labelled(waiting.id, { subject: 'Kata langka wirasaba' })
    const other = await labelled(waiting.id)
    const ours = [other.number, one.number]
    const by = `label=${waiting.id}`
    expect(await numbersIn(by)).toEqual(ours)
    expect(await numbersIn(`${by}&sort=due_asc`)).toEqual(expect.arrayContaining(ours))
    expect(await numbersIn(`${by}&sort=received_asc`)).toEqual(ours.toReversed())
    expect(await numbersIn(`${by}&q=wirasaba`)).toEqual([one.number])
    expect(await numbersIn(`${by}&status=answered`)).toEqual([])
    expect(await numbersIn(`${by}&limit=1`)).toEqual([other.number])
    const { nextCursor } = await register(`${by}&limit=1`)
    expect(await numbersIn(`${by}&limit=1&cursor=${encodeURIComponent(nextCursor ?? '')}`)).toEqual([one.number])
    expect((await register(by)).labels).toEqual([waiting, urgent])

    const { headers } = one.verifier
    const views = [{ id: 'a', name: 'Menunggu', filter: { label: waiting.id, sort: 'due_asc' } }]
    const saved = await fetch(`${service.unit().api}/views/own`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ revision: 0, views }),
    })
    expect(((await saved.json()) as ViewLists).own.views[0]?.count).toBe(2)
    await one.verifier.act(one.number, 'set-label', { label: waiting.id, on: false })
    expect(await numbersIn(by)).toEqual([other.number])
    expect(await numbersIn(`${by}&sort=due_asc`)).toEqual([other.number])
  })

  it('are counted in the figures of a period, each with the way to its cases', async () => {
    const { number, verifier } = await labelled(urgent.id)
    const month = officeMonth()
    const report = await json<ReportView>(verifier.get(`/reports/${month}`))
    const counted = report.byLabel.find(({ id }) => id === urgent.id)
    const found = await numbersIn(`label=${urgent.id}&figure=received&from=${month}-01&status=`)
    expect(found).toContain(number)
    expect(counted).toMatchObject({ name: urgent.name, cases: found.length })
  })

  it('are the unit’s: another has none of them, and a second matter that is split begins without', async () => {
    const { number, verifier } = await labelled(urgent.id)
    expect(
      (await json<CaseRegister>((await service.staff('verifikator', 'dinas-contoh')).get('/cases'))).labels,
    ).toEqual([])
    const { chronology } = await verifier.case(number)
    const split = { category: 'maladministration', subject: 'Hal kedua', chronology, evidence: [], because: 'Dua hal.' }
    expect((await verifier.act(number, 'split', split)).status).toBe(200)
    const { split: links, labels } = await (await service.staff('kepala')).case(number)
    expect(labels).toEqual([urgent])
    expect((await (await service.staff('kepala')).case(links.into[0] ?? '')).labels).toEqual([])
  })
})
