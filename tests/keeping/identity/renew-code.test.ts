import { describe, expect, it } from 'vitest'
import { isCodeKnownToStaff } from '../../../service/case/reporter-rights.ts'
import { chooseOwnCode, identifyReporter } from '../../../service/following/follow-complaint.ts'
import { renewCode } from '../../../service/keeping/identity/reporters.ts'
import { normaliseCode } from '../../../service/shared/tracking-code.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const lost = '7KQM-2XRD-ABCD-2345-WXYZ'
const own = '2222-3333-4444-5555-6666'
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
    expect(await laterRefusalOf(opens(lost))).toBe('complaint/not-found')
    expect((await opens(trackingCode)).number).toBe(number)
    const { dossier, notices } = await now()
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
    expect((await opens(own)).number).toBe(number)
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
