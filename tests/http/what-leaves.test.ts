import sharp from 'sharp'
import { expect, it, vi } from 'vitest'
import type { CreatedApiKey } from '../../service/contract/programs.ts'
import type { TransferList } from '../../service/contract/transfers.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { aPhoto } from '../support/some-files.ts'

const service = oneService()
const because = 'Agar saksi tidak dikenal.'
/** What the reporter wrote of themselves, what staff took out, and what the camera wrote. */
const planted = ['Siti Contoh', 'Karno', 'KAMERA-SITI']
const story = {
  subject: 'Siti Contoh dan Karno melihat uang diminta',
  chronology: 'Saya Siti Contoh. Di loket dua Karno melihat petugas meminta lima puluh ribu rupiah kepada Merapi.',
}

type Staff = Awaited<ReturnType<typeof service.staff>>

/** A confidential case with a word that staff took out, and a picture whose left half they covered. */
async function aCoveredCase() {
  const office = service.unit()
  const photo = await aPhoto('KAMERA-SITI', 800, 600)
  const { id: picture } = (await (await office.upload('Karno di loket.jpg', photo)).json()) as { id: string }
  const { id: sound } = (await (await office.upload('catatan.txt', 'Kata Karno.')).json()) as { id: string }
  const { number } = await office.file({ ...story, privacy: 'confidential', evidence: [picture, sound] })
  const verifier = await service.staff('verifikator')
  await verifier.act(number, 'note', { text: 'Karno sudah kami hubungi.' })
  expect((await verifier.act(number, 'redact', { words: ['Karno'], because })).status).toBe(200)
  const { revision } = await verifier.case(number)
  const areas = [{ page: 1, left: 0, top: 0, width: 500, height: 1_000 }]
  const decision = { revision, leaves: 'redrawn', areas, because }
  expect((await verifier.post(`/cases/${number}/evidence/${picture}/redaction`, decision)).status).toBe(200)
  return { number, picture, evidence: [picture, sound], verifier }
}

async function textOf(answer: Response) {
  expect(answer.ok).toBe(true)
  return answer.text()
}
const pdfOf = async (answer: Response) => readPdf(new Uint8Array(await answer.arrayBuffer())).text.replace(/\s+/g, ' ')

async function exported(format: 'csv' | 'pdf') {
  const head = await service.staff('kepala')
  const asked = await head.post('/approvals', { act: 'export-register', reason: 'Laporan tahunan.' })
  const { id } = (await asked.json()) as { id: string }
  const auditor = await service.staff('inspektorat')
  await auditor.post(`/approvals/${id}/decision`, { granted: true, because: 'Setuju.' })
  const answer = await head.post(`/approvals/${id}/register.${format}`, {})
  return format === 'pdf' ? pdfOf(answer) : textOf(answer)
}

async function readByAProgram(number: string) {
  const head = await service.staff('kepala')
  const key = { name: 'Dasbor kabupaten', scopes: ['cases:read'], days: 30 }
  const { text } = (await (await head.post('/api-keys', key)).json()) as CreatedApiKey
  const ask = async (path: string) =>
    textOf(await fetch(`${service.unit().api}/integration${path}`, { headers: { Authorization: `Bearer ${text}` } }))
  return (await ask('/cases')) + (await ask(`/cases/${number}`))
}

/** What the other unit reads before it takes the case, then the case there and its files. */
async function transferred({ number, evidence, verifier }: Awaited<ReturnType<typeof aCoveredCase>>) {
  const order = { to: 'unit', unit: 'dinas-contoh', reason: 'Layanan itu dijalankan dinas.', evidence }
  expect((await verifier.act(number, 'forward', { ...order, leakReason: 'Kata itu disamarkan.' })).status).toBe(200)
  const theirs = await service.staff('verifikator', 'dinas-contoh')
  const offered = await vi.waitUntil(
    async () =>
      ((await (await theirs.get('/transfers')).json()) as TransferList).items.find((one) => one.fromNumber === number),
    { timeout: 60_000, interval: 50 },
  )
  const taken = await theirs.post(`/transfers/${offered.id}/acceptance`, { category: 'slow_service' })
  const { number: there } = (await taken.json()) as { number: string }
  return { offered, theirs, there, found: await theirs.case(there) }
}

async function isHalfBlack(picture: Buffer) {
  const { width, height } = await sharp(picture).metadata()
  const left = { left: 0, top: 0, width: Math.floor(width / 2) - 8, height }
  const { channels } = await sharp(await sharp(picture).extract(left).png().toBuffer()).stats()
  return Math.max(...channels.map(({ max }) => max)) < 8
}

const bytesOf = async (staff: Staff, path: string) => Buffer.from(await (await staff.get(path)).arrayBuffer())

it('no way out of the unit bears a word that tells who the reporter is, a word that staff took out, or what they covered', async () => {
  const there = await aCoveredCase()
  const { number, verifier } = there
  const ways: Record<string, string> = {
    'the print': await pdfOf(await verifier.get(`/cases/${number}/print.pdf`)),
    'the receipt that staff print': await pdfOf(await verifier.get(`/cases/${number}/receipt.pdf`)),
    'the entry for LAPOR!': await textOf(
      await verifier.post(`/cases/${number}/lapor-entry`, { leakReason: 'Kata itu disamarkan.' }),
    ),
    'the register as CSV': await exported('csv'),
    'the register on paper': await exported('pdf'),
    'what programs read': await readByAProgram(number),
  }
  const moved = await transferred(there)
  ways['the offer to another unit'] = JSON.stringify(moved.offered)
  ways['the case there'] = JSON.stringify(moved.found)
  for (const [way, words] of Object.entries(ways)) {
    expect(words.length, way).toBeGreaterThan(20)
    for (const word of planted) expect([way, word, words.includes(word)]).toEqual([way, word, false])
  }
  expect(ways['the print']).toContain('[disamarkan petugas]')
  expect(moved.offered.withheld).toEqual(['catatan.txt'])
  expect(moved.found.evidence).toMatchObject([{ type: 'image/jpeg' }])
  expect(moved.found.history.map(({ event }) => event)).toContain('files_withheld')
  const head = await service.staff('kepala', 'dinas-contoh')
  const original = await head.post(`/cases/${moved.there}/evidence/${moved.found.evidence[0]?.id}/original`, {
    reason: 'Diminta penyidik.',
  })
  const copy = Buffer.from(await original.arrayBuffer())
  expect(await isHalfBlack(copy)).toBe(true)
  expect(copy.includes('KAMERA-SITI')).toBe(false)
})

it('a search by a word that is masked finds nothing, and by another word of the same story the case', async () => {
  const { number, verifier } = await aCoveredCase()
  const found = async (word: string) => (await textOf(await verifier.get(`/cases?q=${word}`))).includes(number)
  await vi.waitUntil(() => found('loket'), { timeout: 60_000, interval: 100 })
  for (const word of ['Siti', 'Contoh']) expect([word, await found(word)]).toEqual([word, false])
  expect((await bytesOf(verifier, `/cases/${number}`)).includes('Siti Contoh')).toBe(false)
})
