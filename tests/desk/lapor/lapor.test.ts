import { describe, expect, it } from 'vitest'
import {
  MOST_LINES,
  noteLaporId,
  prepareEntry,
  readLaporList,
  reconcile,
  withoutLaporId,
} from '../../../service/desk/lapor/lapor.ts'
import { listRegister } from '../../../service/register/register.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { aReportersCase } from '../../support/a-reporters-case.ts'
import { laterRefusalOf, refusalOf } from '../../support/refused.ts'
import { dinas } from '../../support/two-units.ts'

const verifier = staffWith(['verifier'])
const paging = { days: 3, limit: 25 }
const numbers = (page: { readonly items: readonly { readonly id: string }[] }) => page.items.map(({ id }) => id)

describe('the number of a case in the national channel', () => {
  it('stands in the case and its history for staff, finds it, and can be mended or taken out', async () => {
    const { ports, receive } = await aDesk()
    const { id: number, revision } = await receive(aComplaint())
    const noted = await noteLaporId(ports, verifier, { number, revision, id: '1234567' })
    expect(noted.dossier.lapor).toMatchObject({ id: '1234567', by: { id: verifier.id } })
    expect(noted.dossier.history.at(-1)).toMatchObject({ event: 'lapor_noted', text: '1234567', public: false })
    const found = async (q: string) =>
      numbers(await listRegister(ports, verifier, { q, sort: 'received_desc', limit: 5 }))
    expect(await found('1234567')).toEqual([number])
    const mended = await noteLaporId(ports, verifier, { number, revision: noted.revision, id: '7654321' })
    expect([await found('1234567'), await found('7654321')]).toEqual([[], [number]])
    const out = await noteLaporId(ports, verifier, { number, revision: mended.revision, id: null })
    expect(out.dossier.lapor).toBeNull()
    expect(await ports.complaints.withLaporId(verifier.tenant, '7654321')).toEqual([])
  })

  it('is written by who works on cases, on the case as they saw it, in their own unit', async () => {
    const { ports, receive } = await aDesk()
    const { id: number, revision } = await receive(aComplaint())
    const note = (staff: typeof verifier, seen = revision) =>
      laterRefusalOf(noteLaporId(ports, staff, { number, revision: seen, id: '1234567' }))
    expect(await note(staffWith(['observer']))).toBe('staff/not-permitted')
    expect(await note(staffWith(['verifier'], dinas))).toBe('complaint/not-found')
    expect(await note(verifier, 99)).toBe('case/changed-meanwhile')
  })
})

describe('cases and a list of the national channel', () => {
  it('tell which cases have no number there yet, the oldest first, and leave out what went elsewhere', async () => {
    const { ports, receive, goOn } = await aDesk()
    const old = await receive(aComplaint())
    const noted = await receive(aComplaint())
    await noteLaporId(ports, verifier, { number: noted.id, revision: noted.revision, id: '1234567' })
    await receive(aComplaintIn('forwarded'))
    expect(numbers(await withoutLaporId(ports, verifier, paging))).toEqual([])
    goOn(4)
    expect(numbers(await withoutLaporId(ports, verifier, paging))).toEqual([old.id])
    expect(numbers(await withoutLaporId(ports, staffWith(['verifier'], dinas), paging))).toEqual([])
    expect(await laterRefusalOf(withoutLaporId(ports, staffWith(['observer']), paging))).toBe('staff/not-permitted')
  })

  it('tell what matches, what is missing here, and what is missing there', async () => {
    const { ports, receive } = await aDesk()
    const note = async (id: string) => {
      const { id: number, revision } = await receive(aComplaint())
      await noteLaporId(ports, verifier, { number, revision, id })
      return number
    }
    const both = await note('1111111')
    const here = await note('2222222')
    const list = '1111111;23/11/2026;Selesai\n3333333;23/11/2026;Baru\nkosong'
    const found = await reconcile(ports, verifier, list)
    expect(found.matched.map(({ line, complaint }) => [line.id, complaint.id])).toEqual([['1111111', both]])
    expect(found.missingHere).toMatchObject([{ line: 2, id: '3333333', note: 'Baru' }])
    expect(numbers({ items: found.missingThere })).toEqual([here])
    expect(found.bad).toEqual([{ line: 3, code: 'no-id' }])
    // A list of other days says nothing of this one.
    expect((await reconcile(ports, verifier, '3333333;01/10/2026')).missingThere).toEqual([])
    const elsewhere = await reconcile(ports, staffWith(['verifier'], dinas), list)
    expect([elsewhere.matched, elsewhere.missingThere]).toEqual([[], []])
  })

  it('show nobody a case that is kept from them', async () => {
    const office = await anOfficeOf({
      kepala: { roles: ['unit_head'] },
      bayu: { roles: ['verifier'], reportsTo: 'kepala' },
      citra: { roles: ['verifier'], reportsTo: 'kepala' },
    })
    const { ports } = office
    const kept = await aGuardedCase(office, 'citra')
    const bayu = await office.member('bayu')
    const citra = await office.member('citra')
    await noteLaporId(ports, bayu, { number: kept.id, revision: kept.revision, id: '1111111' })
    expect((await reconcile(ports, bayu, '1111111')).matched).toHaveLength(1)
    expect(await reconcile(ports, citra, '1111111')).toMatchObject({ matched: [], missingThere: [] })
    expect((await reconcile(ports, citra, '2222222')).missingThere).toEqual([])
  })
})

