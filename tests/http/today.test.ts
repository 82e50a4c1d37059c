import { describe, expect, it } from 'vitest'
import type { SaveViews, TodayCounts, TodayView, ViewLists, WorkView } from '../../service/contract/register.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const unit = () => service.unit('dinas-contoh')
const today = async (who: string, query = ''): Promise<TodayView> =>
  (await (await service.staff(who, 'dinas-contoh')).get(`/today${query}`)).json()

describe('one’s day', () => {
  it('goes from role to role as a case does, and is empty when all is done', async () => {
    const verifier = await service.staff('verifikator', 'dinas-contoh')
    const handler = await service.staff('petugas', 'dinas-contoh')
    const head = await service.staff('kepala', 'dinas-contoh')
    const { number } = await unit().file()
    const kindFor = async (who: string) => (await today(who)).items.find((one) => one.number === number)

    expect(await kindFor('verifikator')).toMatchObject({
      ...{ kind: 'verification', act: 'verify', status: 'received' },
      ...{ declares: true, subject: '[belum Anda buka]' },
    })
    await verifier.case(number)
    expect(await kindFor('verifikator')).toMatchObject({ kind: 'verification', act: 'verify', declares: false })
    await verifier.act(number, 'verify')
    expect(await kindFor('verifikator')).toMatchObject({ kind: 'dispatch', act: 'dispatch' })
    await verifier.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: 'Tangani.' })
    expect(await kindFor('verifikator')).toBeUndefined()
    await handler.case(number)
    expect(await kindFor('petugas')).toMatchObject({ kind: 'handling', act: 'propose-answer' })
    await handler.act(number, 'propose-answer', { outcome: 'clarified', text: 'Sudah kami jelaskan.' })
    expect(await kindFor('petugas')).toBeUndefined()
    await head.case(number)
    expect(await kindFor('kepala')).toMatchObject({ kind: 'approval', act: 'answer' })
    await head.act(number, 'answer', {})
    expect(await kindFor('kepala')).toBeUndefined()
  })

  it('is the same in figures, for who reads no case too', async () => {
    const { number } = await unit().file()
    const counts = async (who: string): Promise<TodayCounts> =>
      (await (await service.staff(who, 'dinas-contoh')).get('/today/counts')).json()
    const list = await today('verifikator')
    expect(list.items.map((one) => one.number)).toContain(number)
    expect(await counts('verifikator')).toEqual({ cases: list.cases, pages: list.pages, reminders: 0 })
    expect(await today('verifikator', '?kind=dispatch')).toMatchObject({ cases: list.cases, items: [] })
    expect(await counts('admin')).toEqual({ cases: [], pages: [], reminders: 0 })
    expect(await refusalIn(await (await service.staff('admin', 'dinas-contoh')).get('/today?kind=semua'))).toBe(
      '400 request/invalid',
    )
  })

  it('has the reply of a reporter until it is answered', async () => {
    const verifier = await service.staff('verifikator', 'dinas-contoh')
    const filed = await unit().file()
    await unit().reporter(filed).post('/messages', { text: 'Kapan diproses?' })
    const kindOf = async () =>
      (await today('verifikator', '?kind=reply')).items.map((one) => one.number).includes(filed.number)
    expect(await kindOf()).toBe(true)
    expect((await verifier.act(filed.number, 'message', { text: 'Besok kami kabari.' })).status).toBe(200)
    expect(await kindOf()).toBe(false)
  })
})

