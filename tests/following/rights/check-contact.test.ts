import { describe, expect, it } from 'vitest'
import { contactCode, contactState } from '../../../service/case/contact-check.ts'
import { messageCountSpec, openMessageCounts } from '../../../service/case/notices/message-counts.ts'
import { addIdentityToComplaint } from '../../../service/following/completions.ts'
import {
  confirmContact,
  correctIdentity,
  createCodeAllowance,
  sendContactCode,
  withdrawIdentity,
} from '../../../service/following/rights/rights.ts'
import { HOUR, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import { aReportersCase } from '../../support/a-reporters-case.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

/** A reporter whose news goes to WhatsApp, and the code that a message to them would carry. */
async function aReporter() {
  const reporter = await aReportersCase()
  const { access, now } = reporter
  let at = reporter.ports.now()
  const hasher = () => reporter.ports.vault.hasher(access.tenant, 'contact-code')
  const counts = await openMessageCounts(reporter.allOfStore, hasher, () => at)
  const codeAllowance = createCodeAllowance(counts, () => at)
  const ports = { ...reporter.ports, codeAllowance, now: () => at }
  const hash = await ports.vault.hasher(access.tenant, 'notice')
  return {
    ...reporter,
    ports,
    passes(milliseconds: number) {
      at = plusMilliseconds(at, milliseconds)
    },
    ask: (channel: 'whatsapp' | 'email' = 'whatsapp') =>
      sendContactCode(ports, access, { channel, address: '192.0.2.1' }),
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
    const { ask, answer, code, state, ports, access } = await aReporter()
    expect(await laterRefusalOf(ask('email'))).toBe('contact/not-given')
    await ask()
    await answer(await code())
    await correctIdentity(ports, access, { phone: '0812-0000-0009' })
    expect(await state()).toEqual({ state: 'unchecked' })
    await ask()
    await withdrawIdentity(ports, access)
    expect(await laterRefusalOf(answer(await code()))).toBe('contact/no-code')
  })

  it('has three codes a day however often the contact is corrected, withdrawn or given again', async () => {
    const { ask, ports, access, passes } = await aReporter()
    const given = { name: 'Siti Contoh', phone: '0812-0000-0007', channels: ['whatsapp'] } as const
    await ask()
    await correctIdentity(ports, access, { phone: '0812-0000-0008' })
    await ask()
    await withdrawIdentity(ports, access)
    await addIdentityToComplaint(ports, access, {
      privacy: 'confidential',
      reporter: { ...given, address: 'Jalan Misal 1', channels: ['whatsapp'] },
    })
    await ask()
    await correctIdentity(ports, access, { phone: '0812-0000-0006' })
    expect(await laterRefusalOf(ask())).toBe('contact/too-many-codes')
    passes(25 * HOUR)
    await ask()
  })

  it('has ten wrong tries a day, however many codes there are', async () => {
    const { ask, answer, code, state, passes } = await aReporter()
    for (const tries of [4, 4, 2]) {
      await ask()
      passes(MINUTE)
      const digits = wrong(await code())
      for (let time = 0; time < tries; time++) expect(await laterRefusalOf(answer(digits))).toBe('contact/wrong-code')
    }
    expect(await state()).toEqual({ state: 'unchecked' })
    expect(await laterRefusalOf(answer(await code()))).toBe('contact/no-code')
    expect(await laterRefusalOf(ask())).toBe('contact/too-many-codes')
  })

  it('does not keep a confirmed number through a correction of it, but through one of the name', async () => {
    const { ask, answer, code, state, ports, access } = await aReporter()
    await ask()
    await answer(await code())
    await correctIdentity(ports, access, { name: 'Siti Contoh Umpama' })
    expect(await state()).toMatchObject({ state: 'confirmed' })
    await correctIdentity(ports, access, { phone: '0812-0000-0009' })
    expect(await state()).toEqual({ state: 'unchecked' })
  })

  it('sends no code on to a new contact that was meant for the one before, nor other news twice', async () => {
    const { ask, ports, access, now } = await aReporter()
    await ask()
    await correctIdentity(ports, access, { phone: '0812-0000-0009' })
    const codes = () => now().then(({ notices }) => notices.filter(({ event }) => event === 'contact_code'))
    expect(await codes()).toMatchObject([{ state: 'unreachable', nextTryAt: null }])
  })
})

