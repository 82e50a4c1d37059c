import { describe, expect, it } from 'vitest'
import { problemOf } from '../support/a-problem.ts'
import { everythingTold, textsTold } from '../support/a-told-story.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { aPng, sha256 } from '../support/some-files.ts'

const service = oneService()
const flowing = (text: string) => text.replace(/\s+/g, ' ')
const decline = { reason: 'not_our_authority', text: 'Ini urusan dinas lain.', elsewhere: 'Dinas Contoh' }

async function aCase(filing = {}) {
  const unit = service.unit()
  const held = (await (await unit.upload('loket.png', aPng)).json()) as { id: string }
  const receipt = await unit.file({ evidence: [held.id], chronology: 'Saya diminta uang di loket dua.', ...filing })
  return { ...receipt, reporter: unit.reporter(receipt) }
}

const pdfIn = async (answer: Response) => readPdf(new Uint8Array(await answer.arrayBuffer()))

it('the record is not given while the office still has its turn, and whole once it refused the matter', async () => {
  const { number, reporter } = await aCase()
  expect((await reporter.follow()).record).toBe(false)
  expect(await problemOf(await reporter.get('/record.pdf'))).toMatchObject({ status: 409, code: 'record/not-yet' })
  await reporter.post('/messages', { text: 'Apakah ada kabar?' })
  const verifier = await service.staff('verifikator')
  await verifier.act(number, 'note', { text: 'Pelapor ini cerewet.' })
  expect((await verifier.act(number, 'decline', decline)).status).toBe(200)

  expect((await reporter.follow()).record).toBe(true)
  const answer = await reporter.get('/record.pdf')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-disposition')).toContain(`${number}-berkas.pdf`)
  const { text, missingFonts, skeleton } = await pdfIn(answer)
  for (const said of [
    'BERKAS PENGADUAN',
    number,
    'Siti Contoh',
    'Saya diminta uang di loket dua.',
    'Apakah ada kabar?',
    'Ini urusan dinas lain.',
    'Dinas Contoh',
    'tidak dipungut biaya',
    'dua tahun',
    'loket.png',
  ]) {
    expect(flowing(text)).toContain(said)
  }
  expect(text.replace(/\s/g, '')).toContain(sha256(aPng))
  for (const kept of ['cerewet', 'Bayu Peraga', 'Citra Peraga', 'Dewi Peraga']) expect(text).not.toContain(kept)
  expect(missingFonts).toEqual([])
  expect(skeleton).toContain('/StructTreeRoot')
})

it('it is in the language of the case, and comes without JavaScript too', async () => {
  const unit = service.unit()
  const filed = await fetch(`${unit.api}/complaints`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey(), 'Accept-Language': 'en' },
    body: JSON.stringify(aFiling({ privacy: 'confidential' })),
  })
  const { number, trackingCode } = (await filed.json()) as { number: string; trackingCode: string }
  const ask = (act: string) =>
    fetch(`${service.url}/t/bagian-organisasi/follow`, {
      method: 'POST',
      body: new URLSearchParams({ act, number, code: trackingCode }),
    })
  const early = await ask('record')
  expect(early.headers.get('content-type')).toContain('text/html')
  expect(await early.text()).not.toContain('value="record"')
  await (await service.staff('verifikator')).act(number, 'decline', decline)
  expect(await (await ask('open')).text()).toContain('value="record"')
  const { text, skeleton } = await pdfIn(await ask('record'))
  expect(flowing(text)).toContain('RECORD OF THE COMPLAINT')
  expect(skeleton).toContain('/Lang (en)')
})

it('a long conversation is set without end of pages, each line of it', async () => {
  const { number, reporter } = await aCase()
  for (let at = 0; at < 60; at++) {
    expect((await reporter.post('/messages', { text: `Pesan ke-${at}. ${'Kata-kata. '.repeat(60)}` })).status).toBe(201)
  }
  await (await service.staff('verifikator')).act(number, 'decline', decline)
  const { text, pages } = await pdfIn(await reporter.get('/record.pdf'))
  expect(pages).toBeGreaterThan(8)
  for (const at of [0, 30, 59]) expect(text).toContain(`Pesan ke-${at}.`)
})

