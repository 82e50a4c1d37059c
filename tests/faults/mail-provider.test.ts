import { describe, expect, it, onTestFinished } from 'vitest'
import type { NoticeView } from '../../service/contract/messages.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { deliverLater } from '../support/deliver-later.ts'
import { type ResendMood, type StandInResend, startStandInResend } from '../support/stand-in-resend.ts'
import { startStandInSmtp } from '../support/stand-in-smtp.ts'

const publicUrl = 'https://aduan.example'

async function aProvider(mood: ResendMood): Promise<StandInResend> {
  const resend = await startStandInResend()
  onTestFinished(() => resend.close())
  return Object.assign(resend, { mood })
}

async function anOfficeThatMails(environment: Record<string, string>) {
  const folder = await aFolderForData()
  const service = await aRunningService({ DATA_DIR: folder, PUBLIC_URL: publicUrl, ...environment })
  return { folder, service, office: unitAt(service.url), environment }
}

const byResend = ({ url }: { readonly url: string }) => ({ RESEND_API_KEY: 're_contoh', RESEND_BASE_URL: url })

type Office = ReturnType<typeof unitAt>

/** The first notice of a case as staff see it, once something was tried. */
async function whatStaffRead(office: Office, number: string): Promise<NoticeView> {
  const head = await office.signIn('kepala')
  const notice = async () => (await head.case(number)).notices[0]!
  await expect.poll(async () => (await notice()).attempts.length).toBeGreaterThan(0)
  return notice()
}

/** What each fault of the provider reads like on the case page, and what becomes of the notice. */
const faults: readonly (readonly [mood: ResendMood, explanation: RegExp, state: NoticeView['state']])[] = [
  ['error', /sedang mengalami gangguan\. Dicoba lagi .+\. Jawaban penyedia/, 'pending'],
  ['nonsense', /tidak dapat dihubungi, atau jawabannya tidak terbaca|sedang mengalami gangguan/, 'pending'],
  ['nonsense_error', /sedang mengalami gangguan|jawabannya tidak terbaca/, 'pending'],
  ['cuts', /tidak dapat dihubungi.*Dicoba lagi/, 'pending'],
  ['takes_and_cuts', /tidak dapat dihubungi.*Dicoba lagi/, 'pending'],
  ['asks_to_wait', /meminta kami menunggu\. Pesan ini ditahan dan dicoba lagi/, 'pending'],
  ['hangs', /tidak menjawab\. Dicoba lagi/, 'pending'],
  ['refuses_key', /pengelola layanan perlu memeriksanya/, 'pending'],
  ['refuses_address', /menolak alamat ini\. Tidak dicoba lagi lewat saluran ini/, 'failed'],
]

describe.each(faults)('a mail provider in the mood "%s"', (mood, explanation, state) => {
  it('keeps nobody from filing, is explained on the case page, and sends just once when it is well again', async () => {
    const resend = await aProvider(mood)
    const { folder, service, office } = await anOfficeThatMails(byResend(resend))
    const { number } = await office.file()

    const notice = await whatStaffRead(office, number)
    expect(notice).toMatchObject({ event: 'received', channel: 'email', state })
    expect(notice.attempts[0]!.explanation).toMatch(explanation)
    expect(notice.attempts[0]!.explanation).not.toContain('siti@contoh.example')
    expect(service.output()).not.toContain('siti@contoh.example')

    resend.mood = 'well'
    expect(await service.stop()).toBe(0)
    const notices = await deliverLater({ folder, publicUrl, providerUrl: resend.url, minutes: 90 })
    expect(notices).toMatchObject([{ state: state === 'pending' ? 'sent' : 'failed' }])
    expect(resend.delivered.map(({ to }) => to)).toEqual(state === 'pending' ? ['siti@contoh.example'] : [])
  })
})

describe('a mail provider that is not there at all', () => {
  it('keeps nobody from filing, and is explained on the case page', async () => {
    const { office } = await anOfficeThatMails(byResend({ url: 'http://127.0.0.1:9' }))
    const { number } = await office.file()
    expect((await whatStaffRead(office, number)).attempts[0]!.explanation).toMatch(/tidak dapat dihubungi/)
  })

  it('is not hammered: after a few failures its channel rests, and every case says why', async () => {
    const resend = await aProvider('error')
    const { office } = await anOfficeThatMails({ ...byResend(resend), LIMITS: 'off' })
    const receipts = await Promise.all(Array.from({ length: 30 }, () => office.file()))
    for (const { number } of receipts) {
      const { state, attempts } = await whatStaffRead(office, number)
      expect(state).toBe('pending')
      expect(attempts[0]!.explanation).toMatch(/sedang mengalami gangguan/)
    }
    expect(resend.requests).toBeLessThan(15)
  })
})

it('a killed service sends nothing twice: what was under way goes out under the same key', async () => {
  const resend = await aProvider('takes_and_hangs')
  const { folder, service, office, environment } = await anOfficeThatMails(byResend(resend))
  await office.file()
  await expect.poll(() => resend.delivered.length).toBe(1)
  await service.kill()

  resend.mood = 'well'
  const next = await aRunningService({ DATA_DIR: folder, PUBLIC_URL: publicUrl, ...environment })
  await next.stop()
  expect(await deliverLater({ folder, publicUrl, providerUrl: resend.url, minutes: 5 })).toMatchObject([
    { state: 'sent' },
  ])
  expect(resend.delivered).toHaveLength(1)
  expect(new Set(resend.keys).size).toBe(1)
})

it('a mail server that is overloaded is explained too, and carries the next mail once it recovers', async () => {
  const smtp = await startStandInSmtp()
  onTestFinished(() => smtp.close())
  smtp.mood = 'overloaded'
  const { office } = await anOfficeThatMails({ SMTP_URL: smtp.url })
  const first = await office.file()
  const { state, attempts } = await whatStaffRead(office, first.number)
  expect(state).toBe('pending')
  expect(attempts[0]!.explanation).toMatch(/\. Dicoba lagi/)

  smtp.mood = 'well'
  const second = await office.file()
  await expect.poll(() => smtp.delivered.length).toBe(1)
  expect(smtp.delivered[0]!.text).toContain(second.number)
})
