import { expect, it } from 'vitest'
import { problemOf } from '../support/a-problem.ts'
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
