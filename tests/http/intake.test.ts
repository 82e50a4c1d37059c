import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signatureFile } from '../../service/case/testimony.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { UnsentIntakes } from '../../service/contract/unsent.ts'
import { standardCalendar } from '../../service/offices/calendar/office-calendar.ts'
import { localDateOf } from '../../service/offices/calendar/working-days.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { aPdf } from '../support/some-files.ts'

const service = oneService()

/** A complaint as an officer writes it down for somebody. */
function anIntake(details: Record<string, unknown> = {}) {
  const { statements: _, ...story } = aFiling()
  return {
    ...story,
    channel: 'walk_in_oral',
    place: 'Loket 3',
    statements: { readBack: true, procedureExplained: true },
    ...details,
  }
}

const enter = async (body: unknown, { mailbox = 'petugas', key = aKey() } = {}) =>
  (await service.staff(mailbox)).post('/cases', body, { 'Idempotency-Key': key })

describe('a complaint that an officer enters', () => {
  it.each(['walk_in_oral', 'walk_in_written', 'telephone', 'fax', 'email', 'letter'])(
    'by %s gets its number and code, and a receipt that names the officer',
    async (channel) => {
      const response = await enter(anIntake({ channel }))
      expect(response.status).toBe(201)
      const receipt = (await response.json()) as ReceiptView
      expect(receipt).toMatchObject({
        number: expect.stringMatching(/^BO-\d{4}-\d{6}$/),
        trackingCode: expect.stringMatching(/^([2-9A-Z]{4}-){4}[2-9A-Z]{4}$/),
      })

      const officer = await service.staff('petugas')
      expect(await officer.case(receipt.number)).toMatchObject({
        channel,
        place: 'Loket 3',
        receivedBy: 'Citra Peraga (Petugas penerima dan penangan)',
        history: [{ event: 'received', by: 'Citra Peraga (Petugas penerima dan penangan)' }],
      })
      const printed = await officer.get(`/cases/${receipt.number}/receipt.pdf`)
      expect(printed.headers.get('content-type')).toBe('application/pdf')
      const { text } = readPdf(new Uint8Array(await printed.arrayBuffer()))
      for (const told of [receipt.number, 'Citra Peraga', 'Loket 3']) expect(text).toContain(told)
      expect(text).not.toContain('Siti Contoh')

      const followed = await service.unit().reporter(receipt).follow()
      expect(followed.history).toMatchObject([{ event: 'received', by: 'Petugas penerima dan penangan' }])
    },
  )

  it('may come with less identity than the widget asks for, but with a name', async () => {
    expect((await enter(anIntake({ channel: 'letter', reporter: { name: 'Siti Contoh' } }))).status).toBe(201)
    const { errors } = await problemOf(await enter(anIntake({ channel: 'letter', reporter: {} })))
    expect(errors).toMatchObject([{ path: 'reporter.name', code: 'required' }])
  })

  it('is one case however often it is sent, and the key of one officer is not that of another', async () => {
    const key = aKey()
    const receipts = await Promise.all(
      [1, 2, 3].map(async () => (await (await enter(anIntake(), { key })).json()) as ReceiptView),
    )
    expect(new Set(receipts.map(({ number, trackingCode }) => `${number} ${trackingCode}`)).size).toBe(1)
    const other = (await (await enter(anIntake(), { key, mailbox: 'verifikator' })).json()) as ReceiptView
    expect(other.number).not.toBe(receipts[0]!.number)
    expect(await refusalIn(enter(anIntake({ place: 'Loket 4' }), { key }))).toBe('409 idempotency/other-body')
  })

  it('takes away what its officer had typed of it, once it is received, and nothing before or of others', async () => {
    const officer = await service.staff('petugas')
    const colleague = await service.staff('verifikator')
    const words = { version: 0, fields: [{ name: 'text chronology', value: 'Belum selesai.' }] }
    const put = ({ headers }: typeof officer, kind: string) =>
      fetch(`${service.url}/api/v1/tenants/bagian-organisasi/intake-unsent/${kind}`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(words),
      })
    const [draft, other] = ['paper-1', 'paper-2']
    for (const kind of [draft, other]) await put(officer, kind)
    await put(colleague, draft)
    const kinds = async (who = officer) =>
      ((await (await who.get('/intake-unsent')).json()) as UnsentIntakes).items.map(({ kind }) => kind).toSorted()
    const body = anIntake({ channel: 'letter', draft })
    expect((await enter({ ...body, category: 'tidak-ada' })).status).toBe(400)
    expect(await kinds()).toEqual([draft, other])
    const key = aKey()
    expect((await enter(body, { key })).status).toBe(201)
    expect(await kinds()).toEqual([other])
    expect(await kinds(colleague)).toEqual([draft])
    // The answer was lost, and the same words go out again from elsewhere.
    await put(officer, draft)
    expect((await enter(body, { key })).status).toBe(201)
    expect(await kinds()).toEqual([other])
  })

  it.each([
    ['as if it came from the widget', { channel: 'web_widget' }, 'channel'],
    ['without reading it back', { statements: { readBack: false, procedureExplained: true } }, 'statements.readBack'],
    ['without a channel', { channel: undefined }, 'channel'],
  ])('is refused %s', async (_, details, path) => {
    const { code, errors } = await problemOf(await enter(anIntake(details)))
    expect([code, errors?.[0]?.path]).toEqual(['request/invalid', path])
  })

  it.each([
    ['letter', 201],
    ['fax', 201],
    ['whatsapp', 201],
    ['telephone', 201],
    ['walk_in_oral', 400],
  ])('by %s without explaining the procedure: %d', async (channel, status) => {
    const answer = await enter(anIntake({ channel, statements: { readBack: true } }))
    expect(answer.status).toBe(status)
    if (status === 400) {
      expect((await problemOf(answer)).errors).toMatchObject([
        { path: 'statements.procedureExplained', code: 'required' },
      ])
    }
  })

  it('needs a key that marks a repeat', async () => {
    expect(await refusalIn(enter(anIntake(), { key: '' }))).toBe('400 request/idempotency-key-missing')
  })

  it.each([
    ['petugas', 201],
    ['verifikator', 201],
    ['kepala', 201],
    ['kustodian', 403],
    ['admin', 403],
  ])('by %s: %d', async (mailbox, status) => {
    expect((await enter(anIntake(), { mailbox })).status).toBe(status)
  })
})

