import { describe, expect, it } from 'vitest'
import { streamSealer } from '../../service/adapters/node-crypto/secrets.ts'
import type { DeskOffice } from '../../service/desk/case-act.ts'
import { downloadEvidence, takeOriginal, viewEvidence } from '../../service/desk/give-evidence.ts'
import { viewWordings } from '../../service/http/view-wording.ts'
import { createRecentAccesses } from '../../service/keeping/evidence/opened-evidence.ts'
import type { PrivacyChoice } from '../../service/offices/vocabulary.ts'
import { MINUTE, plusMilliseconds } from '../../service/shared/instant.ts'
import { withOwnKey } from '../../service/storage/vault.ts'
import { aComplaint, mondayAtTen } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { dinas } from '../support/two-units.ts'

const id = 'foto'
const reason = 'Diminta penyidik.'

/** A case with one picture, and what was drawn of it and read of it. */
async function aDeskWithAPicture(privacy: PrivacyChoice) {
  const desk = await aDesk()
  const marks: (readonly string[] | null)[] = []
  const read: string[] = []
  const own = withOwnKey('evidence', desk.ports.vault)
  const { tenant } = aComplaint()
  const key = await own.newKey(tenant, id)
  const raw = await desk.ports.vault.rawKey(own.keyOf({ tenant, id, key }))
  const ports: DeskOffice = {
    ...desk.ports,
    sealer: streamSealer,
    clockWording: { id: viewWordings.id.clocks, en: viewWordings.en.clocks },
    evidenceStore: {
      write: () => expect.fail('Nothing is written.'),
      remove: () => expect.fail('Nothing is removed.'),
      forgetUnfinished: () => expect.fail('Nothing is forgotten.'),
      read: (asked) => {
        read.push(asked)
        return streamSealer.seal(raw, pieces())
      },
    },
    looks: createRecentAccesses(desk.ports.now),
    bindPages: () => expect.fail('No pages are bound.'),
    copyPage: () => expect.fail('No page is drawn.'),
    copyPicture: async (original, mark) => {
      for await (const _ of original) marks.push(mark)
      return Buffer.from('salinan')
    },
  }
  const item = {
    id,
    size: 5,
    type: 'image/jpeg',
    sha256: '',
    browserAgreed: true,
    addedAt: mondayAtTen,
    scan: null,
    key,
  }
  const { id: number } = await desk.receive(aComplaint({ privacy, evidence: [item] }))
  return { desk, ports, marks, read, number }
}

async function* pieces() {
  yield Buffer.from('bytes')
}

const confirmed = { ...staffWith(['verifier']), confirmedAt: mondayAtTen }

describe('evidence that is given to staff', () => {
  it('bears on a copy to keep who took it, when, and of which case', async () => {
    const { ports, marks, number } = await aDeskWithAPicture('anonymous')
    await downloadEvidence(ports, confirmed, { number, id })
    expect(marks).toEqual([['Nama verifier (Jabatan verifier)', `Senin, 23 November 2026 pukul 10.00 WIB · ${number}`]])
  })

  it.each([
    ['looked at', viewEvidence],
    ['downloaded', downloadEvidence],
    ['taken as original', takeOriginal],
  ])('is not touched when the log cannot be written: %s', async (_, give) => {
    const { ports, read, number } = await aDeskWithAPicture('confidential')
    const broken = { ...ports, record: () => Promise.reject(new Error('disk full')) }
    await expect(give(broken, confirmed, { number, id, reason })).rejects.toThrow('disk full')
    expect(read).toEqual([])
  })

  it.each([
    ['looked at', viewEvidence],
    ['downloaded', downloadEvidence],
    ['taken as original', takeOriginal],
  ])('is nothing that another office could find: %s', async (_, give) => {
    const { ports, number } = await aDeskWithAPicture('confidential')
    const elsewhere = { ...staffWith(['verifier'], dinas), confirmedAt: mondayAtTen }
    expect(await laterRefusalOf(give(ports, elsewhere, { number, id, reason }))).toBe('complaint/not-found')
  })

  it('is given as original only to who has just proved who they are', async () => {
    const { ports, read, number } = await aDeskWithAPicture('confidential')
    const late = { ...confirmed, confirmedAt: plusMilliseconds(mondayAtTen, -11 * MINUTE) }
    expect(await laterRefusalOf(takeOriginal(ports, late, { number, id, reason }))).toBe('session/confirmation-needed')
    expect(read).toEqual([])
  })
})
