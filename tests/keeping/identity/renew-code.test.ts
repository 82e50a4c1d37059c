import { describe, expect, it } from 'vitest'
import { contactCode } from '../../../service/case/contact-check.ts'
import { isCodeWaiting } from '../../../service/case/given-code.ts'
import { isCodeKnownToStaff } from '../../../service/case/reporter-rights.ts'
import { chooseOwnCode, identifyReporter, withdrawComplaint } from '../../../service/following/follow-complaint.ts'
import { confirmContact, sendContactCode } from '../../../service/following/rights/rights.ts'
import { confirmCode, renewCode } from '../../../service/keeping/identity/reporters.ts'
import { normaliseCode } from '../../../service/shared/tracking-code.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const lost = '7KQM-2XRD-ABCD-2345-WXYZ'
const own = 'K7QW-M3XF-9TBP-4VHD-2RGC'
const handler = staffWith(['case_handler'])
const reason = 'KTP dicocokkan di loket.'

/** A complaint of Siti Contoh, who lost the code with which she filed it. */
async function aLostCode(privacy: 'named' | 'confidential' | 'anonymous' = 'named') {
  const desk = await aDesk()
  const { vault } = desk.ports
  const codeHash = (await vault.hasher(organisasi, 'tracking-code'))(normaliseCode(lost))
  const given = { name: 'Siti Contoh', phone: '0812-0000-0001', email: 'siti@warga.example' }
  const { identity, filing } = await sealedReporter(vault, privacy, given)
  const noticeChannels = ['email', 'whatsapp'] as const
  const { id: number } = await desk.receive(
    aComplaint({ privacy, codeHash, noticeChannels, ...(privacy === 'anonymous' ? {} : { identity, filing }) }),
  )
  const opens = (code: string) => identifyReporter(desk.ports, organisasi, number, code)
  const now = () => desk.ports.complaints.get(organisasi, number)
  return { ...desk, number, opens, now }
}

