import { randomBytes } from 'node:crypto'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { masterKeyFile } from '../../../service/adapters/files/kept-files.ts'
import { openKeyRing } from '../../../service/adapters/jose/key-ring.ts'
import { openSqliteStore } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import { addIdentity } from '../../../service/case/reporter-acts.ts'
import type { IdentityRequest } from '../../../service/case/shape/correspondence.ts'
import { eraseIdentity } from '../../../service/keeping/identity/approved-identity.ts'
import {
  askForIdentity,
  decideIdentityRequest,
  grantFor,
  listIdentityRequests,
  revealIdentity,
} from '../../../service/keeping/identity/identity.ts'
import { finishMasterRotation, type KeyOffice, rotateMasterKey } from '../../../service/keeping/identity/keys.ts'
import { PLATFORM_UNIT } from '../../../service/offices/staff/second-factor.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import {
  type ContactPoints,
  type Identity,
  type MasterKeys,
  type Sealed,
  type SealedIdentity,
  useGivenMasterKeys,
  type WrappedKey,
} from '../../../service/storage/vault.ts'
import { aComplaint, aMoment, head, mondayAtTen, verifier } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { aFolder } from '../../support/a-folder.ts'
import { aMembership } from '../../support/a-small-unit.ts'
import { officeWith } from '../../support/office-with.ts'
import { laterRefusalOf, refusalOf } from '../../support/refused.ts'
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

const masterKeyIn = async (folder: string) => (await (await masterKeyFile(folder)).read())[0]

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

describe('the key file', () => {
  it('is made on first use: 32 bytes of chance, for its owner’s eyes alone, in a folder of the same kind', async () => {
    const folder = join(await aFolder(), 'data')
    const key = await masterKeyIn(folder)
    expect(key).toHaveLength(32)
    expect(await modeOf(join(folder, 'master.key'))).toBe(0o600)
    expect(await modeOf(folder)).toBe(0o700)
    expect(await masterKeyIn(await aFolder())).not.toEqual(key)
  })

  it('is the same ever after', async () => {
    const folder = await aFolder()
    expect(await masterKeyIn(folder)).toEqual(await masterKeyIn(folder))
  })

  it('is one for all processes that begin at once, and leaves nothing beside it', async () => {
    const folder = await aFolder()
    const [one, ...others] = await Promise.all(Array.from({ length: 12 }, () => masterKeyIn(folder)))
    for (const other of others) expect(other).toEqual(one)
    expect(await readdir(folder)).toEqual(['master.key'])
  })

  it('is closed again to others when somebody opened it', async () => {
    const folder = await aFolder()
    await masterKeyIn(folder)
    await chmod(join(folder, 'master.key'), 0o644)
    await masterKeyIn(folder)
    expect(await modeOf(join(folder, 'master.key'))).toBe(0o600)
  })

  it.each(['', 'bukan kunci', 'cGVuZGVr'])(
    'that holds %j is refused with a sentence, and left as it is',
    async (content) => {
      const folder = await aFolder()
      const path = join(folder, 'master.key')
      await writeFile(path, content)
      await expect(masterKeyIn(folder)).rejects.toThrow(/does not hold a key of 32 bytes/)
      expect(await readFile(path, 'utf8')).toBe(content)
    },
  )
})

const [before, after, other] = [randomBytes(32), randomBytes(32), randomBytes(32)]

/** One store on which processes with different master keys work. */
async function aStore() {
  const folder = await aFolder()
  const store = await openSqliteStore({ folder })
  onTestFinished(() => store.close())
  const open = (masterKeys: MasterKeys) =>
    openKeyRing({ masterKeys, store, now: () => instantOf(new Date()), milliseconds: () => performance.now() })
  const processWith = async (...keys: Uint8Array[]) => {
    const masterKeys = useGivenMasterKeys(...keys)
    const ring = await open(masterKeys)
    return { ring, ...officeWith<KeyOffice>({ masterKeys, wrappedSecrets: ring, record: async () => {} }) }
  }
  const first = await processWith(before)
  for (const unit of [PLATFORM_UNIT, organisasi]) await first.ring.add(unit)
  return { processWith, first }
}

const seedOf = async ({ ring }: { ring: Awaited<ReturnType<typeof openKeyRing>> }, unit = organisasi) =>
  (await ring.lastingKeys(unit)).signingSeed

describe('a new master key that comes from outside', () => {
  it('is given to one process after the other, and none of them fails meanwhile', async () => {
    const { processWith, first } = await aStore()
    const second = await processWith(after, before)
    expect(await seedOf(second)).toEqual(await seedOf(first))
    // A unit that the second opens must be there for the first, which has yet to be restarted.
    await second.ring.add(dinas)
    expect(await seedOf(first, dinas)).toEqual(await seedOf(second, dinas))
    expect(await second.ring.underOlderMaster()).toBe(3)

    await rotateMasterKey(second, 'operator-1')
    expect(await second.ring.underOlderMaster()).toBe(0)
    await second.ring.add('kecamatan-umpama' as typeof dinas)
    const third = await processWith(after)
    expect(await seedOf(third, dinas)).toEqual(await seedOf(second, dinas))
    await expect(processWith(before)).rejects.toThrow(/does not open the secrets of 4 of 4 units/)
  })

  it('takes both: with the new one alone nothing changes', async () => {
    const { first } = await aStore()
    expect(await laterRefusalOf(rotateMasterKey(first, 'operator-1'))).toBe('keys/no-new-master-key')
  })

  it('is refused at the start when the one before is not the one before', async () => {
    const { processWith } = await aStore()
    await expect(processWith(after, other)).rejects.toThrow(
      /does not open the secrets of 2 of 2 units, \S+ among them.*PREVIOUS_MASTER_KEY/,
    )
  })
})

describe('a key file', () => {
  async function aFile() {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder: join(folder, 'keys') })
    onTestFinished(() => store.close())
    const masterKeys = await masterKeyFile(folder)
    const started = async () => {
      const now = () => instantOf(new Date())
      const parts = { masterKeys: await masterKeyFile(folder), store, now, milliseconds: () => performance.now() }
      const ring = await openKeyRing(parts)
      return {
        ring,
        ...officeWith<KeyOffice>({ masterKeys: parts.masterKeys, wrappedSecrets: ring, record: async () => {} }),
      }
    }
    const first = await started()
    for (const unit of [PLATFORM_UNIT, organisasi]) await first.ring.add(unit)
    return { masterKeys, started, first, path: join(folder, 'master.key') }
  }

  it('gets a new key while the service runs, and forgets the one before', async () => {
    const { path, first, started } = await aFile()
    const old = (await readFile(path, 'utf8')).trim()
    const seed = await seedOf(first)
    await rotateMasterKey(first, 'operator-1')

    const kept = await readFile(path, 'utf8')
    expect(kept).toMatch(/^\S{44}\n$/)
    expect(kept).not.toContain(old)
    expect(await seedOf(await started())).toEqual(seed)
    await first.ring.add(dinas)
    expect(await seedOf(await started(), dinas)).toEqual(await seedOf(first, dinas))
  })

  it('is finished at the next start when a crash came between', async () => {
    const { path, first, started, masterKeys } = await aFile()
    await masterKeys.renewal?.begin()
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2)

    const again = await started()
    expect(await again.ring.underOlderMaster()).toBe(2)
    await finishMasterRotation(again)
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1)
    expect(await seedOf(await started())).toEqual(await seedOf(first))
  })
})
