import { describe, expect, it } from 'vitest'
import {
  askForIdentity,
  decideIdentityRequest,
  listIdentityRequests,
  revealIdentity,
} from '../../../service/keeping/identity/identity.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { aMembership } from '../../support/a-small-unit.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const handler = staffWith(['case_handler'])
const custodian = staffWith(['identity_custodian'])
const reason = { ground: 'contact_reporter', reason: 'Pelapor perlu dipanggil.' } as const

/** A confidential complaint by Siti Contoh at a desk. */
async function aConfidentialCase() {
  const desk = await aDesk()
  const given = { name: 'Siti Contoh', phone: '0812-0000-0001' }
  const { identity, filing } = await sealedReporter(desk.ports.vault, 'confidential', given)
  const { id: number } = await desk.receive(aComplaint({ privacy: 'confidential', identity, filing }))
  await desk.ports.staff.saveMembership(aMembership(custodian.id, ['identity_custodian']))
  const request = async () => {
    const asked = await askForIdentity(desk.ports, handler, { number, ...reason })
    return asked.dossier.identityRequests.at(-1)!.id
  }
  const decide = (id: string, granted: boolean, by = custodian) =>
    decideIdentityRequest(desk.ports, by, { number, id, granted, because: 'Sudah ditimbang.' })
  return { ...desk, number, request, decide, open: () => revealIdentity(desk.ports, handler, { number, ...reason }) }
}

describe('a confidential identity', () => {
  it('opens for an officer only after a custodian’s yes, and the reporter can read it', async () => {
    const { ports, number, request, decide, open } = await aConfidentialCase()
    expect(await laterRefusalOf(open())).toBe('identity/custodian-needed')
    await decide(await request(), true)
    expect(await open()).toMatchObject({ name: 'Siti Contoh', phone: '0812-0000-0001' })
    const { dossier } = await ports.complaints.get(organisasi, number)
    expect(dossier.identityOpenings).toMatchObject([reason])
    expect(dossier.history.at(-1)).toMatchObject({ event: 'identity_opened', public: true })
  })

  it('is not asked for where no custodian could decide, because the request would lie for ever', async () => {
    const { ports, number } = await aConfidentialCase()
    await ports.staff.removeMembership(organisasi, custodian.id)
    expect(await laterRefusalOf(askForIdentity(ports, handler, { number, ...reason }))).toBe('identity/nobody-keeps')
    await ports.staff.saveMembership(aMembership(handler.id, ['case_handler', 'identity_custodian']))
    expect(await laterRefusalOf(askForIdentity(ports, handler, { number, ...reason }))).toBe('identity/nobody-keeps')
  })

  it('stays closed after a no', async () => {
    const { request, decide, open } = await aConfidentialCase()
    await decide(await request(), false)
    expect(await laterRefusalOf(open())).toBe('identity/custodian-needed')
  })

  it('opens once for each yes, and not after a day', async () => {
    const { request, decide, open, goOn } = await aConfidentialCase()
    await decide(await request(), true)
    await open()
    expect(await laterRefusalOf(open())).toBe('identity/custodian-needed')
    await decide(await request(), true)
    goOn(1)
    expect(await laterRefusalOf(open())).toBe('identity/custodian-needed')
  })

  it('is not granted by the one who asked', async () => {
    const { ports, number } = await aConfidentialCase()
    const both = staffWith(['case_handler', 'identity_custodian'])
    const asked = await askForIdentity(ports, both, { number, ...reason })
    const id = asked.dossier.identityRequests[0]!.id
    const own = decideIdentityRequest(ports, both, { number, id, granted: true, because: 'Saya perlu.' })
    expect(await laterRefusalOf(own)).toBe('identity/own-request')
  })

  it('waits in the custodian’s list until it is decided, and in no other office’s', async () => {
    const { ports, number, request, decide } = await aConfidentialCase()
    const id = await request()
    expect((await listIdentityRequests(ports, custodian)).map((found) => found.id)).toEqual([number])
    expect(await listIdentityRequests(ports, staffWith(['identity_custodian'], dinas))).toEqual([])
    await decide(id, false)
    expect(await listIdentityRequests(ports, custodian)).toEqual([])
  })

  it('cannot be granted without the permission, nor asked for twice at once', async () => {
    const { request, decide } = await aConfidentialCase()
    const id = await request()
    expect(await laterRefusalOf(decide(id, true, handler))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(request())).toBe('identity/already-asked')
  })
})
