import { describe, expect, it, vi } from 'vitest'
import { UNROUTED } from '../../../service/case/shape/notice.ts'
import type { Carrier } from '../../../service/offices/channels/notice-channel.ts'
import { DAY, HOUR, MINUTE, plusMilliseconds, SECOND } from '../../../service/shared/instant.ts'
import { LOOKS_EVERY, SENDS_AT_ONCE } from '../../../service/telling/notices/deliver-notices.ts'
import { aDelivery, morning } from '../../support/a-delivery.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { delivererProcess } from '../../support/deliverer-process.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const numbers = (count: number) =>
  Array.from({ length: count }, (_, at) => `BO-2026-${String(at + 1).padStart(6, '0')}`)
const [first = ''] = numbers(1)
const until = (claim: () => void | Promise<void>) => vi.waitFor(claim, { timeout: 60_000, interval: 5 })

/** A channel that takes everything. Its own provider is another issue; here it only stands beside e-mail. */
function anSmsCarrier(): { readonly sms: Carrier; readonly told: string[] } {
  const told: string[] = []
  const sms: Carrier = {
    channel: 'sms',
    reportsDelivery: false,
    close() {},
    async send({ to }) {
      told.push(to)
      return { outcome: 'accepted', answer: 'ok' }
    },
  }
  return { sms, told }
}

describe('a notice', () => {
  it('reaches the reporter with number and link, and is recorded as sent', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    await cases.addCase({ number: first, at: morning })
    startDeliverer()

    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'sent', nextTryAt: null }))
    expect(resend.delivered).toHaveLength(1)
    const [mail] = resend.delivered
    expect(mail?.to).toBe('siti@warga.example')
    expect(mail?.subject).toContain(first)
    expect(mail?.text).toContain('https://aduan.example/t/bagian-organisasi/follow')
    expect(mail?.text).not.toContain('Siti')
  })

  it('is sent at once after a poke, not at the next round', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    const looked = vi.fn()
    const claimDue = async (...lease: Parameters<typeof cases.claimDue>) => {
      const claimed = await cases.claimDue(...lease)
      looked(claimed)
      return claimed
    }
    const deliverer = startDeliverer({ queue: { ...cases, claimDue } })
    await until(() => expect(looked.mock.calls).toEqual([[[]], [[]], [[]]]))
    await cases.addCase({ number: first, at: morning })
    expect(looked).toHaveBeenCalledTimes(3)

    deliverer.wakeUp()
    await vi.waitFor(() => expect(looked).toHaveBeenCalledWith([expect.anything()]), { timeout: (4 / 5) * LOOKS_EVERY })
    await until(() => expect(resend.delivered).toHaveLength(1))
  })

  it('that comes while its line is looked into and found empty is sent at once too', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    let hasCome = false
    const looked = vi.fn()
    const claimDue = async (...lease: Parameters<typeof cases.claimDue>) => {
      const claimed = await cases.claimDue(...lease)
      if (lease[0] === UNROUTED && !hasCome) {
        hasCome = true
        await cases.addCase({ number: first, at: morning })
        deliverer.wakeUp()
      }
      looked(claimed)
      return claimed
    }
    const deliverer = startDeliverer({ queue: { ...cases, claimDue } })
    await until(() => expect(hasCome).toBe(true))
    await vi.waitFor(() => expect(looked).toHaveBeenCalledWith([expect.anything()]), { timeout: (4 / 5) * LOOKS_EVERY })
    await until(() => expect(resend.delivered).toHaveLength(1))
  })

  it('is taken only when it can leave, so that none that waits is passed by those that come', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    const taken: string[] = []
    const claimDue = async (...lease: Parameters<typeof cases.claimDue>) => {
      const claimed = await cases.claimDue(...lease)
      taken.push(...claimed.map(({ number }) => number))
      return claimed
    }
    for (const number of numbers(60)) await cases.addCase({ number, at: morning })
    startDeliverer({ queue: { ...cases, claimDue } })

    await until(() => expect(resend.delivered).toHaveLength(60))
    expect(taken).toEqual(numbers(60))
  })

  it('bears a key that tells the provider nothing', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    await cases.addCase({ number: first, at: morning })
    startDeliverer()
    await until(() => expect(resend.delivered).toHaveLength(1))
    expect(resend.keys[0]).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('is unreachable when the reporter left no address', async () => {
    const { cases, resend, news, startDeliverer } = await aDelivery()
    await cases.addCase({ number: first, at: morning, contact: null })
    startDeliverer()
    await until(async () =>
      expect(await cases.noticeOf(first)).toMatchObject({ state: 'unreachable', nextTryAt: null }),
    )
    expect(resend.requests).toBe(0)
    expect(news).toEqual([])
  })

  it('fails loudly when the provider refuses the only address', async () => {
    const { cases, resend, news, startDeliverer } = await aDelivery()
    resend.mood = 'refuses_address'
    await cases.addCase({ number: first, at: morning })
    startDeliverer()
    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'failed', nextTryAt: null }))
    // It is given up in the store first, and reported afterwards.
    const givenUp = { kind: 'given_up', tenant: 'bagian-organisasi', number: first, event: 'received' }
    await until(() => expect(news).toContainEqual(givenUp))
    expect(JSON.stringify([news, await cases.noticeOf(first)])).not.toContain('siti')
  })

  it('goes on to the next channel of the ladder when the first refuses', async () => {
    const { cases, resend, email, startDeliverer } = await aDelivery()
    const { sms, told } = anSmsCarrier()
    resend.mood = 'refuses_address'
    const contact = { email: 'siti@warga.example', phone: '0812-0000-0001' }
    await cases.addCase({ number: first, at: morning, contact, noticeChannels: ['whatsapp', 'email', 'sms'] })
    startDeliverer({ carriers: [email, sms] })

    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'sent', channel: 'sms' }))
    expect(told).toEqual(['0812-0000-0001'])
    const { attempts } = await cases.noticeOf(first)
    expect(attempts.map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ['email', 'refused'],
      ['sms', 'accepted'],
    ])
  })
})

