import { describe, expect, it } from 'vitest'
import { identityOf } from '../../service/case/store/case-seals.ts'
import type { KeptComplaint } from '../../service/case/store/kept-complaint.ts'
import { unsealFile } from '../../service/keeping/evidence/opened-evidence.ts'
import { eraseIdentity } from '../../service/keeping/identity/approved-identity.ts'
import type { GuardMark } from '../../service/offices/staff/permissions.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { SealRefused } from '../../service/storage/vault.ts'
import { aMoment } from '../support/a-complaint.ts'
import { aTransferDesk } from '../support/a-transfer-desk.ts'
import { organisasi } from '../support/two-units.ts'

/** Two cases with a name and a file each, and somebody who writes into the store but has no key. */
async function twoCases() {
  const desk = await aTransferDesk()
  const { ports, store } = desk
  const [one, two] = [await desk.file('confidential'), await desk.file('named')]
  const kept = async ({ id }: { readonly id: string }) => (await store.complaints.get(organisasi, id))!
  return {
    ...desk,
    one,
    two,
    kept,
    open: () => ports.complaints.get(organisasi, one.id),
    /** Puts something of the second case, or whatever else, into the first. */
    async tamper(with_: (mine: KeptComplaint, theirs: KeptComplaint) => Partial<KeptComplaint>) {
      const mine = await kept(one)
      await store.complaints.replace({ ...mine, ...with_(mine, await kept(two)) })
    },
  }
}

describe('whoever writes into the store without a key', () => {
  it.each<[string, (mine: KeptComplaint, theirs: KeptComplaint) => Partial<KeptComplaint>]>([
    ['the story of another case', (_, { dossier }) => ({ dossier })],
    ['the story and key of another case', (_, { dossier, key }) => ({ dossier, key })],
    [
      'everything of another case but its number',
      ({ id, sequence, version }, theirs) => ({
        ...theirs,
        ...{ id, sequence, version },
        // Two cases never share these; the store would refuse it.
        filing: { ...theirs.filing, keyHash: 'lain' },
      }),
    ],
    ['the reporter of another case', (_, { identity }) => ({ identity })],
    ['no reporter', () => ({ identity: null })],
    ['a file of another case', ({ evidence }, theirs) => ({ evidence: [...evidence, ...theirs.evidence] })],
    ['no files', () => ({ evidence: [] })],
    ['another choice of privacy', () => ({ privacy: 'named' })],
    ['another code of its reporter', (_, { codeHash }) => ({ codeHash: `${codeHash}x` })],
    ['another handler', () => ({ handler: 'orang-lain' as StaffId })],
    ['a guard', () => ({ guard: { marks: ['tanda' as GuardMark], steward: null } })],
    ['an end', () => ({ status: 'closed' })],
    ['channels that reach the reporter elsewhere', () => ({ noticeChannels: ['letter'] })],
  ])('gives a case %s, and it is not opened', async (_, with_) => {
    const { tamper, open } = await twoCases()
    await open()
    await tamper(with_)
    await expect(open()).rejects.toBeInstanceOf(SealRefused)
  })

  it('takes the place of a number with a whole case, filing and all, and it is not opened', async () => {
    const { store, one, two, kept, open } = await twoCases()
    const [mine, theirs] = [await kept(one), await kept(two)]
    await store.complaints.delete(organisasi, two.id)
    await store.complaints.replace({ ...theirs, id: mine.id, sequence: mine.sequence, version: mine.version })
    await expect(open()).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot have an identity opened in another case', async () => {
    const { ports, one, two } = await twoCases()
    expect(await identityOf(ports.vault, two)).toMatchObject({ name: 'Siti Contoh' })
    await expect(identityOf(ports.vault, { ...one, identity: two.identity })).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot have a contact opened as an identity', async () => {
    const { ports, one } = await twoCases()
    const swapped = one.identity && { ...one.identity, identity: one.identity.contact as never }
    await expect(identityOf(ports.vault, { ...one, identity: swapped })).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot have a file opened by the key of another, nor in another unit', async () => {
    const { ports, one, two } = await twoCases()
    const [mine, theirs] = [one.evidence[0]!, two.evidence[0]!]
    await expect(unsealFile(ports, organisasi, { id: mine.id, key: theirs.key })).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot bring an identity back that was erased', async () => {
    const { ports, one, kept, tamper, open } = await twoCases()
    const { identity } = await kept(one)
    await ports.complaints.change(organisasi, one.id, (before) => eraseIdentity(before, { kind: 'system' }, aMoment()))
    await tamper(() => ({ identity }))
    await expect(open()).rejects.toBeInstanceOf(SealRefused)
  })
})

it('what the machine writes beside a seal is no tampering', async () => {
  const { one, tamper, open } = await twoCases()
  await tamper(({ evidence }) => ({
    clocks: [],
    notices: [],
    evidence: evidence.map((item) => ({ ...item, scan: { verdict: 'clean', at: aMoment().at } as never })),
  }))
  expect((await open()).id).toBe(one.id)
})
