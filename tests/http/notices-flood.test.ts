import { afterAll, beforeAll, expect, it } from 'vitest'
import { noticesADay } from '../../service/case/notices/message-counts.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { OwnDataView, ReceiptView } from '../../service/contract/complaint-view.ts'
import { aLine } from '../support/a-line.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { type OneService, oneService } from '../support/one-service.ts'
import { type StandInSmtp, startStandInSmtp } from '../support/stand-in-smtp.ts'

const environment: Record<string, string> = { LIMITS: 'on', TRUST_PROXY: 'on' }
let smtp: StandInSmtp
beforeAll(async () => {
  smtp = await startStandInSmtp()
  environment.SMTP_URL = smtp.url
})
afterAll(() => smtp.close())
// After the stand-in: it starts with its address.
const service = oneService(environment)

const { ofOneUnit } = noticesADay.unverified
const sentTo = (email: string) =>
  smtp.delivered.filter(({ to }) => JSON.stringify(to).includes(email)).map(({ subject = '' }) => subject)

async function aCase(email: string, at: Pick<OneService, 'url'> = service): Promise<ReceiptView> {
  const reporter = { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0001', email }
  const answer = await aLine(at).fileNamed({ reporter: { ...reporter, channels: ['email'] } })
  expect(answer.status).toBe(201)
  return answer.json()
}

const ownNotices = async ({ number, trackingCode }: ReceiptView): Promise<OwnDataView['notices']> =>
  ((await (await service.unit().reporter({ number, trackingCode }).get('/own-data')).json()) as OwnDataView).notices

const noticesSeenByStaff = async (number: string) => (await (await service.staff('kepala')).case(number)).notices

const firstOutcome = ([notice]: CaseView['notices']) => notice?.attempts[0]?.outcome

it('forty filings that name one victim send them no more than the day allows, and hold up nobody', async () => {
  const flood: ReceiptView[] = []
  for (let time = 0; time < 40; time++) flood.push(await aCase('korban@warga.example'))
  await aCase('jujur@warga.example')
  await expect.poll(() => sentTo('jujur@warga.example')).toHaveLength(1)

  // One after another: forty at once are refused by a service that is busy.
  const settled = async () => {
    const notices: CaseView['notices'][number][] = []
    for (const { number } of flood) notices.push(...(await noticesSeenByStaff(number)))
    return notices.filter(({ channel }) => channel)
  }
  await expect.poll(async () => (await settled()).length).toBe(40)
  expect(sentTo('korban@warga.example')).toHaveLength(ofOneUnit)

  const waiting = (await settled()).filter(({ state }) => state === 'pending')
  expect(waiting).toHaveLength(40 - ofOneUnit)
  for (const { attempts } of waiting) {
    expect(attempts.at(-1)?.explanation).toMatch(/^Pesan ke kontak yang belum dikonfirmasi dikirim bertahap/)
  }
  // The pages of those that were sent and of those that wait are the same.
  const pages = new Set(
    (await Promise.all(flood.map(ownNotices))).map((own) =>
      JSON.stringify(own.map(({ state, channel }) => [state, channel])),
    ),
  )
  expect([...pages]).toEqual([JSON.stringify([['unconfirmed', null]])])
})

it('a killed and restarted service still knows what was sent that day', async () => {
  const email = 'teringat@warga.example'
  const started = { ...environment, DATA_DIR: await aFolderForData() }
  const first = await aRunningService(started)
  for (let time = 0; time < ofOneUnit; time++) await aCase(email, first)
  await expect.poll(() => sentTo(email)).toHaveLength(ofOneUnit)
  await first.kill()

  const again = await aRunningService(started)
  const { number } = await aCase(email, again)
  const staff = await unitAt(again.url).signIn('kepala')
  await expect.poll(async () => firstOutcome((await staff.case(number)).notices)).toBe('held')
  expect(sentTo(email)).toHaveLength(ofOneUnit)
})

it('a reporter who confirmed the contact gets all there is', async () => {
  const email = 'terbukti@warga.example'
  const receipt = await aCase(email)
  const reporter = service.unit().reporter(receipt)
  expect((await reporter.post('/contact-codes', { channel: 'email' })).status).toBe(201)
  const code = /^Kode (\d{6})/
  await expect.poll(() => sentTo(email).some((subject) => code.test(subject))).toBe(true)
  const digits = sentTo(email).flatMap((subject) => code.exec(subject)?.[1] ?? [])[0]
  expect((await reporter.post('/contact-confirmations', { channel: 'email', code: digits })).status).toBe(201)
  // Others name the same contact until its day is over.
  for (let time = 0; time < ofOneUnit; time++) await aCase(email)
  const other = await aCase(email)
  await expect.poll(async () => firstOutcome(await noticesSeenByStaff(other.number))).toBe('held')
  const about = () => sentTo(email).filter((subject) => subject.includes(receipt.number)).length
  const had = about()
  const verifier = await service.staff('verifikator')
  await verifier.act(receipt.number, 'ask-for-completion', { items: ['evidence'], text: 'Mohon kuitansinya.' })
  await expect.poll(about).toBe(had + 1)
  await expect.poll(async () => (await ownNotices(receipt)).map(({ state }) => state)).not.toContain('unconfirmed')
})