describe('when the provider has trouble', () => {
  it('a notice is tried again after the back-off, and not before', async () => {
    const { cases, resend, goOn, startDeliverer } = await aDelivery()
    resend.next.push('error', 'nonsense')
    await cases.addCase({ number: first, at: morning })
    const deliverer = startDeliverer()
    const nextTryAt = async () => (await cases.noticeOf(first)).nextTryAt

    await until(async () => expect((await cases.noticeOf(first)).attempts).toHaveLength(1))
    expect(await nextTryAt()).toBe(plusMilliseconds(morning, MINUTE))
    goOn(MINUTE - 1)
    await deliverer.stop()
    expect(resend.requests).toBe(1)
    deliverer.start()
    goOn(1)
    await until(async () => expect(await nextTryAt()).toBe(plusMilliseconds(morning, 6 * MINUTE)))
    goOn(5 * MINUTE)
    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'sent' }))
    const { attempts } = await cases.noticeOf(first)
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['failed_for_now', 'failed_for_now', 'accepted'])
    expect(resend.delivered).toHaveLength(1)
  })

  it('waits as long as the provider asks, without losing a try', async () => {
    const { cases, resend, goOn, news, startDeliverer } = await aDelivery()
    resend.next.push('asks_to_wait')
    await cases.addCase({ number: first, at: morning })
    startDeliverer()

    const until7 = plusMilliseconds(morning, 7 * SECOND)
    await until(async () => expect((await cases.noticeOf(first)).nextTryAt).toBe(until7))
    expect(await cases.noticeOf(first)).toMatchObject({ attempts: [{ outcome: 'held', reason: 'asked_to_wait' }] })
    expect(news).toContainEqual({ kind: 'channel_rests', channel: 'email', until: until7 })
    goOn(7 * SECOND)
    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'sent' }))
  })

  it('does not hammer it: after a few failures the others wait, and their cases say why', async () => {
    const { cases, resend, goOn, startDeliverer } = await aDelivery()
    resend.mood = 'error'
    for (const number of numbers(40)) await cases.addCase({ number, at: morning })
    startDeliverer()

    const notices = () => Promise.all(numbers(40).map(cases.noticeOf))
    await until(async () => expect((await notices()).every(({ attempts }) => attempts.length === 1)).toBe(true))
    expect(resend.requests).toBeLessThanOrEqual(SENDS_AT_ONCE)
    const held = (await notices()).filter(({ attempts }) => attempts[0]?.outcome === 'held')
    expect(held.length).toBeGreaterThanOrEqual(40 - SENDS_AT_ONCE)
    expect(held[0]?.attempts[0]).toMatchObject({ reason: 'provider_trouble' })

    resend.mood = 'well'
    goOn(HOUR)
    await until(() => expect(resend.delivered).toHaveLength(40))
  })

  it('gives up after the last back-off and says so', async () => {
    const { cases, resend, goOn, startDeliverer } = await aDelivery()
    resend.mood = 'cuts'
    await cases.addCase({ number: first, at: morning })
    startDeliverer()

    for (let tries = 1; tries <= 7; tries++) {
      await until(() => expect(resend.requests).toBe(tries))
      await until(async () => expect((await cases.noticeOf(first)).attempts).toHaveLength(tries))
      goOn(DAY)
    }
    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'failed', nextTryAt: null }))
  })

  it('sends many at once, but no more than the channel has places', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    resend.mood = 'hangs'
    for (const number of numbers(30)) await cases.addCase({ number, at: morning })
    startDeliverer()
    await until(() => expect(resend.waiting).toBe(SENDS_AT_ONCE))

    resend.letGo()
    await until(() => expect(resend.delivered).toHaveLength(30))
    expect(resend.mostWaiting).toBe(SENDS_AT_ONCE)
  })

  it('a slow provider holds up no other channel', async () => {
    const { cases, resend, email, startDeliverer } = await aDelivery()
    const { sms, told } = anSmsCarrier()
    resend.mood = 'hangs'
    for (const number of numbers(20)) await cases.addCase({ number, at: morning })
    const contact = { phone: '0812-0000-0002' }
    await cases.addCase({
      number: 'BO-2026-000099',
      at: plusMilliseconds(morning, -1),
      contact,
      noticeChannels: ['sms'],
    })
    await cases.addCase({ number: 'BO-2026-000100', at: morning, contact, noticeChannels: ['sms'] })
    startDeliverer({ carriers: [email, sms] })

    await until(() => expect(told).toHaveLength(2))
    expect(resend.delivered).toHaveLength(0)
  })
})