describe('a lost code', () => {
  it('is replaced after an officer made sure of the person; the old one is dead, and every channel tells the reporter', async () => {
    const { ports, number, opens, now } = await aLostCode()
    const { trackingCode } = await renewCode(ports, handler, { number, reason })
    await expect(opens(lost)).rejects.toMatchObject({
      code: 'code/replaced',
      details: { by: handler.position, at: { id: expect.stringContaining('2026') } },
    })
    expect((await opens(trackingCode)).number).toBe(number)
    const { dossier, notices } = await now()
    expect(dossier.identityOpenings.at(-1)).toMatchObject({ ground: 'check_identity', reason })
    expect(dossier.history.at(-1)).toMatchObject({ event: 'code_replaced', text: reason, public: true })
    expect(notices.slice(-2).map(({ event, only }) => [event, only])).toEqual([
      ['code_replaced', 'email'],
      ['code_replaced', 'whatsapp'],
    ])
    const logged = await ports.accessLog.find(organisasi, { index: 'place', limit: 10 })
    expect(JSON.stringify(logged)).toContain('code.renewed')
    expect(JSON.stringify(logged)).not.toContain(trackingCode)
  })

  it('is replaced once more by the reporter, whose browser made a code that no officer saw', async () => {
    const { ports, number, opens, now } = await aLostCode()
    const { trackingCode } = await renewCode(ports, handler, { number, reason })
    expect(isCodeKnownToStaff(await now())).toBe(true)
    const same = chooseOwnCode(ports, await opens(trackingCode), trackingCode)
    expect(await laterRefusalOf(same)).toBe('request/invalid')
    await chooseOwnCode(ports, await opens(trackingCode), own)
    expect(isCodeKnownToStaff(await now())).toBe(false)
    const { revision } = await now()
    await chooseOwnCode(ports, await opens(own), own)
    expect((await now()).revision).toBe(revision)
    expect(await laterRefusalOf(opens(trackingCode))).toBe('complaint/not-found')
    expect(await laterRefusalOf(opens(lost))).toBe('code/replaced-by-own')
    expect((await opens(own)).number).toBe(number)
  })

  it('tells who has the old one who replaced it and when, also after a second one was given, and nobody else', async () => {
    const { ports, number, opens } = await aLostCode()
    await renewCode(ports, handler, { number, reason })
    await renewCode(ports, handler, { number, reason })
    expect(await laterRefusalOf(opens(lost))).toBe('code/replaced')
    expect(await laterRefusalOf(opens(own))).toBe('complaint/not-found')
    const elsewhere = identifyReporter(ports, organisasi, 'BO-2026-999999', lost)
    expect(await laterRefusalOf(elsewhere)).toBe('complaint/not-found')
  })

  it('comes back by a contact of the case: a code that was asked for before does not count', async () => {
    const { ports: desk, number, now, goOn } = await aLostCode()
    const ports = { ...desk, codeAllowance: { take: async () => true } }
    const access = { tenant: organisasi, number }
    const hash = await ports.vault.hasher(organisasi, 'notice')
    const confirm = async () => {
      await sendContactCode(ports, access, { channel: 'email', address: '192.0.2.1' })
      const code = contactCode(hash, number, (await now()).notices.at(-1)?.id ?? '')
      return confirmContact(ports, access, { channel: 'email', code })
    }
    await confirm()
    await renewCode(ports, handler, { number, reason })
    goOn(0.01)
    expect(isCodeWaiting(await now())).toBe(true)
    await confirm()
    expect(isCodeWaiting(await now())).toBe(false)
  })

  it('is confirmed by a second officer who has no part in the case, not by the one who gave it', async () => {
    const { ports, number, now } = await aLostCode()
    await renewCode(ports, handler, { number, reason })
    expect(await laterRefusalOf(confirmCode(ports, handler, { number, reason }))).toBe('code/own-part')
    const second = staffWith(['verifier'])
    await confirmCode(ports, { ...second, id: 'orang-kedua' as typeof second.id }, { number, reason })
    const { dossier } = await now()
    expect(isCodeWaiting(await now())).toBe(false)
    expect(dossier.history.at(-1)).toMatchObject({ event: 'code_confirmed', text: reason, public: true })
    const again = confirmCode(ports, { ...second, id: 'orang-ketiga' as typeof second.id }, { number, reason })
    expect(await laterRefusalOf(again)).toBe('code/none-waits')
  })

  it('says in the history who had given the code with which the reporter acts', async () => {
    const { ports, number, now } = await aLostCode()
    await renewCode(ports, handler, { number, reason })
    await withdrawComplaint(ports, { tenant: organisasi, number }, undefined)
    const withdrawn = (await now()).dossier.history.find(({ event }) => event === 'withdrawn')
    expect(withdrawn?.by).toEqual({ kind: 'reporter', codeBy: handler.position })
  })

  it('is not replaced by one that is found by trying: repeated characters and groups, and sequences', async () => {
    const { ports, opens } = await aLostCode()
    for (const weak of [
      '2222-2222-2222-2222-2222',
      'xxxxxxxxxxxxxxxxxxxx',
      '7KQM-7KQM-7KQM-7KQM-7KQM',
      '2222-3333-4444-5555-6666',
      '2345-6789-ABCD-EFGH-JKMN',
      'ZYXW-VUTS-RQPN-MKJH-GFED',
      'QWER-TYUP-ASDF-GHJK-ZXCV',
      '7KQM2-7KQM2-7KQM2-7KQM2',
    ])
      expect([weak, await laterRefusalOf(chooseOwnCode(ports, await opens(lost), weak))]).toEqual([weak, 'code/weak'])
  })

  it('of a complaint without identity stays lost, because nobody can be compared', async () => {
    const { ports, number, opens } = await aLostCode('anonymous')
    expect(await laterRefusalOf(renewCode(ports, handler, { number, reason }))).toBe('identity/not-given')
    expect((await opens(lost)).number).toBe(number)
  })

  it('of a confidential reporter takes a custodian', async () => {
    const { ports, number, opens } = await aLostCode('confidential')
    expect(await laterRefusalOf(renewCode(ports, handler, { number, reason }))).toBe('identity/custodian-needed')
    const custodian = staffWith(['identity_custodian'])
    const { trackingCode } = await renewCode(ports, custodian, { number, reason })
    expect((await opens(trackingCode)).number).toBe(number)
  })

  it('is replaced by nobody of another office, nor without the permission', async () => {
    const { ports, number, opens } = await aLostCode()
    const stranger = staffWith(['case_handler'], dinas)
    expect(await laterRefusalOf(renewCode(ports, stranger, { number, reason }))).toBe('complaint/not-found')
    const intake = staffWith(['intake_officer'])
    expect(await laterRefusalOf(renewCode(ports, intake, { number, reason }))).toBe('staff/not-permitted')
    expect((await opens(lost)).number).toBe(number)
  })

  it('is not replaced by what has not the form of a code', async () => {
    const { ports, opens } = await aLostCode()
    for (const wrong of ['', 'RAHASIA', 'OOOO-1111-ILIL-0000-OOOO', `${own}-2222`])
      expect(await laterRefusalOf(chooseOwnCode(ports, await opens(lost), wrong))).toBe('request/invalid')
  })
})
