import { describe, expect, it } from 'vitest'
import { performAct } from '../../../service/desk/case-acts.ts'
import { addIdentityToComplaint } from '../../../service/following/completions.ts'
import { withdrawIdentity } from '../../../service/following/rights/rights.ts'
import {
  askForIdentity,
  decideIdentityRequest,
  listIdentityRequests,
  revealIdentity,
} from '../../../service/keeping/identity/identity.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aReportersCase } from '../../support/a-reporters-case.ts'
import { aMembership } from '../../support/a-small-unit.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas } from '../../support/two-units.ts'

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
