import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelList, UndeliveredList } from '../../service/contract/messages.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { problemOf } from '../support/a-problem.ts'
import type { aFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { type StandInResend, startStandInResend } from '../support/stand-in-resend.ts'

const environment: Record<string, string> = { RESEND_API_KEY: 're_contoh' }
let resend: StandInResend
beforeAll(async () => {
  resend = await startStandInResend()
  environment.RESEND_BASE_URL = resend.url
})
afterAll(() => resend.close())
// After the stand-in: it starts with its address.
const service = oneService(environment)

async function undelivered(mailbox = 'kepala'): Promise<UndeliveredList['items']> {
  const response = await (await service.staff(mailbox)).get('/undelivered-notices')
  expect(response.status).toBe(200)
  return ((await response.json()) as UndeliveredList).items
}

/** A complaint whose reporter's only address is refused. */
async function aCaseThatNobodyHearsOf(details: Parameters<typeof aFiling>[0] = {}): Promise<string> {
  resend.mood = 'refuses_address'
  const { number } = await service.unit().file(details)
  if (!details?.reportedPerson) await (await service.staff('kepala')).case(number)
  await expect.poll(async () => (await undelivered()).some((one) => one.number === number)).toBe(true)
  resend.mood = 'well'
  return number
}

const settle = async (number: string, how: string, mailbox = 'kepala') =>
  (await service.staff(mailbox)).post(`/cases/${number}/notices/${how}`, {})
const stateOf = async (number: string) => (await (await service.staff('kepala')).case(number)).notices[0]?.state

describe('a notice that no channel delivered', () => {
  it('is listed with what the provider answered', async () => {
    const number = await aCaseThatNobodyHearsOf()
    const found = (await undelivered()).find((one) => one.number === number)
    expect(found).toMatchObject({
      subject: 'Diminta uang di loket',
      maySettle: true,
      notices: [{ event: 'received', state: 'failed', attempts: [{ outcome: 'refused' }] }],
    })
    expect(found?.notices[0]?.attempts[0]?.explanation).toMatch(/menolak alamat ini/)
  })

  it('is tried anew as another message, and its first tries stay told', async () => {
    const number = await aCaseThatNobodyHearsOf()
    const before = new Set(resend.keys)
    const answer = await settle(number, 'retry')
    expect(await answer.json()).toMatchObject({ maySettleNotices: false, notices: [{ state: 'pending' }] })

    await expect.poll(() => stateOf(number)).toBe('sent')
    const { notices } = await (await service.staff('kepala')).case(number)
    expect(notices[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted'])
    expect(resend.keys.some((key) => !before.has(key))).toBe(true)
    expect((await undelivered()).some((one) => one.number === number)).toBe(false)
  })

  it('can be left to the reporter’s page', async () => {
    const number = await aCaseThatNobodyHearsOf()
    expect((await settle(number, 'set-aside')).status).toBe(200)
    expect(await stateOf(number)).toBe('unreachable')
    expect((await undelivered()).some((one) => one.number === number)).toBe(false)
  })

  it('changes nothing when it is settled twice', async () => {
    const number = await aCaseThatNobodyHearsOf()
    await settle(number, 'set-aside')
    expect((await settle(number, 'retry')).status).toBe(200)
    expect(await stateOf(number)).toBe('unreachable')
  })

  it('of a case that concerns an officer is not listed to them, and not settled by them', async () => {
    const officer = await service.staff('petugas')
    const number = await aCaseThatNobodyHearsOf({ reportedPerson: officer.session.staff.name })
    expect((await undelivered('petugas')).some((one) => one.number === number)).toBe(false)
    expect(await problemOf(await settle(number, 'retry', 'petugas'))).toMatchObject({ code: 'complaint/not-found' })
  })

  it('is only seen, not settled, by who does not care for cases', async () => {
    const number = await aCaseThatNobodyHearsOf()
    expect((await undelivered('kustodian')).find((one) => one.number === number)).toMatchObject({ maySettle: false })
    expect(await problemOf(await settle(number, 'retry', 'kustodian'))).toMatchObject({ code: 'staff/not-permitted' })
    expect(await problemOf(await settle('BO-2026-999999', 'retry'))).toMatchObject({ code: 'complaint/not-found' })
  })
})

describe('a channel that is down', () => {
  const channels = async () => {
    const response = await (await service.staff('kepala')).get('/channels')
    return ((await response.json()) as ChannelList).items
  }

  it('is told with the reason, and works again by itself', async () => {
    expect(await channels()).toEqual([
      {
        ...{ channel: 'email', down: false, explanation: null, advice: null, since: null, nextTryAt: null },
        ...{ waiting: 0, reportsDelivery: false, keepsHere: false },
      },
    ])
    resend.mood = 'asks_to_wait'
    resend.retryAfter = 1
    const { number } = await service.unit().file()
    const first = async () => (await channels())[0]
    await expect.poll(first).toMatchObject({
      down: true,
      explanation: expect.stringMatching(/^Penyedia surel sedang membatasi kiriman/),
      nextTryAt: expect.stringMatching(/Z$/),
    })
    resend.mood = 'well'
    await expect.poll(() => stateOf(number)).toBe('sent')
    expect((await channels())[0]?.down).toBe(false)
  })

  it('is told with since when, how many wait and what to do, and before anybody chooses it', async () => {
    const { name } = (await service.staff('petugas')).session.staff
    const visible = async () => {
      const unit = (await (await fetch(service.unit().api)).json()) as TenantView
      const pages = ['', '/form'].map(async (path) => (await fetch(`${service.url}/t/bagian-organisasi${path}`)).text())
      return [unit.form.channelNews ?? '', ...(await Promise.all(pages))].map((text) =>
        text.includes('Surel sedang terganggu'),
      )
    }
    expect(await visible()).toEqual([false, false, false])
    resend.mood = 'error'
    const concerning = await service.unit().file({ reportedPerson: name })
    for (let filed = 0; filed < 5; filed++) await service.unit().file()
    const waiting = async (mailbox: string) => {
      const [email] = ((await (await (await service.staff(mailbox)).get('/channels')).json()) as ChannelList).items
      return email?.waiting
    }
    await expect.poll(() => waiting('kepala')).toBe(6)

    expect((await channels())[0]).toMatchObject({
      down: true,
      since: expect.stringMatching(/Z$/),
      // Not in the provider's words, which tell of somebody else's message.
      explanation: 'Penyedia surel sedang mengalami gangguan.',
      advice: 'Tidak perlu mengirim ulang. Untuk hal yang mendesak, silakan telepon pelapor.',
    })
    expect(await waiting('petugas'), `without ${concerning.number}, which is kept from them`).toBe(5)
    expect(await visible()).toEqual([true, true, true])
  })
})