describe('a complaint on paper', () => {
  const fromPaper = (details: Record<string, unknown> = {}) =>
    anIntake({ channel: 'letter', place: undefined, statements: {}, reporter: { name: 'Siti Contoh' }, ...details })

  it('keeps its day and number: the clocks began with that day, and the receipt proves the file that came with it', async () => {
    const officer = await service.staff('petugas')
    const { id } = (await (await service.unit().upload('surat.pdf', aPdf)).json()) as { id: string }
    const day = officeDay(-7)
    const entered = await enter(fromPaper({ receivedOn: day, letterNumber: '045/LSM/XI/2026', evidence: [id] }))
    const { number } = (await entered.json()) as ReceiptView
    const found = await officer.case(number)
    expect(localDateOf(found.receivedAt as Instant, standardCalendar)).toBe(day)
    expect(found.clocks.map(({ startedAt }) => startedAt)).toEqual([found.receivedAt, found.receivedAt])
    expect(found).toMatchObject({ letterNumber: '045/LSM/XI/2026', enteredAt: found.history[0]!.at, consent: null })
    const printed = readPdf(
      new Uint8Array(await (await officer.get(`/cases/${number}/receipt.pdf`)).arrayBuffer()),
    ).text
    expect(printed).toContain('045/LSM/XI/2026')
    expect(printed).toContain(found.evidence[0]!.sha256.slice(0, 16))
  })

  it('is one case however often it is sent, though it was received long ago', async () => {
    const key = aKey()
    const body = fromPaper({ receivedOn: officeDay(-40) })
    const [one, other] = [await enter(body, { key }), await enter(body, { key })]
    expect(other.status).toBe(201)
    expect(((await other.json()) as ReceiptView).number).toBe(((await one.json()) as ReceiptView).number)
  })

  it('hides its number where it might tell who wrote', async () => {
    const entered = await enter(fromPaper({ privacy: 'confidential', letterNumber: '045/LSM/XI/2026' }))
    const { number } = (await entered.json()) as ReceiptView
    const officer = await service.staff('petugas')
    expect(await officer.case(number)).toMatchObject({ letterNumber: null })
    expect(
      readPdf(new Uint8Array(await (await officer.get(`/cases/${number}/receipt.pdf`)).arrayBuffer())).text,
    ).not.toContain('045/LSM')
  })

  it('claims nothing that did not happen: no reading aloud of a letter, and on the telephone what is ticked', async () => {
    const consentOf = async (details: Record<string, unknown>) => {
      const { number } = (await (await enter(fromPaper(details))).json()) as ReceiptView
      return (await (await service.staff('petugas')).case(number)).consent?.statements ?? null
    }
    const statements = { readBack: true, procedureExplained: true }
    expect(await consentOf({ statements })).toBeNull()
    expect(await consentOf({ channel: 'telephone' })).toBeNull()
    expect(await consentOf({ channel: 'telephone', statements: { readBack: true } })).toEqual(['readBack'])
  })

  it.each([
    ['a day that has not come', { receivedOn: officeDay(2) }, 'receivedOn'],
    ['a day of a year that nobody meant', { receivedOn: officeDay(-800) }, 'receivedOn'],
    ['no day at all', { receivedOn: '2026-02-31' }, 'receivedOn'],
    ['a day before today for who is there', anIntake({ receivedOn: officeDay(-1) }), 'receivedOn'],
    [
      'nothing read back to who is there',
      anIntake({ statements: { procedureExplained: true } }),
      'statements.readBack',
    ],
  ])('is refused with %s', async (_, details, path) => {
    const { code, errors } = await problemOf(await enter(fromPaper(details)))
    expect([code, errors?.[0]?.path]).toEqual(['request/invalid', path])
  })
})

