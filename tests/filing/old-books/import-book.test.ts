import { describe, expect, it } from 'vitest'
import { countVisible } from '../../../service/case/access/visible-counts.ts'
import { issueReceipt } from '../../../service/case/receipt/issued-receipts.ts'
import { retentionOf } from '../../../service/case/retention.ts'
import { identityOf } from '../../../service/case/store/case-seals.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import {
  checkBook,
  previewBook,
  rowsNotTaken,
  startBook,
  undoBook,
} from '../../../service/filing/old-books/book-check.ts'
import { carryOutBooks, forgetBooks } from '../../../service/filing/old-books/carry-out-book.ts'
import {
  bookPageSpec,
  type OldBook,
  oldBookSpec,
  openOldBookStore,
} from '../../../service/filing/old-books/old-book.ts'
import { type BookOffice, bookOf, endBook, takeBook } from '../../../service/filing/old-books/old-cases.ts'
import type { Reading } from '../../../service/filing/old-books/read-row.ts'
import { type ReadSheets, readCsv } from '../../../service/filing/old-books/sheets.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { Refusal } from '../../../service/shared/refusal.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { type Desk, staffWith } from '../../support/a-desk.ts'
import { anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const [levy] = bagianOrganisasi.categories

const book = `BUKU REGISTER
No. Register,Tanggal Diterima,Nama Pelapor,No HP,Perihal,Uraian,Terlapor,Status,Tgl Selesai,Tindak Lanjut
1,3 Januari 2023,Siti Contoh,0812-0000-0001,Pungutan,Diminta membayar di loket.,,Selesai,10/01/2023,Pungutan dikembalikan.
2,4/1/2023,Budi Misal,,Antrean,Antrean sangat lama.,,Proses,,
3,kemarin,,,Parkir,Parkir liar.,,,,
2,4/1/2023,Budi Misal,,Antrean,Antrean sangat lama.,,Proses,,
4,5/2/2024,,,Pelayanan,Dibentak di loket.,Nama petugas,Selesai,,
`

/** The rows of a text, two a page, or as many as a page ever holds. */
const readSheets: ReadSheets = async function* (file) {
  yield { sheet: 'Register' }
  const rows = [...readCsv(new TextDecoder().decode(file))]
    .map((cells, at) => [at + 1, cells] as const)
    .filter(([, cells]) => cells.some(Boolean))
  const page = rows.length < 200 ? 2 : 250
  for (let at = 0; at < rows.length; at += page) yield { rows: rows.slice(at, at + page) }
}

const people = {
  admin: { roles: ['tenant_admin'] },
  kepala: { roles: ['unit_head'] },
  petugas: { roles: ['verifier', 'case_handler'] },
} as const satisfies Record<string, { roles: readonly Role[] }>

async function anOffice() {
  const office = await anOfficeOf(people)
  const { allOfStore, ports: desk } = office
  const ports: BookOffice & Desk['ports'] = {
    ...desk,
    oldBooks: await openOldBookStore(allOfStore, desk.vault),
    readSheets,
    yieldTurn: async () => {},
  }
  const { settings, ...unit } = await desk.tenants.get(organisasi)
  const tenant = { ...unit, settings }
  const admin = await office.member('admin')
  const take = (text = book, staff = admin) =>
    takeBook(ports, staff, tenant, { name: 'C:\\Buku\\register 2023.csv', bytes: new TextEncoder().encode(text) })
  const readingOf = ({ content: { sheets } }: OldBook, more: Partial<Reading> = {}): Reading => ({
    sheet: 0,
    ...sheets[0]!.layout,
    meanings: { category: {}, status: {}, channel: {} },
    otherwise: { category: levy!.code, status: 'closed', channel: 'letter' },
    ...more,
  })
  const pace = { signal: new AbortController().signal, rest: async () => {} }
  const goOn = (through: BookOffice = ports, faults: unknown[] = []) =>
    carryOutBooks(through, pace, (cause) => faults.push(cause))
  const start = async (opened: OldBook) => startBook(ports, admin, tenant, opened.id, readingOf(opened))
  const wait = (minutes: number) => office.goOn(minutes / 1_440)
  const cases = async () => (await desk.complaints.list(organisasi, { index: 'received', limit: 100 })).items
  const log = async () =>
    (await desk.accessLog.find(organisasi, { index: 'place', limit: 50 })).items.map(({ act, detail }) => ({
      act,
      detail,
    }))
  return { ...office, ports, tenant, admin, take, readingOf, goOn, start, wait, cases, log }
}

describe('the file of an old register', () => {
  it('is guessed, shown row by row, and counted, and nothing is done', async () => {
    const office = await anOffice()
    const { ports, admin, tenant } = office
    const opened = await office.take()
    expect(opened).toMatchObject({ number: 1, state: 'open', content: { fileName: 'register 2023.csv' } })
    const reading = office.readingOf(opened)
    expect(reading).toMatchObject({ headingRow: 2, columns: { oldNumber: 0, receivedOn: 1, name: 2, closedOn: 8 } })
    const seen = await previewBook(ports, admin, tenant, opened.id, reading)
    expect(seen.map(({ read }) => read.refused ?? read.found?.subject)).toEqual([
      ...['Pungutan', 'Antrean', 'date-unreadable', 'Antrean', 'Pelayanan'],
    ])
    expect(await checkBook(ports, admin, tenant, opened.id, reading)).toEqual({
      ...{ rows: 5, ready: 3, warned: 0, refused: 1, skipped: 1 },
      problems: [
        { code: 'date-unreadable', rows: 1 },
        { code: 'twice-in-file', rows: 1 },
      ],
      unknown: [],
    })
    const { headings, rows } = await rowsNotTaken(ports, admin, tenant, opened.id, reading)
    const left: unknown[] = []
    for await (const { read } of rows) left.push([read.row, read.refused])
    expect(headings[1]).toBe('Tanggal Diterima')
    expect(left).toEqual([
      [5, 'date-unreadable'],
      [6, 'twice-in-file'],
    ])
    expect(await office.cases()).toEqual([])
  })

  it('lies sealed while it is open, and is gone when it ends', async () => {
    const office = await anOffice()
    const opened = await office.take()
    const pages = await office.allOfStore.collection(bookPageSpec)
    const kept = await office.allOfStore.collection(oldBookSpec)
    const lying = async () =>
      JSON.stringify([await pages.walk(organisasi, null, 50), await kept.walk(organisasi, null, 50)])
    expect(await pages.walk(organisasi, null, 50)).toHaveLength(4)
    for (const word of ['Siti', 'Contoh', '812-0000', '8120000', 'loket', 'register 2023'])
      expect(await lying()).not.toContain(word)
    await endBook(office.ports, office.admin, opened.id)
    expect(await pages.walk(organisasi, null, 50)).toEqual([])
    expect(await laterRefusalOf(office.start(opened))).toBe('old-book/wrong-state')

    await office.take()
    office.wait(8 * 1_440)
    await forgetBooks(office.ports)
    expect(await pages.walk(organisasi, null, 50)).toEqual([])
  })

  it('that cannot be read leaves nothing behind', async () => {
    const office = await anOffice()
    const broken: ReadSheets = async function* (file) {
      yield* readSheets(file)
      throw new Refusal('invalid', 'old-book/unreadable')
    }
    const { admin, tenant } = office
    const file = { name: 'x.csv', bytes: new TextEncoder().encode(book) }
    expect(await laterRefusalOf(takeBook({ ...office.ports, readSheets: broken }, admin, tenant, file))).toBe(
      'old-book/unreadable',
    )
    expect(await (await office.allOfStore.collection(bookPageSpec)).walk(organisasi, null, 50)).toEqual([])
    expect(await office.ports.oldBooks.list(organisasi, 10)).toEqual([])
    expect(await laterRefusalOf(office.take('\n\n'))).toBe('old-book/empty')
  })

  it('is for the unit’s admin, and its rows for who brought it', async () => {
    const office = await anOffice()
    const { ports, tenant } = office
    for (const id of ['kepala', 'petugas']) {
      expect(await laterRefusalOf(office.take(book, await office.member(id)))).toBe('staff/not-permitted')
    }
    const opened = await office.take()
    const reading = office.readingOf(opened)
    const other = staffWith(['tenant_admin'], organisasi, 'admin-lain')
    expect(await laterRefusalOf(checkBook(ports, other, tenant, opened.id, reading))).toBe('old-book/somebody-elses')
    expect(await laterRefusalOf(startBook(ports, other, tenant, opened.id, reading))).toBe('old-book/somebody-elses')
    const stranger = staffWith(['tenant_admin'], dinas)
    expect(await laterRefusalOf(bookOf(ports, stranger, opened.id))).toBe('old-book/unknown')
    expect(await laterRefusalOf(undoBook(ports, stranger, opened.id, 'Salah berkas.'))).toBe('old-book/unknown')
    const unknown = { ...reading, otherwise: { ...reading.otherwise, category: 'tidak_ada' } }
    expect(await laterRefusalOf(startBook(ports, office.admin, tenant, opened.id, unknown))).toBe('category/unknown')
    const { receivedOn: _, ...without } = reading.columns
    expect(
      await laterRefusalOf(checkBook(ports, office.admin, tenant, opened.id, { ...reading, columns: without })),
    ).toBe('request/invalid')
  })
})

describe('an imported case', () => {
  async function imported() {
    const office = await anOffice()
    const opened = await office.take()
    await office.start(opened)
    await office.goOn()
    const [first, second, third] = await office.cases()
    return { ...office, opened, first: first!, second: second!, third: third! }
  }

  it('stands in the year of its book beside the running numbers, with its old number and who brought it', async () => {
    const { first, second, third, opened, receive, ports, log } = await imported()
    expect([first.id, second.id, third.id].sort()).toEqual([
      'BOLAMA-2023-000001',
      'BOLAMA-2023-000002',
      'BOLAMA-2024-000001',
    ])
    expect(first).toMatchObject({
      ...{ status: 'closed', privacy: 'confidential', receivedDay: '2023-01-03', clocks: [], notices: [], news: [] },
      ...{ alerts: [], noticeChannels: [], imported: { book: opened.id, endedAt: '2023-01-10T05:00:00.000Z' } },
    })
    expect(first.dossier).toMatchObject({
      fromBook: { import: 1, row: 3, oldNumber: '1', status: 'Selesai', answer: 'Pungutan dikembalikan.' },
      maskedReporter: null,
    })
    expect(first.dossier.history).toMatchObject([
      { event: 'received', at: first.receivedAt },
      { event: 'imported', by: { name: 'Nama admin' }, text: 'register 2023.csv · 3', public: false },
    ])
    expect(await identityOf(ports.vault, first)).toMatchObject({ name: 'Siti Contoh', phone: '0812-0000-0001' })
    expect((await receive({ ...first, filing: { ...first.filing, keyHash: 'lain' }, series: '2026' })).id).toBe(
      'BO-2026-000001',
    )
    expect(await log()).toEqual([
      { act: 'old_book.taken_in', detail: '#1 7' },
      { act: 'old_book.started', detail: '#1 5' },
      { act: 'old_book.done', detail: '#1 3/5' },
    ])
  })

  it('is found by its words and its old number, is kept from whom it concerns, and has no receipt', async () => {
    const { ports, third, tenant } = await imported()
    const { items } = await ports.complaints.search(organisasi, 'dikembalikan', { limit: 5 })
    expect(items.map(({ id }) => id)).toEqual(['BOLAMA-2023-000001'])
    expect(third).toMatchObject({ privacy: 'anonymous', guard: { steward: null } })
    expect(third.dossier.candidates).toMatchObject([{ id: 'petugas' }])
    const receipt = issueReceipt({ ...ports } as never, third, tenant, 'staff')
    expect(await laterRefusalOf(receipt)).toBe('case/without-receipt')
  })

  it('is counted by its day, marked, and never among what the public sees', async () => {
    const { ports } = await imported()
    const seen = countVisible(ports, staffWith(['internal_auditor']))
    const sum = (tallies: readonly { cases: number }[]) => tallies.reduce((total, { cases }) => total + cases, 0)
    expect(sum(await seen.tally('statusTally', { from: '2023-01', to: '2023-12' }))).toBe(2)
    expect(sum(await seen.tally('bookTally', { from: '2023-01', to: '2024-12' }))).toBe(3)
    expect(sum(await seen.tally('publicTally'))).toBe(0)
    expect(sum(await seen.tally('timelinessTally'))).toBe(0)
    expect(await ports.complaints.count(organisasi, { index: 'lapor', where: { lapor: 'missing' } }, 9)).toBe(0)
  })

  it('that is open stands last in what is to be done, and is never late', async () => {
    const { ports, second, receive } = await imported()
    await receive({ ...aComplaint(), series: '2026' })
    const due = await ports.complaints.list(organisasi, { index: 'due', order: 'ascending', limit: 9 })
    expect(due.items.map(({ id }) => id)).toEqual(['BO-2026-000001', second.id])
    expect(await ports.complaints.countOverdue(organisasi, '2999-01-01T00:00:00.000Z' as Instant, null, [])).toBe(1)
  })

  it('is kept as long as from its end in the old book', async () => {
    const { first, second } = await imported()
    const { retention, calendar } = bagianOrganisasi
    expect(retentionOf(first, retention, calendar)).toMatchObject({ endedAt: '2023-01-10T05:00:00.000Z' })
    expect(retentionOf(second, retention, calendar)).toBeNull()
  })
})

describe('an import', () => {
  it('that died in the middle goes on, counts each row once, and loses none', async () => {
    const office = await anOffice()
    const opened = await office.take()
    await office.start(opened)
    let adds = 0
    const add: typeof office.ports.complaints.add = async (...asked) => {
      const added = await office.ports.complaints.add(...asked)
      // Dies when it is written and nobody knows yet.
      if (++adds === 2) throw new Error('kill -9')
      return added
    }
    const faults: unknown[] = []
    await office.goOn({ ...office.ports, complaints: { ...office.ports.complaints, add } }, faults)
    expect(faults).toHaveLength(1)
    expect((await bookOf(office.ports, office.admin, opened.id)).state).toBe('running')
    expect(await office.goOn()).toBe(0)
    office.wait(3)
    await office.goOn()
    const done = await bookOf(office.ports, office.admin, opened.id)
    expect(done).toMatchObject({ state: 'done', progress: { rows: 5, taken: 3, refused: 1, skipped: 1 } })
    expect(done.content.refusedRows).toEqual([
      { row: 5, code: 'date-unreadable' },
      { row: 6, code: 'twice-in-file' },
    ])
    expect(await office.cases()).toHaveLength(3)
  })

  it('is done once, also by two processes at once', async () => {
    const office = await anOffice()
    await office.start(await office.take())
    await Promise.all([office.goOn(), office.goOn(), office.goOn()])
    expect(await office.cases()).toHaveLength(3)
    const [only] = await office.ports.oldBooks.list(organisasi, 5)
    expect(only).toMatchObject({ state: 'done', progress: { taken: 3, refused: 1, skipped: 1 } })
  })

  it('of the same book skips what is there, and says so', async () => {
    const office = await anOffice()
    await office.start(await office.take())
    await office.goOn()
    const again = await office.take()
    expect(await checkBook(office.ports, office.admin, office.tenant, again.id, office.readingOf(again))).toMatchObject(
      {
        ...{ ready: 0, skipped: 4, refused: 1 },
      },
    )
    await office.start(again)
    await office.goOn()
    expect(await office.cases()).toHaveLength(3)
    expect(await bookOf(office.ports, office.admin, again.id)).toMatchObject({
      progress: { taken: 0, skipped: 4, refused: 1 },
    })
  })

  it('checks and takes whole pages of rows', async () => {
    const office = await anOffice()
    const rows = Array.from({ length: 240 }, (_, at) => `${at},3/1/2023,Antrean ke-${at}.`)
    const opened = await office.take(`No Register,Tanggal,Uraian\n${rows.join('\n')}\n`)
    await office.start(opened)
    await office.goOn()
    const again = await office.take(`No Register,Tanggal,Uraian\n${rows.join('\n')}\n`)
    expect(await checkBook(office.ports, office.admin, office.tenant, again.id, office.readingOf(again))).toMatchObject(
      {
        ...{ rows: 240, ready: 0, skipped: 240 },
      },
    )
  })

  it('is taken back but for cases on which somebody works, which are named', async () => {
    const office = await anOffice()
    const opened = await office.take()
    expect(await laterRefusalOf(undoBook(office.ports, office.admin, opened.id, 'Salah.'))).toBe('old-book/wrong-state')
    await office.start(opened)
    await office.goOn()
    const petugas = await office.member('petugas')
    const worked = { number: 'BOLAMA-2023-000002', revision: 0, text: 'Dihubungi lagi.' }
    await performAct(office.ports, petugas, 'note', worked)
    await undoBook(office.ports, office.admin, opened.id, 'Berkas tahun yang salah.')
    await office.goOn()
    const undone = await bookOf(office.ports, office.admin, opened.id)
    expect(undone).toMatchObject({
      ...{ state: 'undone', progress: { takenBack: 2, kept: 1 } },
      content: { keptCases: ['BOLAMA-2023-000002'], undoReason: 'Berkas tahun yang salah.' },
    })
    expect((await office.cases()).map(({ id }) => id)).toEqual(['BOLAMA-2023-000002'])
    expect(await office.log()).toContainEqual({ act: 'old_book.undone', detail: '#1: Berkas tahun yang salah.' })

    await office.start(await office.take())
    await office.goOn()
    expect(await office.cases()).toHaveLength(3)
  })

  it('takes no case back on which somebody begins to work at that very moment', async () => {
    const office = await anOffice()
    await office.start(await office.take())
    await office.goOn()
    const petugas = await office.member('petugas')
    const number = 'BOLAMA-2023-000001'
    const note = performAct(office.ports, petugas, 'note', { number, revision: 0, text: 'Catatan.' })
    const [noted, isGone] = await Promise.all([
      note.then(
        () => true,
        () => false,
      ),
      office.ports.complaints.takeBack(organisasi, number),
    ])
    expect(noted).toBe(!isGone)
    expect(await office.ports.complaints.find(organisasi, number)).toEqual(isGone ? null : expect.anything())
  })
})