const printed = async (number: string, mailbox: string) => {
  const answer = await (await service.staff(mailbox)).get(`/cases/${number}/print.pdf`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

it('a case is printed as its reader sees it, the reporter masked, and that is written down', async () => {
  const { number } = await service.unit().file({ subject: 'Diminta uang di loket dua', ...everythingTold })
  const head = await service.staff('kepala')
  await head.act(number, 'verify')
  await head.act(number, 'note', { text: 'Periksa buku tamu.' })
  const { text, missingFonts, skeleton } = await printed(number, 'petugas')
  for (const said of [
    number,
    'Diminta uang di loket dua',
    ...textsTold,
    'Periksa buku tamu.',
    'Dicetak oleh Citra Peraga',
  ]) {
    expect(flowing(text)).toContain(said)
  }
  expect(text).not.toContain('Siti Contoh')
  expect(text).not.toContain('0812-0000')
  expect(text.match(/Dicetak oleh Citra Peraga/g)).toHaveLength(1)
  expect(missingFonts).toEqual([])
  expect(skeleton).toContain('/StructTreeRoot')
  expect(await (await head.get('/log')).text()).toContain('paper.read')
})

it('what bears no open name carries across each page who printed it and when', async () => {
  const { number } = await service.unit().file({ privacy: 'confidential' })
  const { text, pages } = await printed(number, 'verifikator')
  expect(text.match(/Dicetak oleh Bayu Peraga/g)!.length).toBeGreaterThan(2 * pages)
  expect(flowing(text)).toContain('Identitas dirahasiakan')
  expect(text).not.toContain('Siti')
})

const because = 'Saksi minta tidak disebut.'
const story = { subject: 'Karno melihat uang diminta', chronology: 'Di loket dua Karno melihat petugas meminta uang.' }

async function aRedactedCase() {
  const receipt = await service.unit().file(story)
  const verifier = await service.staff('verifikator')
  const done = await verifier.act(receipt.number, 'redact', { words: ['Karno'], because })
  expect(done.status).toBe(200)
  return { ...receipt, verifier }
}

describe('words that staff took out of a case', () => {
  it('are still read by staff and by the reporter, and staff read who took them out and why', async () => {
    const { number, trackingCode, verifier } = await aRedactedCase()
    expect(await verifier.case(number)).toMatchObject({
      ...story,
      redactions: [{ words: 'Karno', because, by: expect.stringContaining('Bayu Peraga') }],
    })
    const followed = await service.unit().reporter({ number, trackingCode }).follow()
    expect(followed.subject).toBe(story.subject)
    expect(JSON.stringify(followed.history)).not.toContain(because)
    expect(await (await (await service.staff('kepala')).get('/log')).text()).toContain('"redact"')
  })

  it('leave with no print and no entry for the national channel', async () => {
    const { number, verifier } = await aRedactedCase()
    const print = await verifier.get(`/cases/${number}/print.pdf`)
    const { text } = readPdf(new Uint8Array(await print.arrayBuffer()))
    expect(text.replace(/\s+/g, ' ')).toContain('Di loket dua [disamarkan petugas] melihat')
    expect(text).not.toContain('Karno')
    const entry = await (await verifier.post(`/cases/${number}/lapor-entry`, {})).text()
    expect(entry).toContain('[disamarkan petugas]')
    expect(entry).not.toContain('Karno')
  })

  it('leave with no exported register', async () => {
    const { number } = await aRedactedCase()
    const head = await service.staff('kepala')
    await head.case(number)
    const asked = await head.post('/approvals', { act: 'export-register', reason: 'Laporan tahunan.' })
    const { id } = (await asked.json()) as { id: string }
    const auditor = await service.staff('inspektorat')
    await auditor.post(`/approvals/${id}/decision`, { granted: true, because: 'Setuju.' })
    const lines = (await (await head.post(`/approvals/${id}/register.csv`, {})).text()).split('\r\n')
    expect(lines.find((line) => line.includes(number))).toContain('[disamarkan petugas] melihat uang diminta')
  })

  it('are not taken out where the reporter wrote no such words', async () => {
    const { number, verifier } = await aRedactedCase()
    const refused = await verifier.act(number, 'redact', { words: ['Semeru'], because })
    expect(await problemOf(refused)).toMatchObject({ status: 400, code: 'redaction/not-written' })
  })
})