describe('a provider that is down for an hour', () => {
  it('holds up no other channel: whatever is due there leaves at once, however many wait here', async () => {
    const { cases, resend, email, goOn, now, startDeliverer } = await aDelivery()
    const { sms, told } = anSmsCarrier()
    resend.mood = 'cuts'
    for (const number of numbers(60)) await cases.addCase({ number, at: morning })
    startDeliverer({ carriers: [email, sms] })

    for (let fives = 1; fives <= 12; fives++) {
      const contact = { phone: `0812-0000-${String(fives).padStart(4, '0')}` }
      await cases.addCase({ number: `DC-2026-${fives}`, at: now(), contact, noticeChannels: ['sms'], tenant: dinas })
      goOn(0)
      await until(() => expect(told).toHaveLength(fives))
      goOn(5 * MINUTE)
    }
    expect(resend.delivered).toHaveLength(0)
    expect(resend.requests).toBeLessThan(60)

    resend.mood = 'well'
    // The clock goes on only where none left meanwhile: notices that wait for days are given up.
    let left = -1
    const all = () => {
      if (resend.delivered.length === left) goOn(10 * MINUTE)
      left = resend.delivered.length
      expect(left).toBe(60)
    }
    await vi.waitFor(all, { timeout: 60_000, interval: 200 })
  })

  it('is known to be down by the next process too, and since when: it is not asked before its rest is over', async () => {
    const { cases, resend, goOn, startDeliverer } = await aDelivery()
    resend.mood = 'error'
    for (const number of numbers(6)) await cases.addCase({ number, at: morning })
    const before = startDeliverer()
    await until(async () => expect((await cases.noticeOf('BO-2026-000006')).attempts).toHaveLength(1))
    await before.stop()
    const asked = resend.requests

    for (const number of ['BO-2026-000007', 'BO-2026-000008']) await cases.addCase({ number, at: morning })
    const after = startDeliverer()
    await until(async () =>
      expect(await cases.noticeOf('BO-2026-000008')).toMatchObject({ attempts: [{ outcome: 'held' }] }),
    )
    expect(resend.requests).toBe(asked)
    const [email] = after.channels(organisasi)
    expect(email?.health).toMatchObject({ failingSince: morning, why: 'provider_trouble' })

    resend.mood = 'well'
    goOn(MINUTE)
    await until(() => expect(resend.delivered).toHaveLength(8))
    expect(after.channels(organisasi)[0]?.health.failingSince).toBeNull()
  })
})