const asked = { channel: 'sms', address: '192.0.2.1' } as const

async function anAllowance() {
  const { ports, allOfStore } = await aReportersCase()
  let at = ports.now()
  const hasher = () => ports.vault.hasher(organisasi, 'contact-code')
  const open = async () => {
    const messageCounts = await openMessageCounts(allOfStore, hasher, () => at)
    return { ...createCodeAllowance(messageCounts, () => at), sweep: messageCounts.sweep }
  }
  const counts = await allOfStore.collection(messageCountSpec)
  return {
    open,
    kept: async () => (await counts.findAcrossTenants({ index: 'over', limit: 999 })).items,
    passes: (milliseconds: number) => {
      at = plusMilliseconds(at, milliseconds)
    },
  }
}

describe('codes of a day', () => {
  it('to one recipient are three from a unit and five from all, in whatever way the number is written', async () => {
    const { open } = await anAllowance()
    const { take } = await open()
    const written = ['0812-0000-0001', '+62 812 0000 0001', '6281200000001', '(0812) 0000 0001']
    const here = []
    for (const to of written) here.push(await take({ ...asked, tenant: organisasi, to }))
    expect(here).toEqual([true, true, true, false])
    const there = []
    for (const to of written) there.push(await take({ ...asked, tenant: dinas, channel: 'whatsapp', to }))
    expect(there).toEqual([true, true, false, false])
    expect(await take({ ...asked, tenant: organisasi, to: '0812-0000-0002' })).toBe(true)
    const mailed = []
    for (const to of ['Siti@contoh.example', 'siti+a@contoh.example', 'siti@CONTOH.example', 'siti+b@contoh.example']) {
      mailed.push(await take({ ...asked, tenant: organisasi, channel: 'email', to }))
    }
    expect(mailed).toEqual([true, true, true, false])
  })

  it('hold over a restart and between processes, and are forgotten when the day is over', async () => {
    const { open, kept, passes } = await anAllowance()
    const processes = [await open(), await open(), await open()]
    const request = { ...asked, tenant: organisasi, to: '0812-0000-0001' }
    const allowed = await Promise.all(processes.flatMap(({ take }) => [take(request), take(request), take(request)]))
    expect(allowed.filter(Boolean)).toHaveLength(3)
    const stored = JSON.stringify(await kept())
    for (const told of ['812-0000', '8120000', '192.0.2.1', organisasi]) expect(stored).not.toContain(told)
    expect(await (await open()).take(request)).toBe(false)
    passes(24 * HOUR)
    const later = await open()
    expect(await later.sweep()).toBeGreaterThan(0)
    expect(await kept()).toEqual([])
    expect(await later.take(request)).toBe(true)
  })

  it('from one address are sixty, and a busy unit keeps some for addresses that ask for few', async () => {
    const { open } = await anAllowance()
    const { take } = await open()
    let to = 0
    const number = () => `0812-0000-${String(to++).padStart(4, '0')}`
    for (let line = 0; line < 13; line++) {
      // The last one meets the unit's limit before its own.
      for (let time = 0; time < (line < 12 ? 60 : 40); time++) {
        await take({ ...asked, tenant: organisasi, address: `10.0.0.${line}`, to: number() }).catch(() => null)
      }
    }
    const from = (address: string) => laterRefusalOf(take({ ...asked, tenant: organisasi, address, to: number() }))
    expect(await from('10.0.0.1')).toBe('contact/network-codes')
    expect(await from('10.0.0.12')).toBe('contact/unit-codes')
    expect(await take({ ...asked, tenant: organisasi, address: '10.0.1.1', to: number() })).toBe(true)
  })
})
