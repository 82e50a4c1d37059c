import { describe, expect, it } from 'vitest'
import type { CasePapers, PaperView } from '../../service/contract/papers.ts'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { someMinutes, someReport } from '../support/some-paper-words.ts'

const service = oneService()
const flowing = (text: string) => text.replace(/\s+/g, ' ')

async function aDraft(kind: 'minutes' | 'report', filing = {}, mailbox = 'petugas') {
  const receipt = await service.unit().file(filing)
  const officer = await service.staff(mailbox)
  const begun = await officer.post(`/cases/${receipt.number}/papers`, { kind })
  expect(begun.status).toBe(201)
  return { receipt, officer, paper: (await begun.json()) as PaperView }
}

const put = async (id: string, body: object, mailbox = 'petugas') =>
  (await service.staff(mailbox)).call('PUT', `/papers/${id}`, body)

async function act(mailbox: string, id: string, verb: string, body = {}): Promise<Response> {
  const staff = await service.staff(mailbox)
  const { revision } = (await (await staff.get(`/papers/${id}`)).json()) as PaperView
  return staff.post(`/papers/${id}/${verb}`, { revision, ...body })
}

const pdfOf = async (id: string, mailbox = 'kepala') => {
  const answer = await (await service.staff(mailbox)).get(`/papers/${id}/paper.pdf`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

describe('clarification minutes', () => {
  it('are written, finished and printed with letterhead, number, questions and room to sign', async () => {
    const { receipt, paper } = await aDraft('minutes')
    expect((await put(paper.id, { revision: paper.revision, words: someMinutes() })).status).toBe(200)
    const draft = await pdfOf(paper.id)
    expect(flowing(draft.text)).toContain('KONSEP')
    const finished = (await (await act('petugas', paper.id, 'finish')).json()) as PaperView
    expect(finished.paperNumber).toMatch(/^BA\/\d{3}\/BO\/[IVX]+\/\d{4}$/)
    const { text, missingFonts, skeleton } = await pdfOf(paper.id)
    for (const said of [
      'BAGIAN ORGANISASI',
      'BERITA ACARA KLARIFIKASI',
      finished.paperNumber!,
      receipt.number,
      'Budi Misal',
      'Apakah Saudara meminta uang kepada pemohon?',
      'Jawab: Tidak pernah.',
      'Selasa, 24 November 2026',
      'Pada hari ini, Selasa, tanggal dua puluh empat, bulan November, tahun dua ribu dua puluh enam, kami yang bertanda',
      'Citra Peraga',
    ]) {
      expect(flowing(text)).toContain(said)
    }
    expect(text).not.toContain('KONSEP')
    // What nobody may have done is not printed beforehand.
    expect(text).not.toMatch(/dibacakan kembali|dibenarkan/)
    expect(missingFonts).toEqual([])
    expect(skeleton).toContain('/StructTreeRoot')

    const { items } = (await (
      await (await service.staff('verifikator')).get(`/cases/${receipt.number}/papers`)
    ).json()) as CasePapers
    expect(items).toMatchObject([{ id: paper.id, state: 'finished', readable: true }])
    const { follow } = service.unit().reporter(receipt)
    const seen = JSON.stringify(await follow())
    for (const kept of [finished.paperNumber!, 'Budi Misal', 'paper_finished']) expect(seen).not.toContain(kept)
    expect(await (await service.unit().reporter(receipt).get('/own-data')).text()).not.toContain('Budi Misal')
  })
})

describe('an examination report', () => {
  it('is handed in by who examined and approved by the head, both of whom sign', async () => {
    const { paper } = await aDraft('report')
    await put(paper.id, { revision: paper.revision, words: someReport() })
    expect((await act('petugas', paper.id, 'submit')).status).toBe(200)
    const approved = (await (await act('kepala', paper.id, 'approve')).json()) as PaperView
    expect(approved).toMatchObject({ state: 'finished', acts: ['correct'] })
    expect(approved.paperNumber).toMatch(/^LHP\/001\//)
    const { text } = await pdfOf(paper.id)
    for (const said of ['Rekomendasi', 'Bukti tidak cukup', 'Pemeriksa,', 'Citra Peraga', 'Dewi Peraga']) {
      expect(flowing(text)).toContain(said)
    }
  })

  it('runs over pages where much was written', async () => {
    const { paper } = await aDraft('report')
    const findings = Array.from({ length: 60 }, (_, at) => `Temuan ${at + 1} pada buku tamu dan keterangan saksi.`)
    const evidence = Array.from({ length: 40 }, (_, at) => ({
      what: `Bukti ${at + 1}`,
      shows: 'Kata-kata. '.repeat(20),
    }))
    const words = someReport({ findings: findings.join('\n'), evidence })
    expect((await put(paper.id, { revision: paper.revision, words })).status).toBe(200)
    const { pages, text } = await pdfOf(paper.id)
    expect(pages).toBeGreaterThan(4)
    expect(flowing(text)).toContain('Temuan 60 pada')
  })
})

describe('what nobody of good will writes in a paper', () => {
  it.each([
    ['no words', {}],
    ['words of another kind', { words: { ...someReport() } }],
    ['a made-up part', { words: { ...someMinutes(), heard: [{ name: 'X', position: '', as: 'king' }] } }],
    ['too many questions', { words: someMinutes({ questions: Array(61).fill({ question: 'Apa?', answer: '' }) }) }],
    ['a question without words', { words: someMinutes({ questions: [{ question: ' ', answer: '' }] }) }],
    ['an answer without end', { words: someMinutes({ questions: [{ question: 'Apa?', answer: 'x'.repeat(2_001) }] }) }],
    ['a day that is none', { words: { ...someMinutes(), heldOn: '2026-13-40' } }],
    ['something else too', { words: { ...someMinutes(), approved: true } }],
  ])('%s is refused', async (_, body) => {
    const { paper } = await aDraft('minutes')
    const refused = await put(paper.id, { revision: paper.revision, ...body })
    expect(await problemOf(refused)).toMatchObject({ status: 400, code: 'request/invalid' })
  })

  it('formulas, markup and broken characters are printed as what they are', async () => {
    const { paper } = await aDraft('minutes')
    const odd = '=HYPERLINK("x") <b>tebal</b> \u202Ekanan \u0000 😀'
    const words = someMinutes({ remarks: odd, heard: [{ name: odd, position: odd, as: 'witness' }] })
    expect((await put(paper.id, { revision: paper.revision, words })).status).toBe(200)
    const { text } = await pdfOf(paper.id)
    expect(flowing(text)).toContain('<b>tebal</b>')
    expect(text).not.toContain('\u202E')
  })

  it('a stale revision is told, and the words stay', async () => {
    const { paper } = await aDraft('minutes')
    await put(paper.id, { revision: paper.revision, words: someMinutes() })
    const late = await put(paper.id, { revision: paper.revision, words: someMinutes({ place: 'Lain' }) })
    expect(await problemOf(late)).toMatchObject({ status: 409, code: 'paper/changed-meanwhile' })
  })
})

it('a confidential reporter is found in minutes before they are kept', async () => {
  const { paper } = await aDraft('minutes', { privacy: 'confidential' })
  const naming = someMinutes({ questions: [{ question: 'Siapa yang datang?', answer: 'Siti Contoh.' }] })
  const refused = await put(paper.id, { revision: paper.revision, words: naming })
  expect(await problemOf(refused)).toMatchObject({ status: 409, code: 'paper/names-reporter', found: ['name'] })
  expect((await put(paper.id, { revision: paper.revision, words: naming }, 'kustodian')).status).toBe(200)
  const answer = await (await service.staff('petugas')).get(`/papers/${paper.id}/paper.pdf`)
  expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'paper/for-custodians' })
})
