import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { TodayCounts } from '../../service/contract/register.ts'
import type {
  BulkPreview,
  BulkView,
  DryRunView,
  OfferedSeries,
  RuleList,
  SeriesList,
} from '../../service/contract/series.ts'
import type { OfferedTemplates } from '../../service/contract/templates.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const order = { act: 'note', text: 'Dibahas hari Senin.' }

it('many cases are previewed, ordered, taken back, and done without waiting', async () => {
  const office = service.unit()
  const numbers = [(await office.file()).number, (await office.file()).number]
  const verifier = await service.staff('verifikator')
  for (const number of numbers) await verifier.case(number)
  const asked = await verifier.post('/bulk-previews', { order, cases: [...numbers, 'BO-2026-999999'] })
  const preview = (await asked.json()) as BulkPreview
  expect(preview.items.map(({ changes }) => changes)).toEqual([true, true, false])
  expect(preview).toMatchObject({ undoSeconds: 30 })
  expect(preview.items[2]).toMatchObject({ subject: null, status: null, why: expect.any(String) })

  const cases = preview.items.map(({ number, revision }) => ({ number, revision }))
  const ordered = (await (await verifier.post('/bulk-acts', { order, cases })).json()) as BulkView
  expect(ordered).toMatchObject({ state: 'waiting', act: 'note' })
  expect(await refusalIn((await service.staff('kepala')).get(`/bulk-acts/${ordered.id}`))).toBe('404 bulk/unknown')
  const undone = (await (await verifier.post(`/bulk-acts/${ordered.id}/undo`, {})).json()) as BulkView
  expect(undone.state).toBe('undone')
  expect((await verifier.case(numbers[0]!)).notes).toEqual([])

  const again = (await (await verifier.post('/bulk-acts', { order, cases })).json()) as BulkView
  const done = (await (await verifier.post(`/bulk-acts/${again.id}/haste`, {})).json()) as BulkView
  expect(done.state).toBe('done')
  expect(done.cases.map((one) => one.done)).toEqual([true, true, false])
  expect((await verifier.case(numbers[0]!)).notes).toMatchObject([{ text: order.text }])
})

it.each([
  { order, cases: [] },
  { order, cases: Array.from({ length: 101 }, (_, at) => `BO-2026-${at}`) },
  { order: { act: 'decline', text: 'x' }, cases: ['BO-2026-000001'] },
  { order: { act: 'note', text: 'x'.repeat(9_000) }, cases: ['BO-2026-000001'] },
  { order, cases: [{ number: 7 }] },
  { order, cases: ['=1+1'] },
])('hostile orders are refused', async (body) => {
  const verifier = await service.staff('verifikator')
  expect(await refusalIn(verifier.post('/bulk-previews', body))).toBe('400 request/invalid')
})

const call = async (method: string, path: string, body?: unknown, mailbox = 'admin') =>
  (await service.staff(mailbox)).call(method, path, body)
const read = async <View>(asked: Promise<Response>): Promise<View> => (await asked).json() as Promise<View>
const template = { name: 'Serah', kind: 'message', language: 'id', text: 'Pengaduan {nomor} sudah kami serahkan.' }

