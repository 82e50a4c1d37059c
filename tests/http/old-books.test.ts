import { describe, expect, it, vi } from 'vitest'
import type { BookCheckView, BookPreview, OldBookView } from '../../service/contract/arrivals.ts'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { StatisticsView } from '../../service/contract/figures.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aWorkbook } from '../support/a-workbook.ts'
import { oneService } from '../support/one-service.ts'
import { patience } from '../support/patience.ts'

const service = oneService()

async function anAdmin() {
  const admin = await service.staff('admin')
  const unit = `${service.url}/api/v1/tenants/bagian-organisasi`
  const bring = (body: BodyInit, name = 'Buku lama – 2023.xlsx') =>
    fetch(`${unit}/old-books`, {
      method: 'POST',
      headers: { ...admin.headers, 'X-File-Name': encodeURIComponent(name) },
      body,
    })
  const read = async (id: string) => (await (await admin.get(`/old-books/${id}`)).json()) as OldBookView
  const until = (id: string, state: OldBookView['state']) =>
    vi.waitUntil(
      async () => {
        const found = await read(id)
        return found.state === state && found
      },
      { timeout: patience(60_000), interval: 100 },
    )
  return { ...admin, bring, read, until }
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const row = (...cells: readonly string[]) => `<row>${cells.map(cell).join('')}</row>`
const sheet = [
  row('No Register', 'Tgl Diterima', 'Nama Pelapor', 'Uraian', 'Kategori', 'Status'),
  row('12', '3 Januari 2023', 'Siti Contoh', 'Diminta membayar di loket Merapi.', 'Pungli', 'Selesai'),
  row('13', 'kapan-kapan', '', '=cmd|calc', '', 'Proses'),
].join('')

const readingOf = ({ sheets }: OldBookView, more: object = {}) => ({
  ...{ sheet: 0, headingRow: sheets[0]!.headingRow, columns: sheets[0]!.columns },
  meanings: { category: {}, status: {}, channel: {} },
  otherwise: { category: 'illegal_levy', status: 'closed', channel: 'letter' },
  ...more,
})

it('an old register is brought, looked at, taken over, marked, and taken back', async () => {
  const admin = await anAdmin()
  const brought = await admin.bring(aWorkbook(sheet))
  expect(brought.status).toBe(201)
  const book = (await brought.json()) as OldBookView
  expect(book).toMatchObject({
    state: 'open',
    own: true,
    fileName: 'Buku lama – 2023.xlsx',
    by: expect.stringContaining('('),
  })
  const reading = readingOf(book)

  const preview = (await (await admin.post(`/old-books/${book.id}/preview`, reading)).json()) as BookPreview
  expect(preview.rows).toMatchObject([
    { row: 2, refused: null, warnings: ['category-unknown'], case: { oldNumber: '12', reporter: 'Siti Contoh' } },
    { row: 3, refused: 'date-unreadable', case: null },
  ])
  const check = (await (await admin.post(`/old-books/${book.id}/check`, reading)).json()) as BookCheckView
  expect(check).toMatchObject({
    ready: 0,
    warned: 1,
    refused: 1,
    unknown: [{ field: 'category', word: 'pungli', rows: 1 }],
  })
  const left = await (await admin.post(`/old-books/${book.id}/not-taken.csv`, reading)).text()
  expect(left.split('\r\n')[1]).toBe(
    `3,"Tanggal diterima tidak terbaca.","13","kapan-kapan","","'=cmd|calc","","Proses"`,
  )

  const meanings = { ...reading.meanings, category: { pungli: 'illegal_levy' } }
  expect((await admin.post(`/old-books/${book.id}/start`, { ...reading, meanings })).status).toBe(200)
  const done = await admin.until(book.id, 'done')
  expect(done).toMatchObject({
    ...{ sheets: [], notTaken: [{ row: 3, code: 'date-unreadable' }] },
    progress: { rows: 2, taken: 1, refused: 1, skipped: 0 },
  })

  const verifier = await service.staff('verifikator')
  const found = (await (await verifier.get('/cases?q=Merapi')).json()) as CaseRegister
  expect(found.items).toMatchObject([{ fromBook: true, dueAt: null, privacy: 'confidential', status: 'closed' }])
  const { number } = found.items[0]!
  const seen = await verifier.case(number)
  expect(seen).toMatchObject({ fromBook: { oldNumber: '12', status: 'Selesai', row: 2 }, notices: [], clocks: [] })
  expect(JSON.stringify(seen)).not.toContain('Siti')
  expect(await refusalIn(verifier.get(`/cases/${number}/receipt.pdf`))).toBe('409 case/without-receipt')
  const figures = await (await service.staff('kepala')).get('/statistics?from=2023-01&to=2023-12')
  expect((await figures.json()) as StatisticsView).toMatchObject({ total: 1, fromBook: 1, inTime: 0, late: 0 })

  expect((await admin.post(`/old-books/${book.id}/undo`, { reason: 'Tahun yang salah.' })).status).toBe(200)
  expect(await admin.until(book.id, 'undone')).toMatchObject({ progress: { takenBack: 1, kept: 0 } })
  expect((await verifier.get(`/cases/${number}`)).status).toBe(404)
  expect(service.running.output()).not.toMatch(/Siti|Merapi|Buku lama/)
})

it.each([
  ['a file that is no table', '%PDF-1.7', '400 old-book/not-a-table'],
  ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), '400 old-book/old-format'],
  ['a broken workbook', aWorkbook(sheet).subarray(0, 500), '400 old-book/unreadable'],
  ['an empty file', '', '400 old-book/empty'],
  ['too many rows', 'a,b\n'.repeat(50_001), '400 old-book/too-many-rows'],
  ['a file that is too large', new Uint8Array(20 * 1024 * 1024 + 1), '413 old-book/too-large'],
])('%s is refused', async (_, file, refusal) => {
  const admin = await anAdmin()
  expect(await refusalIn(admin.bring(file as BodyInit))).toBe(refusal)
})

