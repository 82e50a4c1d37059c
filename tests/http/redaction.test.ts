import { describe, expect, it } from 'vitest'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()
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
