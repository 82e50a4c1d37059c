import { expect, it } from 'vitest'
import { everythingTold, textsTold } from '../support/a-told-story.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()
const flowing = (text: string) => text.replace(/\s+/g, ' ')
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
