import { describe, expect, it } from 'vitest'
import type { MailDetails } from '../support/a-mail.ts'
import { aMailOffice, patience } from '../support/a-mail-office.ts'

const office = aMailOffice({ INBOUND_UNIT: '', INBOUND_AUTHSERV_ID: 'mx.kantor.example' })
const { service, arrives, aNoticedCase } = office

const siti = 'siti@contoh.example'
const passed = { 'Authentication-Results': 'mx.kantor.example; dmarc=pass header.from=contoh.example' }
const messagesOf = async (number: string) => (await office.case(number)).messages
const toUnit = 'masuk+bagian-organisasi@aduan.example'
const delivered = () => office.smtp.delivered

/** A case whose reporter confirmed the address by its code. */
async function aConfirmedCase(email: string, privacy: 'named' | 'confidential' = 'confidential') {
  const { receipt, replyTo } = await aNoticedCase({
    privacy,
    reporter: { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0009', email, channels: ['email'] },
  })
  const reporter = service.unit().reporter(receipt)
  expect((await reporter.post('/contact-codes', { channel: 'email' })).status).toBe(201)
  const code = () =>
    delivered()
      .filter(({ text }) => text?.includes(receipt.number))
      .flatMap(({ text }) => /(?<![-\d])(\d{6})(?![-\d])/.exec(text!.replaceAll(receipt.number, ''))?.[1] ?? [])[0]
  await expect.poll(code, patience).toBeDefined()
  expect((await reporter.post('/contact-confirmations', { channel: 'email', code: code() })).status).toBe(201)
  return { receipt, replyTo }
}

describe('a mail whose sender', () => {
  it('is proven goes to their one open case; is not proven is nobody’s word there', async () => {
    const email = 'satu@contoh.example'
    const { receipt } = await aConfirmedCase(email)
    await arrives({ from: email, to: toUnit, subject: 'Dipalsukan', text: 'Saya cabut pengaduan saya.' })
    expect(await office.settled('Dipalsukan')).toMatchObject({ answers: null })
    expect(await messagesOf(receipt.number)).toEqual([])
    await arrives({ from: email, to: toUnit, head: passed, text: 'Ini sungguh dari saya.' })
    await expect
      .poll(() => messagesOf(receipt.number), patience)
      .toMatchObject([{ text: 'Ini sungguh dari saya.', via: { otherSender: false } }])
  })

  it('is nobody’s word in a confidential case, and joins none by its address', async () => {
    const email = 'dua@contoh.example'
    const { receipt, replyTo } = await aConfirmedCase(email)
    const forged: readonly MailDetails[] = [
      { text: 'Tanpa bukti.' },
      {
        text: 'Bukti palsu.',
        head: { 'Authentication-Results': 'mx.jahat.example; dmarc=pass header.from=contoh.example' },
      },
      {
        text: 'Ditolak server.',
        head: { 'Authentication-Results': 'mx.kantor.example; dmarc=fail header.from=contoh.example' },
      },
    ]
    for (const mail of forged) await arrives({ from: email, to: replyTo, ...mail })
    await expect.poll(() => messagesOf(receipt.number), patience).toHaveLength(3)
    expect((await messagesOf(receipt.number)).map(({ via }) => via?.otherSender)).toEqual([true, true, true])
    await arrives({ from: email, to: replyTo, head: passed, text: 'Terbukti.' })
    await expect.poll(() => messagesOf(receipt.number), patience).toHaveLength(4)
    expect((await messagesOf(receipt.number)).find(({ text }) => text === 'Terbukti.')?.via?.otherSender).toBe(false)
  })

  it('has several open cases is asked which one, by number only', async () => {
    const email = 'tiga@contoh.example'
    const [one, other] = [await aConfirmedCase(email), await aConfirmedCase(email, 'named')]
    await arrives({ from: email, to: toUnit, head: passed, subject: 'Saksi', text: 'Ada saksi.' })
    const question = () => delivered().find(({ subject }) => subject === 'Pesan Anda untuk pengaduan yang mana?')
    await expect.poll(question, patience).toBeDefined()
    expect(question()!.text).toContain(one.receipt.number)
    expect(question()!.text).toContain(other.receipt.number)
    expect(question()!.text).not.toContain('loket')
    await arrives({ from: email, to: toUnit, head: passed, subject: `Saksi ${one.receipt.number}`, text: 'Yang itu.' })
    await expect.poll(() => messagesOf(one.receipt.number), patience).toMatchObject([{ text: 'Yang itu.' }])
  })

  it('writes number and code is on that case, and no officer reads the code', async () => {
    const receipt = await service.unit().file()
    const text = `Nomor ${receipt.number}, kode ${receipt.trackingCode}. Ada tambahan.`
    await arrives({ from: 'entah@lain.example', to: 'masuk@aduan.example', subject: 'Tambahan', text })
    await expect.poll(() => messagesOf(receipt.number), patience).toMatchObject([{ via: { otherSender: false } }])
    const seen = JSON.stringify(await office.case(receipt.number))
    expect(seen).toContain('kode [kode lacak]. Ada tambahan.')
    expect(seen).not.toContain(receipt.trackingCode)
  })

  it('names no unit is answered once with the addresses of all, and the mail is kept nowhere', async () => {
    const from = 'siapa@lain.example'
    const answers = () =>
      delivered().filter(
        ({ to, subject }) => JSON.stringify(to).includes(from) && subject?.includes('untuk kantor mana'),
      )
    await arrives({ from, subject: 'Untuk siapa', text: 'Milik siapa ini?' })
    await expect.poll(answers, patience).toHaveLength(1)
    expect(answers()[0]!.text).toContain(toUnit)
    expect(answers()[0]!.text).not.toContain('Milik siapa')
    await arrives({ from, subject: 'Lagi', text: 'Masih tidak tahu.' })
    await arrives({ from: siti, to: toUnit, subject: 'Sesudahnya', text: 'Penanda.' })
    await office.settled('Sesudahnya')
    expect(answers()).toHaveLength(1)
    for (const unit of ['bagian-organisasi', 'dinas-contoh']) {
      const all = [
        ...(await office.listed('draft', 'verifikator', unit)),
        ...(await office.listed('ignored', 'verifikator', unit)),
      ]
      expect(all.filter(({ subject }) => ['Untuk siapa', 'Lagi'].includes(subject))).toEqual([])
    }
  })
})