it.each([
  { otherwise: { category: 'x', status: 'merged', channel: 'letter' } },
  { columns: { receivedOn: -1, story: 1 } },
  { columns: { receivedOn: 0, story: 1, __proto__: 3, tracking: 2 } },
  { headingRow: 1.5 },
  { sheet: 'Register' },
])('hostile readings are refused', async (more) => {
  const admin = await anAdmin()
  expect(
    await refusalIn(
      admin.post('/old-books/tidak-ada/check', readingOf({ sheets: [{ headingRow: 1, columns: {} }] } as never, more)),
    ),
  ).toBe('400 request/invalid')
})

const aReporter = (name: string, phone: string) => ({
  name,
  address: 'Jalan Misal 9',
  phone,
  email: `${name.split(' ')[0]!.toLowerCase()}@contoh.example`,
})

const lookUp = async (mailbox: string, by: string, written: string, unit?: string) =>
  (await service.staff(mailbox, unit)).post('/reporter-look-ups', { by, written, reason: 'at_counter' })

const numbersOf = async (mailbox: string, by: string, written: string, unit?: string): Promise<readonly string[]> => {
  const response = await lookUp(mailbox, by, written, unit)
  expect(response.status).toBe(200)
  return ((await response.json()) as { numbers: string[] }).numbers
}

describe('a reporter who comes without their number', () => {
  it('is found by all of a name, telephone or address, in any spelling, and reads who looked', async () => {
    const receipt = await service.unit().file({ reporter: aReporter('Wulan Umpama Sari', '0812-0000-4411') })
    const { number } = receipt
    const asked = [
      ['name', ' wulan  UMPAMA sari'],
      ['phone', '+62 812 0000 4411'],
      ['phone', '081200004411'],
      ['email', 'Wulan@Contoh.example'],
    ] as const
    for (const [by, written] of asked) expect(await numbersOf('verifikator', by, written), written).toEqual([number])
    for (const [by, written] of [
      ['name', 'Wulan'],
      ['phone', '0812-0000-441'],
      ['email', 'wulan@contoh'],
      ['name', '?'],
    ] as const)
      expect(await numbersOf('verifikator', by, written), written).toEqual([])
    expect(await numbersOf('verifikator', 'name', 'Wulan Umpama Sari', 'dinas-contoh')).toEqual([])

    const own = await (await service.unit().reporter(receipt).get('/own-data')).text()
    expect(own).toContain('pelapor hadir tanpa nomor pengaduan')
    const log = (await (await (await service.staff('kepala')).get('/log')).json()) as LogView
    const lines = log.items.filter(({ act }) => act === 'reporter.looked_up')
    expect(lines[0]).toMatchObject({ subject: null, detail: 'name at_counter' })
    expect(JSON.stringify(log)).not.toMatch(/Wulan|0000-?4411|contoh\.example/i)
  })

  it('is told of to nobody but custodians where they asked for confidence', async () => {
    const given = aReporter('Ratri Misalwati', '0812-0000-4422')
    const hidden = await service.unit().file({ privacy: 'confidential', reporter: given })
    expect(await numbersOf('petugas', 'phone', given.phone)).toEqual([])
    const open = await service.unit().file({ privacy: 'named', reporter: given })
    expect(await numbersOf('petugas', 'phone', given.phone)).toEqual([open.number])
    expect(await numbersOf('kustodian', 'phone', given.phone)).toEqual([open.number, hidden.number])
    const own = await (await service.unit().reporter(hidden).get('/own-data')).json()
    expect((own as { identityAccess: unknown[] }).identityAccess).toHaveLength(1)
  })

  it('is not looked up by who may open no identity, nor for no reason, and by the same officer 20 times a day', async () => {
    expect(await refusalIn(lookUp('admin', 'phone', '0812-0000-4433'))).toBe('403 staff/not-permitted')
    const head = await service.staff('kepala')
    const without = head.post('/reporter-look-ups', { by: 'phone', written: '0812-0000-4433', reason: 'ingin tahu' })
    expect(await refusalIn(without)).toBe('400 request/invalid')
    for (let n = 0; n < 20; n++) expect(await numbersOf('kepala', 'phone', `0812-0000-55${10 + n}`)).toEqual([])
    expect(await refusalIn(lookUp('kepala', 'phone', '0812-0000-4411'))).toBe('429 reporter/looked-up-enough')
  })
})
