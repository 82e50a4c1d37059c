import { describe, expect, it } from 'vitest'
import { contactCode } from '../../service/notices/contact-code.ts'
import { confirmContact, sendContactCode } from '../../service/rights/check-contact.ts'
import { contactState } from '../../service/rights/contact-check.ts'
import { correctIdentity } from '../../service/rights/correct-identity.ts'
import { withdrawIdentity } from '../../service/rights/withdraw-identity.ts'
import { HOUR, MINUTE, plusMilliseconds } from '../../service/shared/instant.ts'
import { aReportersCase } from '../support/a-reporters-case.ts'
import { laterRefusalOf } from '../support/refused.ts'

/** A reporter whose news goes to WhatsApp, and the code that a message to them would carry. */
async function aReporter() {
  const reporter = await aReportersCase()
  const { access, now } = reporter
  let at = reporter.ports.now()
  const ports = { ...reporter.ports, now: () => at }
  const hash = await ports.vault.hasher(access.tenant, 'notice')
  return {
    ...reporter,
    ports,
    passes(milliseconds: number) {
      at = plusMilliseconds(at, milliseconds)
    },
    ask: () => sendContactCode(ports, access, 'whatsapp'),
    answer: (code: string) => confirmContact(ports, access, { channel: 'whatsapp', code }),
    code: async () => contactCode(hash, access.number, (await now()).notices.at(-1)!.id),
    state: async () => contactState(await now(), 'whatsapp', ports.now()),
  }
}

const wrong = (code: string) => code.replace(/./g, (digit) => String((Number(digit) + 1) % 10))

describe('a reporter who confirms a contact', () => {
  it('gets six digits on that channel and no other, and is known by them', async () => {
    const { ask, answer, code, now, state } = await aReporter()
    await ask()
    expect((await now()).notices.at(-1)).toMatchObject({ event: 'contact_code', only: 'whatsapp', state: 'pending' })
    expect(await code()).toMatch(/^\d{6}$/)
    await answer(await code())
    expect(await state()).toMatchObject({ state: 'confirmed' })
    expect((await now()).dossier.history.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['contact_code', 'contact_confirmed']),
    )
    expect(await laterRefusalOf(ask())).toBe('contact/confirmed-already')
  })

  it('has five tries, each counted, and then even the right code is none', async () => {
    const { ask, answer, code, now } = await aReporter()
    await ask()
    const { revision } = await now()
    for (const left of [4, 3, 2, 1, 0]) {
      await expect(answer(wrong(await code()))).rejects.toMatchObject({ code: 'contact/wrong-code', details: { left } })
    }
    expect(await laterRefusalOf(answer(await code()))).toBe('contact/no-code')
    expect((await now()).revision).toBe(revision)
  })

  it('is not helped by the code of before, nor by one that is an hour old', async () => {
    const { ask, answer, code, state, passes } = await aReporter()
    await ask()
    const first = await code()
    passes(MINUTE)
    await ask()
    expect(await code()).not.toBe(first)
    expect(await laterRefusalOf(answer(first))).toBe('contact/wrong-code')
    passes(HOUR)
    expect(await state()).toEqual({ state: 'unchecked' })
    expect(await laterRefusalOf(answer(await code()))).toBe('contact/no-code')
  })

  it('has three codes a day, since the address may be somebody else’s', async () => {
    const { ask, passes } = await aReporter()
    for (let time = 0; time < 3; time++) {
      await ask()
      passes(HOUR)
    }
    await expect(ask()).rejects.toMatchObject({
      code: 'contact/too-many-codes',
      details: { retryAfter: 21 * 60 * 60 },
    })
    passes(22 * HOUR)
    await ask()
  })

  it('confirms nothing that was not given, and starts anew when the contact changes or goes', async () => {
    const { ask, answer, code, state, now, ports, access } = await aReporter()
    expect(await laterRefusalOf(sendContactCode(ports, access, 'email'))).toBe('contact/not-given')
    await ask()
    await answer(await code())
    await correctIdentity(ports, access, { phone: '0812-0000-0009' })
    expect(await state()).toEqual({ state: 'unchecked' })
    await ask()
    await withdrawIdentity(ports, access)
    expect((await now()).dossier.contactChecks).toEqual([])
    expect(await laterRefusalOf(answer(await code()))).toBe('contact/no-code')
  })
})