describe('an entry prepared for the national channel', () => {
  it('names its reporter only by opening the identity, which they read', async () => {
    const { ports, number, now } = await aReportersCase('named')
    const plain = await prepareEntry(ports, verifier, { number })
    expect(plain.identity).toBeNull()
    const identity = { ground: 'other', reason: 'Untuk LAPOR!.' } as const
    const named = await prepareEntry(ports, verifier, { number, identity })
    expect(named.identity?.name).toBe('Siti Contoh')
    expect((await now()).dossier.identityOpenings).toMatchObject([{ reason: 'Untuk LAPOR!.' }])
  })

  it('keeps a confidential name back, also where the story says it', async () => {
    const { ports, number } = await aReportersCase('confidential')
    const identity = { ground: 'other', reason: 'Untuk LAPOR!.' } as const
    const custodian = staffWith(['identity_custodian', 'verifier'])
    expect(await laterRefusalOf(prepareEntry(ports, custodian, { number, identity }))).toBe('lapor/identity-stays')
    await ports.complaints.change(verifier.tenant, number, (one) => ({
      ...one,
      dossier: { ...one.dossier, chronology: 'Saya, Siti Contoh, diminta uang.' },
    }))
    expect(await laterRefusalOf(prepareEntry(ports, verifier, { number }))).toBe('text/names-reporter')
    const reasoned = await prepareEntry(ports, verifier, { number, leakReason: 'Pelapor meminta.' })
    expect(reasoned.complaint.dossier.history.at(-1)).toMatchObject({ event: 'naming_kept', public: false })
  })

  it('is written down in the log, and prepared by nobody else', async () => {
    const { ports, number } = await aReportersCase('named')
    await prepareEntry(ports, verifier, { number })
    const { items } = await ports.accessLog.find(verifier.tenant, { index: 'place', limit: 50 })
    expect(JSON.stringify(items)).toContain('lapor.prepared')
    expect(await laterRefusalOf(prepareEntry(ports, staffWith(['observer']), { number }))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(prepareEntry(ports, staffWith(['verifier'], dinas), { number }))).toBe(
      'complaint/not-found',
    )
  })
})

describe('a list that was copied out of the national channel', () => {
  it.each([
    ['1234567', { id: '1234567', day: null, note: '' }],
    ['#1234567', { id: '1234567', day: null, note: '' }],
    ['1234567\t20/11/2026\tSelesai', { id: '1234567', day: '2026-11-20', note: 'Selesai' }],
    ['2026-11-20;1234567;Diproses', { id: '1234567', day: '2026-11-20', note: 'Diproses' }],
    ['"1234567","20-11-2026 10:15","Selesai"', { id: '1234567', day: '2026-11-20', note: 'Selesai' }],
    ['1234567;Selesai;Dinas Umpama', { id: '1234567', day: null, note: 'Selesai · Dinas Umpama' }],
  ])('is read by its line %j', (row, expected) => {
    expect(readLaporList(row)).toEqual({ lines: [{ line: 1, ...expected }], bad: [] })
  })

  it.each([
    ['Selesai;20/11/2026', 'no-id'],
    ['=cmd|calc;Selesai', 'no-id'],
    ['1234567;7654321', 'several-ids'],
    ['1234567;31/02/2026', 'bad-date'],
    ['1234567;20/13/2026', 'bad-date'],
  ])('tells by its line that %j cannot be read', (row, code) => {
    expect(readLaporList(`7654321\n\n${row}`).bad).toEqual([{ line: 3, code }])
  })

  it('may begin with headings, and tells of a number that comes again', () => {
    const { lines, bad } = readLaporList(
      'Tracking ID;Tanggal;Status\r\n1234567;20/11/2026;Selesai\r\n1234567;;Baru\r\n',
    )
    expect(lines.map(({ line }) => line)).toEqual([2])
    expect(bad).toEqual([{ line: 3, code: 'twice' }])
  })

  it('is not read when it is longer than anybody compares at once', () => {
    const long = Array.from({ length: MOST_LINES + 1 }, (_, at) => String(1_000_000 + at)).join('\n')
    expect(refusalOf(() => readLaporList(long))).toBe('lapor/too-many-lines')
  })
})
