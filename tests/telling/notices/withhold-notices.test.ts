import { expect, it, vi } from 'vitest'
import { markOvertaken, withheldAtMost, withholdNotice } from '../../../service/case/notices/delivery.ts'
import { createNoticeAllowance, noticesADay, openMessageCounts } from '../../../service/case/notices/message-counts.ts'
import { newNotice } from '../../../service/case/shape/notice.ts'
import { DAY, HOUR, plusMilliseconds } from '../../../service/shared/instant.ts'
import { aDelivery, morning } from '../../support/a-delivery.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const numbers = (count: number) =>
  Array.from({ length: count }, (_, at) => `BO-2026-${String(at + 1).padStart(6, '0')}`)
const until = (claim: () => void | Promise<void>) => vi.waitFor(claim, { timeout: 60_000, interval: 5 })
const { ofOneUnit, ofAllUnits } = noticesADay.unverified

/** An installation that counts, and deliverers of it. */
async function aCountingDelivery() {
  const delivery = await aDelivery()
  const { house, cases, now, startDeliverer } = delivery
  const counts = await openMessageCounts(house.store, async () => (text) => `hash of ${text}`, now)
  const allowance = createNoticeAllowance(counts)
  return {
    ...delivery,
    counts,
    allowance,
    start: (queue = cases) => startDeliverer({ allowance, queue }),
    /** What waits for another day. */
    async waiting(of: readonly string[]) {
      const notices = await Promise.all(of.map((number) => cases.noticeOf(number)))
      return notices.filter(({ attempts }) => attempts.at(-1)?.reason === 'sent_in_stages')
    },
  }
}

it('withholds what is over for one recipient until the next days, and lets everybody else through', async () => {
  const { cases, resend, goOn, start, waiting } = await aCountingDelivery()
  const flood = numbers(15)
  for (const number of flood) await cases.addCase({ number, at: morning, contact: { email: 'korban@warga.example' } })
  const claims: string[] = []
  start({
    ...cases,
    async claimDue(...lease) {
      const claimed = await cases.claimDue(...lease)
      claims.push(...claimed.map(({ number }) => number))
      return claimed
    },
  })
  await until(async () => expect(await waiting(flood)).toHaveLength(15 - ofOneUnit))
  expect(resend.delivered).toHaveLength(ofOneUnit)
  expect(new Set((await waiting(flood)).map(({ state }) => state))).toEqual(new Set(['pending']))

  await cases.addCase({ number: 'BO-2026-000099', at: morning, contact: { email: 'jujur@warga.example' } })
  goOn(HOUR)
  await until(() => expect(resend.delivered.at(-1)?.to).toBe('jujur@warga.example'))
  // Nothing that waits was taken a second time that day.
  expect(claims).toHaveLength(16)

  goOn(DAY)
  await until(() => expect(resend.delivered).toHaveLength(1 + 2 * ofOneUnit))
  await until(async () => expect(await waiting(flood)).toHaveLength(15 - 2 * ofOneUnit))
  goOn(DAY)
  await until(() => expect(resend.delivered).toHaveLength(1 + 15))
})

it('spreads what waited over some hours of the next day', async () => {
  const { cases, start, waiting } = await aCountingDelivery()
  const flood = numbers(12)
  for (const number of flood) await cases.addCase({ number, at: morning })
  start()
  await until(async () => expect(await waiting(flood)).toHaveLength(12 - ofOneUnit))
  const tries = (await waiting(flood)).map(({ nextTryAt }) => nextTryAt ?? '')
  expect(new Set(tries).size).toBe(tries.length)
  for (const at of tries) expect(at.slice(0, 10)).toBe('2026-11-26')
})

it('leaves to the page what waited for a week, without a failure for an officer to mend', () => {
  let notice = newNotice('n-1', 'received', morning)
  let at = morning
  const ends = () => plusMilliseconds(at, HOUR)
  for (; at < plusMilliseconds(morning, withheldAtMost); at = plusMilliseconds(at, DAY)) {
    notice = withholdNotice(notice, 'email', ends(), at)
    expect(notice).toMatchObject({ state: 'pending', attempts: [{ outcome: 'held', at: morning }] })
  }
  expect(withholdNotice(notice, 'email', ends(), at)).toMatchObject({ state: 'unreachable', nextTryAt: null })
})

it('lets a later notice of the same kind stand for those before it', () => {
  const before = withholdNotice(newNotice('n-1', 'message', morning), 'email', plusMilliseconds(morning, HOUR), morning)
  expect(markOvertaken(before, 'email', plusMilliseconds(morning, DAY))).toMatchObject({
    state: 'unreachable',
    nextTryAt: null,
    attempts: [{ outcome: 'held' }, { outcome: 'refused', reason: 'overtaken' }],
  })
})

it('counts for all units and over all processes, and gives back what no provider took', async () => {
  const { counts, house, now } = await aCountingDelivery()
  const others = await openMessageCounts(house.store, async () => (text) => `hash of ${text}`, now)
  const processes = [createNoticeAllowance(counts), createNoticeAllowance(others)]
  const take = (tenant: typeof organisasi, to: string) =>
    Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        processes[at % 2]!.take({ tenant, channel: at % 3 ? 'sms' : 'whatsapp', to }, 'unverified'),
      ),
    )
  const here = (await take(organisasi, '0812-0000-0001')).filter(({ isAllowed }) => isAllowed)
  expect(here).toHaveLength(ofOneUnit)
  expect((await take(dinas, '+62 812 0000 0001')).filter(({ isAllowed }) => isAllowed)).toHaveLength(
    ofAllUnits - ofOneUnit,
  )
  const [given] = here
  if (given?.isAllowed) await given.giveBack()
  expect((await take(organisasi, '0812-0000-0001')).filter(({ isAllowed }) => isAllowed)).toHaveLength(1)
})

it('counts nothing while a provider refuses, so that an outage keeps no news from anybody', async () => {
  const { cases, resend, allowance, goOn, start } = await aCountingDelivery()
  resend.mood = 'error'
  const [first = ''] = numbers(1)
  await cases.addCase({ number: first, at: morning })
  start()
  for (let time = 0; time < ofOneUnit - 2; time++) {
    await until(async () => expect((await cases.noticeOf(first)).attempts).toHaveLength(time + 1))
    if (time < ofOneUnit - 3) goOn(30 * 60_000 * (time + 1))
  }
  const request = { tenant: organisasi, channel: 'email', to: 'siti@warga.example' }
  for (let time = 0; time < ofOneUnit; time++) {
    expect((await allowance.take(request, 'unverified')).isAllowed).toBe(true)
  }
})
