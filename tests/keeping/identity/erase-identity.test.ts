import { describe, expect, it } from 'vitest'
import { addIdentity } from '../../../service/case/reporter-acts.ts'
import type { IdentityRequest } from '../../../service/case/shape/correspondence.ts'
import { eraseIdentity } from '../../../service/keeping/identity/approved-identity.ts'
import { grantFor } from '../../../service/keeping/identity/identity.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import type { ContactPoints, Identity, Sealed, SealedIdentity, WrappedKey } from '../../../service/storage/vault.ts'
import { aComplaint, aMoment, head, mondayAtTen, verifier } from '../../support/a-complaint.ts'
import { refusalOf } from '../../support/refused.ts'

const identity: SealedIdentity = {
  key: 'k' as WrappedKey,
  identity: 'i' as Sealed<Identity>,
  contact: 'c' as Sealed<ContactPoints>,
}
const maskedReporter = { name: 'S… C…', phone: '…01', email: null }
const opening = { at: mondayAtTen, by: head, ground: 'legal_duty', reason: 'Diminta pengadilan.' } as const
const decision = (granted: boolean) => ({ at: mondayAtTen, by: head, granted, because: 'Sudah ditimbang.' })
const request = (id: string, more: Partial<IdentityRequest>): IdentityRequest => ({
  id,
  at: mondayAtTen,
  by: verifier,
  ground: 'other',
  reason: 'Perlu.',
  decision: null,
  usedAt: null,
  ...more,
})

const aKnownReporter = () =>
  aComplaint({
    privacy: 'confidential',
    identity,
    identityAskedAt: mondayAtTen,
    dossier: {
      maskedReporter,
      identityOpenings: [opening],
      identityRequests: [
        request('menunggu', {}),
        request('disetujui', { decision: decision(true) }),
        request('dipakai', { decision: decision(true), usedAt: mondayAtTen }),
        request('ditolak', { decision: decision(false) }),
      ],
    },
  })

describe('erasing who the reporter is', () => {
  it('leaves no seal, no mask and no way for notices, and a line that the reporter reads', () => {
    const after = eraseIdentity(aKnownReporter(), head, aMoment(), 'Diminta pelapor.')
    expect(after).toMatchObject({ identity: null, privacy: 'anonymous', noticeChannels: [], revision: 1 })
    expect(after.dossier.maskedReporter).toBeNull()
    expect(after.dossier.history.at(-1)).toMatchObject({
      event: 'identity_erased',
      by: head,
      text: 'Diminta pelapor.',
      public: true,
    })
  })

  it('leaves the case itself as it was, and who opened the identity before', () => {
    const before = aKnownReporter()
    const after = eraseIdentity(before, head, aMoment())
    expect(after).toMatchObject({ status: before.status, clocks: before.clocks, key: before.key })
    expect(after.dossier.chronology).toBe(before.dossier.chronology)
    expect(after.dossier.identityOpenings).toEqual([opening])
  })

  it('ends requests that could still open one: what is given later takes a new yes', () => {
    const erased = eraseIdentity(aKnownReporter(), head, aMoment())
    expect(erased.identityAskedAt).toBeNull()
    expect(erased.dossier.identityRequests.map(({ id }) => id)).toEqual(['dipakai', 'ditolak'])
    const given = {
      privacy: 'confidential',
      identity,
      noticeChannels: [],
      maskedReporter: null,
      sealedTo: null,
    } as const
    const again = addIdentity(erased, given, aMoment())
    expect(grantFor(again, 'verifikator' as StaffId, mondayAtTen)).toBeUndefined()
  })

  it('is refused where none was given', () => {
    expect(refusalOf(() => eraseIdentity(aComplaint(), head, aMoment()))).toBe('identity/not-given')
  })
})
