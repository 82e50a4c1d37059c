import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const filed: string[] = []

/** Seven cases: three levies and four of maladministration; two verified, one of them handed to the handler. */
beforeAll(async () => {
  const office = service.unit()
  for (let at = 0; at < 7; at++) {
    const details = {
      category: at < 3 ? 'illegal_levy' : 'maladministration',
      subject: at === 0 ? 'Pungutan di loket pelayanan' : `Berkas ke-${at}`,
      chronology: at === 1 ? 'Petugas memungut uang di lantai dua.' : 'Antrean terlalu panjang.',
    }
    const sent = await office.send(anonymousFiling(details))
    filed.push(((await sent.json()) as { number: string }).number)
  }
  const head = await service.staff('kepala')
  const { session } = await service.staff('petugas')
  const grounded = { wellFounded: true, because: 'Jelas.' }
  for (const number of [filed[0]!, filed[3]!]) await head.act(number, 'verify', { grounded })
  await head.act(filed[0]!, 'dispatch', { handler: session.staff.id })
  for (const number of filed) await head.case(number)
})

const register = async (query: string, mailbox = 'kepala', unit?: string): Promise<CaseRegister> => {
  const response = await (await service.staff(mailbox, unit)).get(`/cases?${query}`)
  expect(response.status).toBe(200)
  return response.json()
}
const numbers = async (query: string, mailbox?: string) =>
  (await register(query, mailbox)).items.map(({ number }) => filed.indexOf(number))

