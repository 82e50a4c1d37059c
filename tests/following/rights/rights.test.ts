import { describe, expect, it } from 'vitest'
import { performAct } from '../../../service/desk/case-acts.ts'
import { addIdentityToComplaint } from '../../../service/following/completions.ts'
import {
  answerDataRequest,
  correctIdentity,
  listDataRequests,
  requestAboutData,
  withdrawIdentity,
} from '../../../service/following/rights/rights.ts'
import {
  askForIdentity,
  decideIdentityRequest,
  listIdentityRequests,
  revealIdentity,
} from '../../../service/keeping/identity/identity.ts'
import { permissionsFor } from '../../../service/offices/staff/permissions.ts'
import { type Role, roles } from '../../../service/offices/vocabulary.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aReportersCase } from '../../support/a-reporters-case.ts'
import { aMembership } from '../../support/a-small-unit.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas } from '../../support/two-units.ts'

const head = staffWith(['unit_head'])
const wish = { kind: 'erasure', text: 'Hapus nomor lama saya, Siti Contoh.' } as const

async function aRequest() {
  const desk = await aReportersCase()
  const asked = await requestAboutData(desk.ports, desk.access, wish)
  const { id } = asked.dossier.dataRequests[0]!
  const answer = (words: { text?: string; leakReason?: string } = {}, by = head) =>
    answerDataRequest(desk.ports, by, { number: desk.number, id, granted: true, text: 'Sudah kami hapus.', ...words })
  return { ...desk, asked, id, answer }
}

describe('a request about one’s own data', () => {
  it('waits with a clock of 72 hours that counts the weekend', async () => {
    const { asked } = await aRequest()
    expect(asked.dossier.dataRequests).toMatchObject([
      { ...wish, answer: null, clock: { clock: 'personal_data', dueAt: '2026-11-26T03:00:00.000Z' } },
    ])
    expect(asked.dataRequestDueAt).toBe('2026-11-26T03:00:00.000Z')
    expect(asked.dossier.history.at(-1)).toMatchObject({ event: 'data_requested', text: null, public: true })
  })

  it('is answered on the reporter’s page and by a notice, and its clock stops', async () => {
    const { answer, now } = await aRequest()
    await answer()
    const { dossier, notices, dataRequestDueAt } = await now()
    expect(dossier.dataRequests).toMatchObject([
      {
        answer: { granted: true, text: 'Sudah kami hapus.', by: { kind: 'staff', id: head.id } },
        clock: { stoppedAt: '2026-11-23T03:00:00.000Z' },
      },
    ])
    expect(dossier.history.at(-1)).toMatchObject({ event: 'data_answered', text: null, public: true })
    expect(notices.at(-1)).toMatchObject({ event: 'message', state: 'pending' })
    expect(dataRequestDueAt).toBeNull()
  })

  it('can be made in a case that is over', async () => {
    const { ports, access, now } = await aRequest()
    await ports.complaints.change(access.tenant, access.number, (one) => ({ ...one, status: 'closed' }))
    await requestAboutData(ports, access, wish)
    expect((await now()).dossier.dataRequests).toHaveLength(2)
  })

  it('is answered once, and not by somebody of another office', async () => {
    const { answer } = await aRequest()
    expect(await laterRefusalOf(answer({}, staffWith(['unit_head'], dinas)))).toBe('complaint/not-found')
    await answer()
    expect(await laterRefusalOf(answer())).toBe('data-request/unknown')
  })

  it('is not answered in words that name the reporter, unless a reason is given', async () => {
    const { answer, now } = await aRequest()
    const named = { text: 'Bu Siti Contoh, sudah kami hapus.' }
    expect(await laterRefusalOf(answer(named))).toBe('text/names-reporter')
    expect((await now()).dossier.dataRequests[0]!.answer).toBeNull()
    await answer({ ...named, leakReason: 'Pelapor meminta disapa.' })
    expect((await now()).dossier.history.at(-1)).toMatchObject({ event: 'naming_kept', public: false })
  })

  it.each(roles.filter((role) => !permissionsFor([role]).has('rights.answer')))(
    'is neither listed nor answered by a %s alone',
    async (role: Role) => {
      const { ports, answer } = await aRequest()
      expect(await laterRefusalOf(answer({}, staffWith([role])))).toBe('staff/not-permitted')
      expect(await laterRefusalOf(listDataRequests(ports, staffWith([role])))).toBe('staff/not-permitted')
    },
  )

  it('stands in the unit’s list until it is answered, and in no other’s', async () => {
    const { ports, number, answer } = await aRequest()
    expect((await listDataRequests(ports, head)).map(({ id }) => id)).toEqual([number])
    expect(await listDataRequests(ports, staffWith(['unit_head'], dinas))).toEqual([])
    await answer()
    expect(await listDataRequests(ports, head)).toEqual([])
  })

  it('does not come without end: five may wait', async () => {
    const { ports, access } = await aRequest()
    for (let more = 0; more < 4; more++) await requestAboutData(ports, access, wish)
    expect(await laterRefusalOf(requestAboutData(ports, access, wish))).toBe('data-request/too-many')
  })
})

