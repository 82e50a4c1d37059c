import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InboundList } from '../../service/contract/messages.ts'
import { patience } from '../support/a-mail-office.ts'
import { appSecret, aWhatsAppMessage, tellAsWhatsApp } from '../support/a-whatsapp-message.ts'
import { filesIn } from '../support/files-in.ts'
import { oneService } from '../support/one-service.ts'
import { aPhoto } from '../support/some-files.ts'
import {
  type ProviderRequest,
  type Reply,
  type StandInProvider,
  startStandInProvider,
} from '../support/stand-in-provider.ts'

const smsSecret = 'rahasia-sms-yang-masuk-contoh'
const environment: Record<string, string> = {
  CHAT_INTAKE: 'whatsapp,sms',
  SMS_INBOUND_SECRET: smsSecret,
  WHATSAPP_TOKEN: 'token-contoh',
  WHATSAPP_PHONE_ID: '1000',
  WHATSAPP_APP_SECRET: appSecret,
  WHATSAPP_VERIFY_TOKEN: 'kata-kunci',
}
const story = 'Petugas di loket dua meminta lima puluh ribu rupiah pada hari Senin.'

let whatsApp: StandInProvider
let sent = 0
const photos = new Map<string, Buffer>()

const asWhatsApp = ({ method, url }: ProviderRequest): Reply => {
  if (method === 'POST') return { status: 200, body: { messages: [{ id: `wamid.${++sent}` }] } }
  const photo = photos.get(url.pathname.split('/').at(-1) ?? '')
  if (!photo) return { status: 404, body: {} }
  if (url.pathname.startsWith('/file/')) return { status: 200, body: photo }
  return { status: 200, body: { url: `${whatsApp.url}/file/${url.pathname.split('/').at(-1)}` } }
}

beforeAll(async () => {
  whatsApp = await startStandInProvider(asWhatsApp)
  environment.WHATSAPP_BASE_URL = whatsApp.url
  environment.SMS_URL = `${whatsApp.url}/sms`
})
afterAll(() => whatsApp.close())
// After the stand-in: it starts with its address. Two units stand behind its one number.
const service = oneService(environment)

let numbers = 0

/** Somebody with a telephone, and what they read on it. */
function aPhone(from = `62812000010${String(++numbers).padStart(2, '0')}`) {
  const reads = (): string[] =>
    whatsApp.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body) as { to: string; text?: { body: string } })
      .filter(({ to, text }) => to === from && text)
      .map(({ text }) => text!.body)
  const writes = async (text: string, more: Record<string, unknown> = {}) =>
    tellAsWhatsApp(service.url, aWhatsAppMessage({ from, text, ...more }))
  return {
    from,
    reads,
    writes,
    /** Writes, and waits for an answer with these words. */
    async asks(text: string, answer: string | RegExp, more: Record<string, unknown> = {}): Promise<string> {
      const before = reads().length
      expect((await writes(text, more)).status).toBe(200)
      await expect.poll(() => reads().slice(before).join('\n'), patience).toMatch(answer)
      return reads()
        .slice(before)
        .findLast((read) => new RegExp(answer).test(read))!
    },
    /** Tells a whole complaint to the first unit, but does not send it. */
    async tells(name: string, more: Record<string, unknown> = {}) {
      await this.asks('Halo', /kantor mana[\s\S]*1\. /)
      await this.asks(unitPlace(), /Tentang apa/)
      await this.asks('1', /Apa yang terjadi/)
      await this.asks(story, /sudah kami catat/, more)
      await this.asks('selesai', /Siapa yang Anda adukan/)
      await this.asks('lewat', /nama/)
      await this.asks(name, /Balas KIRIM/)
    },
  }
}

/** The place of the demo unit in the list. */
const unitPlace = () => 'Bagian Organisasi'

const receiptIn = (text: string) => ({
  number: /Nomor: (\S+)/.exec(text)![1]!,
  trackingCode: /Kode lacak: (\S+)/.exec(text)![1]!,
})
const staff = (mailbox = 'kepala') => service.staff(mailbox)
const messagesOf = async (number: string) => (await (await staff()).case(number)).messages
const drafts = async (unit?: string) =>
  ((await (await (await service.staff('verifikator', unit)).get('/inbound')).json()) as InboundList).items