describe('when a process dies or stops', () => {
  it('killed between the send and the record, the next one tells nobody twice', async () => {
    const before = await aDelivery()
    await before.cases.addCase({ number: first, at: morning })
    await before.house.store.close()
    before.resend.mood = 'takes_and_hangs'
    const doomed = delivererProcess(before.house, before.resend.url)
    await until(() => expect(before.resend.delivered).toHaveLength(1))
    await doomed.kill()

    before.resend.mood = 'well'
    const { cases, goOn, startDeliverer } = await aDelivery({
      resend: before.resend,
      house: await anOpenHouse(before.house),
    })
    expect(await cases.noticeOf(first)).toMatchObject({ state: 'pending', attempts: [] })
    goOn(2 * MINUTE)
    startDeliverer()
    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'sent' }))
    expect(before.resend.requests).toBe(2)
    expect(before.resend.delivered).toHaveLength(1)
  })

  it('the provider dies after taking the message: it is delivered once', async () => {
    const { cases, resend, goOn, startDeliverer } = await aDelivery()
    resend.next.push('takes_and_cuts')
    await cases.addCase({ number: first, at: morning })
    startDeliverer()
    await until(async () => expect((await cases.noticeOf(first)).attempts).toHaveLength(1))
    goOn(MINUTE)
    await until(async () => expect(await cases.noticeOf(first)).toMatchObject({ state: 'sent' }))
    expect(resend.delivered).toHaveLength(1)
  })

  it('two processes at one store send each notice once', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    for (const number of numbers(30)) await cases.addCase({ number, at: morning })
    startDeliverer()
    startDeliverer()
    await until(() => expect(resend.delivered).toHaveLength(30))
    expect(resend.requests).toBe(30)
  })

  it('stop waits for what is under way, and it is recorded', async () => {
    const { cases, resend, startDeliverer } = await aDelivery()
    resend.mood = 'hangs'
    await cases.addCase({ number: first, at: morning })
    const deliverer = startDeliverer()
    await until(() => expect(resend.waiting).toBe(1))

    const stopping = deliverer.stop()
    resend.letGo()
    await stopping
    expect(await cases.noticeOf(first)).toMatchObject({ state: 'sent' })
  })

  it('a fault of the store is told and stops nobody else', async () => {
    const { cases, resend, news, startDeliverer } = await aDelivery()
    let isBroken = true
    const queue = {
      ...cases,
      claimDue: async (...lease: Parameters<typeof cases.claimDue>) => {
        if (isBroken) throw new Error('disk full')
        return cases.claimDue(...lease)
      },
    }
    await cases.addCase({ number: first, at: morning })
    const deliverer = startDeliverer({ queue })
    await until(() => expect(news[0]).toMatchObject({ kind: 'fault' }))

    isBroken = false
    deliverer.wakeUp()
    await until(() => expect(resend.delivered).toHaveLength(1))
  })
})