describe('the series of acts of a unit', () => {
  it('are written, offered with what they write, done once, named in the staff’s history and not in the reporter’s', async () => {
    const list = await read<SeriesList>(call('GET', '/series'))
    const handler = list.people.find(({ name }) => name.startsWith('Citra'))
    const { id: message } = await read<{ id: string }>(call('POST', '/templates', template))
    const does = { verify: true, assign: handler?.id, note: 'Cek loket.', message }
    const written = await read<SeriesList>(
      call('PUT', '/series', { version: list.version, series: [{ name: 'Serahkan', does }] }),
    )
    expect(written).toMatchObject({ series: [{ name: 'Serahkan', lacks: null }], changes: [{ what: 'added' }] })

    const { number, trackingCode } = await service.unit().file()
    const { items } = await read<OfferedSeries>(call('GET', `/cases/${number}/series`, undefined, 'verifikator'))
    expect(items[0]?.steps).toMatchObject([
      { act: 'verify' },
      { act: 'dispatch', who: handler?.name },
      { act: 'note', text: 'Cek loket.' },
      { act: 'message', text: `Pengaduan ${number} sudah kami serahkan.` },
    ])
    const { revision } = await (await service.staff('verifikator')).case(number)
    const asked = { revision, series: items[0]?.id, version: items[0]?.version }
    expect(await refusalIn(call('POST', `/cases/${number}/series`, asked, 'petugas'))).toBe('403 staff/not-permitted')
    const waiting = await read<CaseView>(call('POST', `/cases/${number}/series`, asked, 'verifikator'))
    expect(waiting).toMatchObject({ status: 'received', timed: [{ act: 'series', text: 'Serahkan', mayStop: true }] })
    const again = { ...asked, revision: waiting.revision }
    expect(await refusalIn(call('POST', `/cases/${number}/series`, again, 'verifikator'))).toBe('409 series/waiting')
    const haste = `/cases/${number}/waiting/${waiting.timed[0]?.id}/haste`
    const done = await read<CaseView>(call('POST', haste, undefined, 'verifikator'))
    expect(done).toMatchObject({ status: 'in_progress', handler: { name: handler?.name } })
    expect(done.history.filter(({ series }) => series === 'Serahkan')).toHaveLength(4)
    const headers = { Authorization: `Bearer ${trackingCode}` }
    const seen = await fetch(`${service.unit().api}/complaints/${number}`, { headers })
    expect([seen.status, await seen.text()]).toEqual([200, expect.not.stringMatching(/Serahkan|series/)])
  })

  it('wait in the admin’s list of the day once they name what is gone', async () => {
    const waits = async () => (await read<TodayCounts>(call('GET', '/today/counts'))).pages
    expect(await waits()).not.toContainEqual({ kind: 'broken_series', count: 1 })
    const { series } = await read<SeriesList>(call('GET', '/series'))
    await call('DELETE', `/templates/${series[0]?.does.message}`)
    expect(await waits()).toContainEqual({ kind: 'broken_series', count: 1 })
    expect((await read<SeriesList>(call('GET', '/series'))).series).toMatchObject([{ lacks: 'template' }])
    const { number } = await service.unit().file()
    expect(await read(call('GET', `/cases/${number}/series`, undefined, 'verifikator'))).toEqual({ items: [] })
  })
})

const list = async (): Promise<RuleList> => (await call('GET', '/rules')).json()

describe('the rules of a unit', () => {
  it('are tried out, switched on, act on a complaint, and say so in its history', async () => {
    const before = await list()
    const handler = before.people.find(({ name, handles }) => handles && name.startsWith('Citra'))
    const template = before.templates[0]
    const when = { event: 'filed', categories: ['illegal_levy'], words: ['loket'] }
    const does = { assign: handler?.id, alertHeads: true, note: 'Minta rekaman kamera loket.', template: template?.id }
    const rule = { name: 'Pungutan di loket', isOn: true, when, does }

    const tried: DryRunView = await (await call('POST', '/rules/dry-run', { when })).json()
    expect(tried).toMatchObject({ shown: [], withoutWords: true })
    const on = await call('PUT', '/rules', { version: before.version, rules: [rule] })
    expect(((await on.json()) as RuleList).rules).toMatchObject([{ name: rule.name, isOn: true, off: null }])

    const story = {
      subject: 'Diminta membayar',
      chronology: 'Petugas di loket meminta uang.',
      category: 'illegal_levy',
    }
    const { number } = await service.unit().file(story)
    const verifier = await service.staff('verifikator')
    const lines = async () =>
      ((await (await verifier.get(`/cases/${number}`)).json()) as CaseView).history.flatMap(({ event, text }) =>
        event === 'rule_acted' ? [text] : [],
      )
    await expect
      .poll(lines)
      .toEqual([`Pungutan di loket: menulis catatan; mengusulkan templat “${template?.name}”; memberi tahu pimpinan.`])
    await verifier.act(number, 'verify')
    await expect.poll(lines).toContain(`Pungutan di loket: menugaskan kepada ${handler?.name}.`)
    const offered: OfferedTemplates = await (
      await call('GET', `/cases/${number}/templates`, undefined, 'kepala')
    ).json()
    const fits = offered.items.some(({ id }) => id === template?.id)
    expect(offered.items.findIndex(({ isSuggested }) => isSuggested)).toBe(fits ? 0 : -1)
  })

  it('are for who configures the unit, and changed from their newest version alone', async () => {
    expect(await refusalIn(call('GET', '/rules', undefined, 'verifikator'))).toBe('403 staff/not-permitted')
    const when = { event: 'filed' }
    expect(await refusalIn(call('POST', '/rules/dry-run', { when }, 'kepala'))).toBe('403 staff/not-permitted')
    expect(await refusalIn(call('PUT', '/rules', { version: 0, rules: [] }))).toBe('409 rules/changed-meanwhile')
    const nothing = { name: 'Kosong', isOn: false, when, does: {} }
    const { version } = await list()
    expect(await refusalIn(call('PUT', '/rules', { version, rules: [nothing] }))).toBe('400 request/invalid')
  })
})