describe('what was read back at the counter', () => {
  const strokes = 'M10 20L30 40L50 20M60 80L90 85'
  const signed = { kind: 'signed', strokes }
  const witnessed = { kind: 'witnessed', because: 'cannot_write', witness: 'Budi Misal' }
  const fingerprint = createHash('sha256').update(signatureFile(strokes)).digest('hex')
  const entered = async (details: Record<string, unknown>) =>
    (await (await enter(anIntake(details))).json()) as ReceiptView
  const printed = async (number: string) => {
    const officer = await service.staff('petugas')
    const answer = await officer.get(`/cases/${number}/receipt.pdf`)
    return readPdf(new Uint8Array(await answer.arrayBuffer())).text.replace(/\n/g, '')
  }

  it.each(['named', 'confidential'])(
    'is signed: the case and the receipt tell its SHA-256, and only who opens a %s identity sees the signature',
    async (privacy) => {
      const { number } = await entered({ signing: signed, privacy })
      const found = await (await service.staff('petugas')).case(number)
      expect(found).toMatchObject({ signing: { kind: 'signed', sha256: fingerprint } })
      expect(JSON.stringify(found)).not.toContain(strokes)
      expect(await printed(number)).toContain(fingerprint)

      const custodian = await service.staff('kustodian')
      const opened = await custodian.post(`/cases/${number}/identity/reveal`, {
        reason: 'Perlu mencocokkan tanda tangan.',
      })
      expect(await opened.json()).toMatchObject({ signature: signatureFile(strokes) })
    },
  )

  it('stays when the reporter corrects who they are', async () => {
    const receipt = await entered({ signing: signed })
    const reporter = service.unit().reporter(receipt)
    await reporter.post('/identity/correction', { name: 'Siti Contoh Baru' })
    const custodian = await service.staff('kustodian')
    const opened = await custodian.post(`/cases/${receipt.number}/identity/reveal`, { reason: 'Perlu mencocokkan.' })
    expect(await opened.json()).toMatchObject({ name: 'Siti Contoh Baru', signature: signatureFile(strokes) })
  })

  it('is witnessed where the reporter cannot sign', async () => {
    const { number } = await entered({ signing: witnessed })
    expect(await (await service.staff('petugas')).case(number)).toMatchObject({ signing: witnessed })
    expect(await printed(number)).toContain('disaksikan Budi Misal')
  })

  it.each([
    ['by nobody who stays unnamed', { privacy: 'anonymous', reporter: undefined, signing: signed }, 'signing'],
    ['by nobody who is not there', { channel: 'telephone', signing: signed }, 'signing'],
    [
      'with nothing else than lines',
      { signing: { kind: 'signed', strokes: 'M1 1L2 2"/><script>' } },
      'signing.strokes',
    ],
    ['with lines on the sheet only', { signing: { kind: 'signed', strokes: 'M1 1L2000 2' } }, 'signing.strokes'],
    ['with a witness who has a name', { signing: { ...witnessed, witness: ' ' } }, 'signing.witness'],
  ])('is signed %s', async (_, details, path) => {
    const { code, errors } = await problemOf(await enter(anIntake(details)))
    expect([code, errors?.[0]?.path]).toEqual(['request/invalid', path])
  })
})