describe('the register', () => {
  it('shows the newest first, with what one needs to choose, and never who complained', async () => {
    const { items, counts, nextCursor } = await register('')
    expect(items.map(({ number }) => filed.indexOf(number))).toEqual([6, 5, 4, 3, 2, 1, 0])
    expect(items.at(-1)).toEqual({
      destroyed: false,
      number: filed[0],
      status: 'in_progress',
      category: 'illegal_levy',
      categoryLabel: 'Pungutan lain-lain oleh petugas',
      class: 'oversight',
      privacy: 'anonymous',
      channel: 'web_widget',
      receivedAt: expect.any(String),
      subject: 'Pungutan di loket pelayanan',
      handler: { id: expect.any(String), name: 'Citra Peraga', position: 'Petugas penerima dan penangan' },
      dueAt: expect.any(String),
      overdue: false,
      paused: null,
      offeredTo: null,
      labels: [],
      laporId: null,
      fromBook: false,
    })
    expect(counts).toEqual({ received: 5, in_progress: 2 })
    expect(nextCursor).toBeNull()
  })

  it.each([
    ['sort=received_asc', [0, 1, 2, 3, 4, 5, 6]],
    ['status=in_progress', [3, 0]],
    ['status=in_progress,received&category=illegal_levy', [2, 1, 0]],
    ['category=maladministration', [6, 5, 4, 3]],
    ['category=maladministration&status=received', [6, 5, 4]],
    ['assignee=none', [6, 5, 4, 3, 2, 1]],
    ['assignee=none&status=in_progress', [3]],
    ['assignee=none&category=illegal_levy&sort=received_asc', [1, 2]],
    ['assignee=me', []],
    ['status=closed', []],
    ['due=overdue', []],
    ['category=tidak_ada', []],
    ['sort=due_asc&status=received&category=illegal_levy', [1, 2]],
    ['from=2020-01-01&to=2099-12-31&category=illegal_levy', [2, 1, 0]],
    ['to=2020-01-01', []],
    ['due=soon&to=2020-01-01', []],
    ['channel=web_widget&status=in_progress', [3, 0]],
    ['channel=letter', []],
    ['outcome=substantiated&channel=web_widget', []],
    ['timeliness=late', []],
    ['stars=1&from=2020-01-01', []],
  ])('is narrowed by %s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected)
  })

  it('shows a handler what was handed to them', async () => {
    expect(await numbers('assignee=me', 'petugas')).toEqual([0])
  })

  it('counts the whole unit, whatever the filter', async () => {
    expect((await register('status=closed')).counts).toEqual({ received: 5, in_progress: 2 })
  })

  it.each([
    // The third lies in the category that is named so.
    ['q=pungutan', [1, 0, 2]],
    ['q=dipungut', [1, 0, 2]],
    ['q=maladm', [6, 5, 4, 3]],
    ['q=antr', [6, 5, 4, 3, 2, 0]],
    ['q=pelaya', [0]],
    ['q=pelayanna', [0]],
    ['q=pungutan%20panjnag', [2, 0, 1, 6, 5, 4, 3]],
    ['q=PELAYANAN%20loket', [0]],
    ['q=antrean&category=maladministration', [6, 5, 4, 3]],
    ['q=antrean&status=in_progress', [3, 0]],
    ['q=antrean&assignee=me', []],
    ['q=pungutan&due=overdue', []],
    ['q=pungutan&to=2020-01-01', []],
    ['q=pungutan&channel=web_widget&from=2020-01-01', [1, 0, 2]],
    ['q=pungutan&channel=fax', []],
    ['q=tidakadakatabegini', []],
    ['q=yang', []],
    ['q=%27%22%3B--', []],
  ])('is searched by the words of the story: %s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected)
  })

  it('is searched by number, in small letters too', async () => {
    expect(await numbers(`q=${filed[4]!.toLowerCase()}`)).toEqual([4])
    const tail = String(Number(filed[4]!.split('-').at(-1)))
    for (const q of [tail, tail.padStart(6, '0'), filed[4]!.split('-').at(-1)])
      expect(await numbers(`q=${q}`)).toEqual([4])
  })

  it('is searched by a number as people type it: without strokes, with spaces, with an O for a zero', async () => {
    const [prefix, year, sequence] = filed[4]!.split('-') as [string, string, string]
    const withLetters = sequence.replaceAll('0', 'O')
    for (const q of [prefix + year + sequence, `${prefix} ${year} ${sequence}`, `${prefix}-${year}-${withLetters}`])
      expect([q, await numbers(`q=${encodeURIComponent(q)}`)]).toEqual([q, [4]])
  })

  it('is not searched by who complained', async () => {
    await service.unit().file()
    expect(await numbers('q=Siti')).toEqual([])
  })

  it.each(['', 'sort=received_asc&', 'sort=due_asc&', 'category=maladministration&', 'q=antrean&'])(
    'is turned page by page without a gap or a repeat: %s',
    async (query) => {
      const all = (await register(`${query}limit=100`)).items.map(({ number }) => number)
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: CaseRegister = await register(`${query}limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items.map(({ number }) => number))
        cursor = page.nextCursor
      }
      expect(seen).toEqual(all)
    },
  )

  it.each([
    ['status=lama', '400 request/invalid'],
    ['limit=0', '400 request/invalid'],
    ['limit=101', '400 request/invalid'],
    ['limit=banyak', '400 request/invalid'],
    ['sort=acak', '400 request/invalid'],
    ['due=kemarin', '400 request/invalid'],
    ['from=2026-02-30', '400 request/invalid'],
    ['to=kemarin', '400 request/invalid'],
    ['channel=merpati', '400 request/invalid'],
    ['outcome=menang', '400 request/invalid'],
    ['timeliness=segera', '400 request/invalid'],
    ['stars=6', '400 request/invalid'],
    ['cursor=karangan', '400 page/invalid-cursor'],
    ['q=antrean&cursor=karangan', '400 page/invalid-cursor'],
  ])('says what it does not understand: %s', async (query, refusal) => {
    expect(await refusalIn((await service.staff('kepala')).get(`/cases?${query}`))).toBe(refusal)
  })

  it('is the unit’s own', async () => {
    expect(await register('', 'kepala', 'dinas-contoh')).toEqual({
      items: [],
      sealedWrong: [],
      leftOut: [],
      labels: [],
      nextCursor: null,
      total: null,
      partial: 0,
      counts: {},
    })
  })
})