const aView = (over: Partial<SaveViews['views'][number]> = {}): SaveViews['views'][number] => ({
  id: 'pertama',
  name: 'Pungli baru',
  filter: { status: ['received'], category: 'illegal_levy', sort: 'received_desc' },
  ...over,
})
const views = async (who: string): Promise<ViewLists> => (await (await service.staff(who)).get('/views')).json()
const save = async (who: string, whose: 'own' | 'shared', body: unknown, unit?: string) =>
  fetch(`${service.unit(unit).api}/views/${whose}`, {
    method: 'PUT',
    headers: { ...(await service.staff(who, unit)).headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('a saved view', () => {
  it('is kept under its name, and counts the cases that its owner sees as they come', async () => {
    const { own } = await views('verifikator')
    const saved = await save('verifikator', 'own', { revision: own.revision, views: [aView()] })
    expect(saved.status).toBe(200)
    const before = (await views('verifikator')).own
    expect(before.views).toMatchObject([{ name: 'Pungli baru', filter: { status: ['received'] } }])

    await service.unit().file({ category: 'illegal_levy' })

    const after = (await views('verifikator')).own
    expect(after.views[0]?.count).toBe((before.views[0]?.count ?? 0) + 1)
    expect((await views('petugas')).own.views).toEqual([])
  })

  it('counts by words of what one reads, by handler and by date', async () => {
    const { revision } = (await views('petugas')).own
    const [read] = await Promise.all(
      [1, 2].map(() => service.unit().file({ subject: 'Kata langka saptarana', chronology: 'Tidak ada yang lain.' })),
    )
    await (await service.staff('petugas')).case(read?.number ?? '')
    const given = [
      aView({ id: 'a', name: 'Kata', filter: { q: 'saptarana', sort: 'received_desc' } }),
      aView({ id: 'b', name: 'Milik saya', filter: { assignee: 'me', sort: 'due_asc' } }),
      aView({ id: 'c', name: 'Lewat', filter: { due: 'overdue', sort: 'due_asc' } }),
      aView({ id: 'd', name: 'Keduanya', filter: { due: 'soon', from: '2026-01-01', sort: 'due_asc' } }),
    ]
    const { own } = (await (await save('petugas', 'own', { revision, views: given })).json()) as ViewLists
    expect(own.views.map(({ count }) => count)).toEqual([1, 0, 0, null])
  })

  it('is renamed, moved and taken out by saving the list, unless it changed meanwhile', async () => {
    const { revision } = (await views('kustodian')).own
    const [one, other] = [aView({ id: '1', name: 'Satu' }), aView({ id: '2', name: 'Dua' })]
    const first = (await (await save('kustodian', 'own', { revision, views: [one, other] })).json()) as ViewLists
    const changed = { revision: first.own.revision, views: [other, { ...one, name: 'Kesatu' }] }
    const second = (await (await save('kustodian', 'own', changed)).json()) as ViewLists
    expect(second.own.views.map(({ name }) => name)).toEqual(['Dua', 'Kesatu'])

    expect(await refusalIn(await save('kustodian', 'own', changed))).toBe('409 view/changed-meanwhile')
    expect(await refusalIn(await save('kustodian', 'own', { revision: 0, views: [] }))).toBe(
      '409 view/changed-meanwhile',
    )
  })

  it('is shown to the whole unit where the head shares it, and to no other unit', async () => {
    const { shared } = await views('kepala')
    await save('kepala', 'shared', { revision: shared.revision, views: [aView({ name: 'Untuk semua' })] })

    for (const who of ['petugas', 'verifikator', 'inspektorat']) {
      expect((await views(who)).shared.views).toMatchObject([{ name: 'Untuk semua' }])
    }
    expect(await refusalIn(await save('petugas', 'shared', { revision: 1, views: [] }))).toBe('403 staff/not-permitted')
    const elsewhere = await (await service.staff('kepala', 'dinas-contoh')).get('/views')
    expect(((await elsewhere.json()) as ViewLists).shared.views).toEqual([])
    expect(await refusalIn(await (await service.staff('admin')).get('/views'))).toBe('403 staff/not-permitted')
  })

  it.each([
    ['too many', Array.from({ length: 21 }, (_, at) => aView({ id: `${at}`, name: `Tampilan ${at}` }))],
    ['two of one name', [aView({ id: '1' }), aView({ id: '2', name: 'PUNGLI BARU' })]],
    ['no name', [aView({ name: ' ' })]],
    ['a name without end', [aView({ name: 'a'.repeat(61) })]],
    ['a status that is none', [aView({ filter: { status: ['asal'] } as never })]],
    ['a filter that is none', [aView({ filter: { $where: '1', sort: 'received_desc' } as never })]],
    ['text', 'semua'],
  ])('is refused: %s', async (_, given) => {
    const { revision } = (await views('inspektorat')).own
    expect(await refusalIn(await save('inspektorat', 'own', { revision, views: given }))).toBe('400 request/invalid')
  })
})

describe('one’s own work', () => {
  const work = async (who: string): Promise<WorkView> => (await (await service.staff(who)).get('/work')).json()

  it('has what one handles, and what waits for one by one’s role', async () => {
    const verifier = await service.staff('verifikator')
    const { number } = await service.unit().file()
    const before = await work('petugas')
    expect(before.waiting).toEqual([])
    expect((await work('verifikator')).waiting.map(({ what }) => what)).toEqual(['verification', 'dispatch'])

    const { session } = await service.staff('petugas')
    await verifier.act(number, 'verify')
    await verifier.act(number, 'dispatch', { handler: session.staff.id, instruction: 'Tangani.' })

    const after = await work('petugas')
    expect(after.open).toBe(before.open + 1)
    expect(after.items.map((one) => one.number)).toContain(number)
    expect(after.overdue).toBe(0)
    expect((await work('kepala')).waiting.map(({ what }) => what)).toEqual([
      'verification',
      'dispatch',
      'approval',
      'objection',
    ])
  })
})
