import { describe, expect, it } from 'vitest'
import { correctIdentity } from '../../../service/following/rights/rights.ts'
import { aReportersCase } from '../../support/a-reporters-case.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas } from '../../support/two-units.ts'

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