describe('a reporter who corrects their data', () => {
  it('changes only what they say, under a new key, and leaves a line without the words', async () => {
    const { ports, access, received, now, kept } = await aReportersCase()
    await correctIdentity(ports, access, { name: 'Siti Contoh Umpama', email: 'siti@contoh.example' })
    expect(await kept()).toMatchObject({
      name: 'Siti Contoh Umpama',
      phone: '0812-0000-0001',
      email: 'siti@contoh.example',
    })
    const { identity, dossier } = await now()
    expect(identity!.key).not.toBe(received.identity!.key)
    expect(dossier.maskedReporter).toMatchObject({ name: 'S… C… U…', email: 's…@contoh.example' })
    expect(dossier.history.at(-1)).toMatchObject({ event: 'identity_corrected', text: null, public: true })
    expect(JSON.stringify(dossier.history)).not.toContain('Umpama')
  })

  it('keeps the order of notices, with what the correction opens and without what it closes', async () => {
    const { ports, access, now } = await aReportersCase()
    await correctIdentity(ports, access, { phone: null, email: 'siti@contoh.example' }).catch(() => {})
    expect((await now()).noticeChannels).toEqual(['whatsapp'])
    await correctIdentity(ports, access, { email: 'siti@contoh.example' })
    expect((await now()).noticeChannels).toEqual(['whatsapp', 'email'])
  })

  it('is told what waits at the new address, from the first try and under a key that no provider knows', async () => {
    const { ports, access, received, now } = await aReportersCase()
    const [waiting] = received.notices
    await ports.complaints.record(access.tenant, access.number, waiting!.id, (notice) => ({
      ...notice,
      channel: 'whatsapp',
      attempts: [
        { at: received.receivedAt, channel: 'whatsapp', outcome: 'refused', reason: 'address_refused', answer: '' },
      ],
    }))
    await correctIdentity(ports, access, { phone: '0812-0000-0002' })
    expect((await now()).notices).toMatchObject([{ id: waiting!.id, state: 'pending', channel: null, from: 1 }])
  })

  it('is refused what the unit’s form needs, and a name where they chose to stay without', async () => {
    const named = await aReportersCase()
    expect(await laterRefusalOf(correctIdentity(named.ports, named.access, { phone: null }))).toBe('request/invalid')
    const nameless = await aReportersCase('anonymous', { phone: '0812-0000-0001' })
    const name = correctIdentity(nameless.ports, nameless.access, { name: 'Siti Contoh' })
    expect(await laterRefusalOf(name)).toBe('request/invalid')
    await correctIdentity(nameless.ports, nameless.access, { phone: '0812-0000-0002' })
    expect(await nameless.kept()).toMatchObject({ name: null, phone: '0812-0000-0002' })
  })

  it('has nothing to correct where nothing was given, and finds nothing in another office', async () => {
    const { ports, access } = await aReportersCase('anonymous', {})
    expect(await laterRefusalOf(correctIdentity(ports, access, { phone: '0812-0000-0002' }))).toBe('identity/not-given')
    const elsewhere = correctIdentity(ports, { ...access, tenant: dinas }, { phone: '0812-0000-0002' })
    expect(await laterRefusalOf(elsewhere)).toBe('complaint/not-found')
  })
})

const handler = staffWith(['case_handler'])
const custodian = staffWith(['identity_custodian'])
const reason = { ground: 'contact_reporter', reason: 'Pelapor perlu dipanggil.' } as const

describe('a reporter who withdraws their identity', () => {
  it('is forgotten by name, key and address, while the case goes on', async () => {
    const { ports, access, received, now } = await aReportersCase()
    await withdrawIdentity(ports, access)
    const after = await now()
    expect(after).toMatchObject({ privacy: 'anonymous', identity: null, noticeChannels: [], status: received.status })
    expect(after.dossier.maskedReporter).toBeNull()
    expect(after.dossier.history.at(-1)).toMatchObject({
      event: 'identity_erased',
      by: { kind: 'reporter' },
      public: true,
    })
    expect(after.notices).toMatchObject([{ state: 'unreachable', nextTryAt: null }])
  })

  it('closes what waits for a custodian, and no earlier yes opens an identity that is given later', async () => {
    const { ports, access, number } = await aReportersCase('confidential')
    await ports.staff.saveMembership(aMembership(custodian.id, ['identity_custodian']))
    const asked = await askForIdentity(ports, handler, { number, ...reason })
    const { id } = asked.dossier.identityRequests[0]!
    await decideIdentityRequest(ports, custodian, { number, id, granted: true, because: 'Perlu.' })
    const other = staffWith(['verifier'])
    await askForIdentity(ports, other, { number, ...reason })
    await withdrawIdentity(ports, access)
    expect(await listIdentityRequests(ports, custodian)).toEqual([])

    const again = {
      privacy: 'confidential',
      reporter: { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0003' },
    } as const
    const added = await addIdentityToComplaint(ports, access, again)
    expect(added).toMatchObject({ privacy: 'confidential', identity: { key: expect.any(String) } })
    expect(await laterRefusalOf(revealIdentity(ports, handler, { number, ...reason }))).toBe(
      'identity/custodian-needed',
    )
    expect(await laterRefusalOf(addIdentityToComplaint(ports, access, again))).toBe('identity/already-given')
  })

  it('leaves the office to weigh whether the case is well founded without', async () => {
    const { ports, access, number, now } = await aReportersCase()
    const { revision } = await withdrawIdentity(ports, access)
    const verifier = staffWith(['verifier'])
    expect(await laterRefusalOf(performAct(ports, verifier, 'verify', { number, revision }))).toBe(
      'verification/decision-needed',
    )
    const grounded = { wellFounded: true, because: 'Bukti cukup.' }
    await performAct(ports, verifier, 'verify', { number, revision, grounded })
    expect(await now()).toMatchObject({ status: 'in_progress', dossier: { grounded } })
  })

  it('cannot do it twice, and finds nothing in another office', async () => {
    const { ports, access } = await aReportersCase()
    await withdrawIdentity(ports, access)
    expect(await laterRefusalOf(withdrawIdentity(ports, access))).toBe('identity/not-given')
    expect(await laterRefusalOf(withdrawIdentity(ports, { ...access, tenant: dinas }))).toBe('complaint/not-found')
  })
})