describe('a complaint that begins by WhatsApp', () => {
  it('ends with a number and a code that open it, with its photo, and makes one case however often KIRIM comes', async () => {
    const phone = aPhone()
    photos.set('foto-1', await aPhoto('x'))
    await phone.asks('Halo', /tersegel[\s\S]*BATAL[\s\S]*kantor mana/)
    await phone.asks(unitPlace(), /Bagian Organisasi[\s\S]*Tentang apa/)
    await phone.asks('1', /Apa yang terjadi/)
    await phone.asks(story, /sudah kami catat/)
    await phone.writes('', { text: undefined, type: 'image', image: { id: 'foto-1', caption: 'Kuitansinya.' } })
    await phone.asks('selesai', /Siapa yang Anda adukan/)
    await phone.asks('lewat', /TANPA NAMA[\s\S]*terlihat oleh WhatsApp/)
    await phone.asks('rahasia Siti Contoh', /1 berkas[\s\S]*Siti Contoh \(dirahasiakan\)[\s\S]*privasi: http/)
    const send = { id: `wamid.kirim-${phone.from}` }
    const receipt = receiptIn(await phone.asks('KIRIM', /Kode lacak/, send))
    for (let times = 0; times < 3; times++) expect((await phone.writes('KIRIM', send)).status).toBe(200)

    const followed = await service
      .unit()
      .reporter(receipt as never)
      .follow()
    expect(followed).toMatchObject({ number: receipt.number, status: 'received', privacy: 'confidential' })
    const seen = await (await staff()).case(receipt.number)
    expect(seen).toMatchObject({ channel: 'whatsapp', evidence: [{ name: 'whatsapp-image' }] })
    expect(JSON.stringify(seen)).not.toMatch(/Siti Contoh|812000010/)

    // The number is proven, so what they write later is on the case, and they learn where it went.
    await phone.asks('Ada satu hal lagi.', new RegExp(`masuk ke pengaduan ${receipt.number}[\\s\\S]*BARU`))
    await expect
      .poll(() => messagesOf(receipt.number), patience)
      .toMatchObject([{ text: 'Ada satu hal lagi.', via: { channel: 'whatsapp', otherSender: false } }])
    await phone.asks('Baru', /kantor mana/)
    await phone.asks('batal', /Sudah dihapus/)
  })

  it('keeps no number where the reporter stays unnamed, and finds the case by number and code alone', async () => {
    const phone = aPhone()
    await phone.tells('tanpa nama')
    const told = await phone.asks('kirim', /Nomor Anda tidak kami simpan/)
    const receipt = receiptIn(told)
    const seen = await (await staff()).case(receipt.number)
    expect(seen.privacy).toBe('anonymous')
    expect(JSON.stringify(seen)).not.toContain(phone.from.slice(-6))

    const other = aPhone()
    await other.writes(
      `Untuk ${receipt.number} kode ${receipt.trackingCode.replaceAll('-', ' ').toLowerCase()}: ada saksi.`,
    )
    await expect.poll(() => messagesOf(receipt.number), patience).toHaveLength(1)
    const [message] = await messagesOf(receipt.number)
    expect(message).toMatchObject({ via: { otherSender: false } })
    expect(message!.text).toBe(`Untuk ${receipt.number} kode [kode lacak]: ada saksi.`)
    // Somebody who has the number without the code is a stranger: they are asked as everybody is.
    await aPhone().asks(`Untuk ${receipt.number}: tolong dicabut saja pengaduannya`, /kantor mana/)
    expect(await messagesOf(receipt.number)).toHaveLength(1)
  })

  it('asks a reporter with several cases which one is meant, by number only', async () => {
    const phone = aPhone()
    await phone.tells('Siti Contoh')
    const first = receiptIn(await phone.asks('kirim', /Kode lacak/))
    await phone.asks('baru', /kantor mana/)
    for (const text of [unitPlace(), '1', story, 'selesai', 'lewat']) await phone.asks(text, /./)
    await phone.asks('Siti Contoh', /KIRIM/)
    const second = receiptIn(await phone.asks('kirim', /Kode lacak/))

    const question = await phone.asks('Saksinya mau bicara.', /yang mana/)
    expect(question).toContain(`1. ${second.number}\n2. ${first.number}\n3. Pengaduan baru`)
    expect(question).not.toMatch(/loket|Pungutan/)
    await phone.asks('2', new RegExp(`masuk ke pengaduan ${first.number}`))
    await expect.poll(() => messagesOf(first.number), patience).toMatchObject([{ text: 'Saksinya mau bicara.' }])
    expect(await messagesOf(second.number)).toEqual([])

    // The case that was chosen ends, so the other one is the only one left.
    await service
      .unit()
      .reporter(first as never)
      .post('/withdrawal', {})
    await phone.writes('Ini untuk yang masih berjalan.')
    await expect.poll(() => messagesOf(second.number), patience).toHaveLength(1)
  })

  it('leaves nothing behind after “batal”, and nothing readable before', async () => {
    const phone = aPhone()
    await phone.tells('Siti Tersembunyi')
    const folder = service.running.folder
    const readable = async () =>
      [...(await filesIn(folder))].some(([, bytes]) =>
        ['loket dua', phone.from, 'Tersembunyi'].some((word) => bytes.includes(word)),
      )
    expect(await readable()).toBe(false)
    await phone.asks('batal', /Sudah dihapus/)
    await phone.asks('batal', /Sudah dihapus/)
    for (const unit of ['bagian-organisasi', 'dinas-contoh']) {
      expect(JSON.stringify(await drafts(unit))).not.toContain('loket dua')
    }
  })

  it('is believed only under the provider’s signature', async () => {
    const phone = aPhone()
    expect(
      (await tellAsWhatsApp(service.url, aWhatsAppMessage({ from: phone.from, text: 'Halo' }), 'lain')).status,
    ).toBe(401)
    await phone.asks('Halo', /kantor mana/)
    expect(phone.reads()).toHaveLength(1)
  })

  it('goes on after the provider was away, with the question that was not taken', async () => {
    const phone = aPhone()
    whatsApp.next.push('error')
    await phone.asks('Halo', /kantor mana/)
    await phone.asks('2', /Tentang apa/)
  })

  it('takes no more than a day holds from one number, and says so once', async () => {
    const phone = aPhone()
    const flood = Array.from({ length: 160 }, (_, at) => phone.writes(`Pesan ke-${at} dari orang yang sama`))
    for (const { status } of await Promise.all(flood)) expect(status).toBe(200)
    await expect.poll(() => phone.reads().filter((text) => text.includes('terlalu banyak')), patience).toHaveLength(1)
    expect(phone.reads().length).toBeLessThanOrEqual(101)
    await aPhone().asks('Halo', /kantor mana/)
  })

  it('begins by SMS too, where nobody’s number is taken for proven', async () => {
    const from = '6281200000190'
    let count = 0
    const reads = () =>
      whatsApp.requests
        .filter(({ url }) => url.pathname === '/sms')
        .map(({ body }) => JSON.parse(body) as { to: string; text: string })
        .filter(({ to }) => to === from)
        .map(({ text }) => text)
    async function asks(text: string, answer: RegExp): Promise<string> {
      const before = reads().length
      const body = JSON.stringify({ id: `sms-${++count}`, from: `+${from}`, text })
      const at = String(Math.floor(Date.now() / 1_000))
      const signature = createHmac('sha256', smsSecret).update(`msg.${at}.${body}`).digest('base64')
      const headers = { 'webhook-id': 'msg', 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` }
      const answered = await fetch(`${service.url}/api/v1/webhooks/sms`, { method: 'POST', headers, body })
      expect(answered.status).toBe(200)
      await expect.poll(() => reads().slice(before).join('\n'), patience).toMatch(answer)
      return reads()
        .slice(before)
        .findLast((read) => answer.test(read))!
    }
    await asks(story, /kantor mana/)
    for (const text of [unitPlace(), '1', 'selesai', 'lewat']) await asks(text, /./)
    await asks('rahasia Siti Contoh', /KIRIM/)
    const receipt = receiptIn(await asks('kirim', /Kode lacak/))
    expect(await (await staff()).case(receipt.number)).toMatchObject({ channel: 'sms', privacy: 'confidential' })
    // Somebody who borrows the number learns nothing of the case, and is on none.
    expect(await asks('Saya mau mencabut pengaduan saya yang tadi', /kantor mana/)).not.toContain(receipt.number)
    expect(await messagesOf(receipt.number)).toEqual([])
    expect((await fetch(`${service.url}/api/v1/webhooks/sms`, { method: 'POST', body: '{}' })).status).toBe(401)
  })
})
