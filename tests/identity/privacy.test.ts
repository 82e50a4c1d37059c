import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { aFolderForData, aRunningService, demoPassword } from '../support/a-running-service.ts'
import { aFiling, aKey, unitAt } from '../support/an-office.ts'
import { readableIn, readableInFolder } from '../support/find-readable.ts'
import { aPng } from '../support/some-files.ts'
import { startStandInResend } from '../support/stand-in-resend.ts'

const told = {
  name: 'Zulaikha Kencanasari',
  address: 'Jalan Kenanga Misal 77',
  phone: '0812-0000-7788',
  email: 'zulaikha.k@contoh.example',
  subject: 'Kuitansi palsu dari bendahara',
  story: 'Bendahara menyodorkan kuitansi tanpa cap',
  reportedPerson: 'Wiratama Bendahara',
  place: 'Ruang bendahara lantai empat',
  remedy: 'Kembalikan uang pendaftaran',
  evidence: 'kuitansi-bendahara.png',
  insideEvidence: 'TERTULIS DI DALAM KUITANSI',
  message: 'Saya punya saksi bernama Umpamawati',
  completion: 'Ini salinan kuitansinya lagi',
  objection: 'Uang belum dikembalikan sepeser pun',
  rating: 'Lambat sekali tetapi ramah',
  question: 'Mohon unggah salinan kuitansi yang jelas',
  note: 'Bendahara sudah dipanggil kemarin',
  answer: 'Bendahara mengembalikan seluruh uang',
  reason: 'Perlu menelepon pelapor soal saksi',
} as const

/** Everything that can happen to a complaint, with every text that people write about it. */
async function aWholeJourney(url: string) {
  const office = unitAt(url)
  const key = aKey()
  const bytes = Buffer.concat([aPng, Buffer.from(told.insideEvidence.repeat(50))])
  const held = (await (await office.upload(told.evidence, bytes)).json()) as { id: string }
  const { name, address, phone, email } = told
  const filing = aFiling({
    privacy: 'confidential',
    reporter: { name, address, phone, email, channels: ['email'] },
    subject: told.subject,
    chronology: told.story,
    reportedPerson: told.reportedPerson,
    occurredPlace: told.place,
    requestedRemedy: told.remedy,
    evidence: [held.id],
  })
  const receipt = (await (await office.send(filing, key)).json()) as ReceiptView
  const { number } = receipt
  const reporter = office.reporter(receipt)
  const verifier = await office.signIn('verifikator')
  const handler = await office.signIn('petugas')
  const head = await office.signIn('kepala')
  const steps = [
    await reporter.post('/messages', { text: told.message }),
    await verifier.act(number, 'ask-for-completion', { items: ['evidence'], text: told.question }),
    await reporter.post('/messages', { text: told.completion }),
    await verifier.act(number, 'verify'),
    await verifier.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: told.note }),
    await handler.act(number, 'note', { text: told.note }),
    await handler.act(number, 'propose-answer', { outcome: 'substantiated', text: told.answer }),
    await head.act(number, 'answer'),
    await reporter.post('/objection', { text: told.objection }),
    await reporter.post('/rating', { stars: 2, solved: false, text: told.rating }).then(() => reporter.get()),
    await reporter.get('/receipt.pdf'),
    await verifier.get(`/cases/${number}/receipt.pdf`),
    await verifier.get('/cases?q=kuitansi'),
    await verifier.get(`/cases/${number}/evidence/${held.id}`),
    await office.reporter({ number, trackingCode: 'AAAA-AAAA-AAAA-AAAA-AAAA' }).get(),
  ]
  expect(steps.map(({ status }) => status)).toEqual([
    201, 200, 201, 200, 200, 200, 200, 200, 201, 200, 200, 200, 200, 200, 404,
  ])
  await expect.poll(async () => (await head.case(number)).notices.every(({ state }) => state === 'sent')).toBe(true)
  return {
    number,
    secrets: [
      ...Object.values(told),
      ...told.name.split(' '),
      told.phone.replaceAll('-', ''),
      receipt.trackingCode,
      receipt.trackingCode.replaceAll('-', ''),
      key,
      head.headers.Cookie.split('=')[1]!,
    ],
  }
}

describe('after all that can happen to a complaint', () => {
  it('nothing of it can be read in the data folder, while the service runs and after it, or in what it logs', async () => {
    const folder = await aFolderForData()
    const service = await aRunningService({ DATA_DIR: folder, LOG_LEVEL: 'debug' })
    const { number, secrets } = await aWholeJourney(service.url)

    expect(await readableInFolder(folder, secrets)).toEqual([])
    await service.stop()
    expect(await readableInFolder(folder, [...secrets, demoPassword])).toEqual([])
    const logged = Buffer.from(service.output().replaceAll(demoPassword, ''))
    expect(readableIn(logged, [...secrets, number])).toEqual([])
  })

  it('the mails said number and link alone', async () => {
    const resend = await startStandInResend()
    onTestFinished(() => resend.close())
    const service = await aRunningService({ RESEND_API_KEY: 're_contoh', RESEND_BASE_URL: resend.url })
    const { number, secrets } = await aWholeJourney(service.url)

    expect(resend.delivered.length).toBeGreaterThanOrEqual(5)
    for (const { to, ...mail } of resend.delivered) {
      expect(to).toBe(told.email)
      expect(mail.text).toContain(number)
      expect(mail.text).toContain('/t/bagian-organisasi/follow')
      expect(readableIn(Buffer.from(JSON.stringify(mail)), secrets)).toEqual([])
      expect(mail.subject + mail.text).not.toMatch(/pungut|levy/i)
    }
    expect(readableIn(Buffer.from(resend.keys.join(' ')), [...secrets, number])).toEqual([])
    expect(readableIn(Buffer.from(service.output()), secrets)).toEqual([])
  })
})

it('the search for what can be read finds a text in every form', async () => {
  const folder = await aFolderForData()
  const { name } = told
  const forms = [
    Buffer.from(`… ${name} …`),
    Buffer.from(`xx${name.toUpperCase()}`),
    Buffer.from(name, 'utf16le'),
    Buffer.from(Buffer.from(`a${name}b`).toString('base64')),
    Buffer.from(Buffer.from(`ab${name}b`).toString('base64url')),
    Buffer.from(Buffer.from(name).toString('hex')),
    Buffer.from(encodeURIComponent(name)),
  ]
  for (const [at, form] of forms.entries()) await writeFile(join(folder, `${at}`), form)
  expect(await readableInFolder(folder, [name])).toHaveLength(forms.length)
})
