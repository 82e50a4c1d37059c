import { expect, it } from 'vitest'
import type { BulkPreview, BulkView } from '../../service/contract/series.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const order = { act: 'note', text: 'Dibahas hari Senin.' }

it('many cases are previewed, ordered, taken back, and done without waiting', async () => {
  const office = service.unit()
  const numbers = [(await office.file()).number, (await office.file()).number]
  const verifier = await service.staff('verifikator')
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
