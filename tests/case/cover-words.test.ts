import { describe, expect, it } from 'vitest'
import { readAs } from '../../service/case/access/cover-for.ts'
import {
  type Cover,
  coverComplaint,
  coverForLists,
  coverForReaders,
  coverLeaving,
  coverOlder,
  isCoveredFrom,
  leaveOutTelling,
} from '../../service/case/covering.ts'
import { searchWordsOf } from '../../service/case/search/case-words.ts'
import type { PageName } from '../../service/case/shape/correspondence.ts'
import { searchWords } from '../../service/case/words/search-words.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { type Day, MINUTE, plusMilliseconds } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { anAssignment } from '../support/an-assignment.ts'

const cover: Cover = {
  own: { name: 'Siti Contohwati', phone: '0812-0000-0001', address: 'Jalan Misal Raya 12' },
  staff: ['Rina Umpama'],
  language: 'id',
}

const reporter = { kind: 'reporter' } as const
const told = aComplaint({
  privacy: 'confidential',
  dossier: {
    subject: 'Bu Siti diminta uang',
    chronology: 'Pak Karno dan Bu Rina tahu. Petugasnya Bu Citra. Hubungi 0857-0000-1122.',
    reportedPerson: 'Bu Citra loket dua',
    messages: [{ id: 'm', at: mondayAtTen, by: reporter, text: 'Rumah saya di Jl. Misal Raya No. 12.' }],
    evidenceNames: { a: 'surat_Siti_Contohwati.pdf', b: 'kuitansi.jpg' },
  },
})

describe('what a reporter wrote in a case that hides who they are', () => {
  it('is read with their own words and those of others masked, but not those of whom it is about', () => {
    const { dossier } = coverComplaint(told, cover)
    expect(dossier.subject).toBe('Bu [nama disamarkan] diminta uang')
    expect(dossier.chronology).toBe(
      'Pak [nama disamarkan] dan Bu Rina tahu. Petugasnya Bu Citra. Hubungi [nomor disamarkan].',
    )
    expect(dossier.reportedPerson).toBe('Bu Citra loket dua')
    expect(dossier.messages[0]?.text).toBe('Rumah saya di [alamat disamarkan].')
    expect(dossier.hiddenNames).toEqual(['a'])
  })

  it('stays the same case where nothing tells who somebody is', () => {
    const plain = aComplaint({ privacy: 'confidential' })
    expect(coverComplaint(plain, cover)).toBe(plain)
  })

  it('leaves a named reporter’s story as it is but for their own words', () => {
    const { dossier } = coverComplaint(told, { ...cover, ownAlone: true })
    expect(dossier.chronology).toBe(told.dossier.chronology)
    expect(dossier.subject).toBe('Bu [nama disamarkan] diminta uang')
  })

  it('is open to one who opened the identity, for ten minutes, and to nobody else', () => {
    const opened = aComplaint({
      privacy: 'confidential',
      dossier: { identityOpenings: [{ at: mondayAtTen, by: verifier, ground: 'other', reason: 'Menelepon' }] },
    })
    const at = (minutes: number) => plusMilliseconds(mondayAtTen, minutes * MINUTE)
    expect(isCoveredFrom('verifikator' as StaffId, opened, at(9))).toBe(false)
    expect(isCoveredFrom('verifikator' as StaffId, opened, at(10))).toBe(true)
    expect(isCoveredFrom('petugas' as StaffId, opened, at(1))).toBe(true)
    expect(isCoveredFrom('petugas' as StaffId, aComplaint({ privacy: 'named' }), at(1))).toBe(false)
  })
})

describe('what staff wrote in such a case, as it leaves the unit', () => {
  const repeating = 'Ibu Siti 0812 0000 0001 dan Karno sudah kami hubungi, kata Rina. Lihat surat_Siti_Contohwati.pdf.'
  const masked =
    'Ibu [nama disamarkan] [nomor disamarkan] dan [nama disamarkan] sudah kami hubungi, kata Rina. Lihat surat [nama disamarkan].pdf.'
  const by = verifier
  const at = mondayAtTen
  const written = { at, by, text: repeating }
  const slip = {
    id: 's',
    at,
    by,
    assignments: [anAssignment('petugas', { text: repeating, done: { at, text: repeating } })],
  }
  const answered = aComplaint({
    privacy: 'confidential',
    dossier: {
      chronology: told.dossier.chronology,
      messages: [{ id: 'm', ...written }],
      notes: [written],
      history: [{ ...written, event: 'note', public: false }],
      instruction: repeating,
      dispositions: [{ ...slip, assignments: [slip.assignments[0]!] }],
      completion: { askedAt: at, items: ['evidence'], text: repeating, resumes: 'received' },
      delays: [{ at, by, reason: repeating, newDate: at }],
      clockReasons: { a: repeating },
      grounded: { at, wellFounded: true, because: repeating },
      proposal: { ...written, outcome: 'clarified' },
      answer: { ...written, outcome: 'clarified' },
      declined: { at, reason: 'not_our_authority', text: repeating, elsewhere: repeating },
      forwarded: {
        ...{ at, to: { name: 'Ombudsman', address: null }, sentOn: '2026-11-23' as Day, reason: repeating },
        reference: { at, text: repeating },
      },
      hold: { at, by, reason: repeating },
      identityOpenings: [{ at, by, ground: 'other', reason: repeating }],
    },
  })

  it('has neither what the reporter gave of themselves nor what is masked in the story, and keeps other names', () => {
    const text = JSON.stringify(coverLeaving(answered, cover))
    for (const word of ['Siti', 'Contohwati', '0812 0000', 'Karno']) {
      expect([word, text.includes(word)]).toEqual([word, false])
    }
    expect(coverLeaving(answered, cover).dossier.answer?.text).toBe(masked)
    expect(text.split(masked)).toHaveLength(JSON.stringify(answered).split(repeating).length)
  })

  it('is read on the page as it was written, but for what the reporter gave of themselves, whatever reason they gave', () => {
    expect(coverComplaint(answered, cover).dossier.answer?.text).toBe(repeating)
    const line = { at, by, event: 'made_confidential', text: 'Terlapor mengenal pelapor.', public: true } as const
    const { dossier } = answered
    const raised = { ...answered, dossier: { ...dossier, history: [...dossier.history, line] } }
    const recategorised = {
      ...answered,
      dossier: { ...dossier, asFiled: { category: 'illegal_levy', channel: answered.channel, receivedAt: at } },
    }
    for (const named of [answered, raised, recategorised]) {
      const text = JSON.stringify(coverForReaders(named, cover).dossier)
      for (const word of ['Siti', 'Contohwati', '0812 0000']) expect([word, text.includes(word)]).toEqual([word, false])
      expect(text).toContain('dan Karno sudah kami hubungi, kata Rina')
      expect(coverForReaders(named, { ...cover, own: null }).dossier.answer?.text).toBe(repeating)
    }
  })

  it('is without it where lists show it: why the case is late, stands still, is held back or is to be opened', () => {
    const { dossier } = answered
    const identityRequests = [
      { id: 'i', at, by, ground: 'other' as const, reason: repeating, decision: null, usedAt: null },
    ]
    const listed = coverForLists({ ...answered, dossier: { ...dossier, identityRequests } }, cover).dossier
    const text = JSON.stringify([
      listed.subject,
      listed.delays,
      listed.clockReasons,
      listed.hold,
      listed.identityRequests,
    ])
    for (const word of ['Siti', 'Contohwati', '0812 0000']) expect([word, text.includes(word)]).toEqual([word, false])
    expect(text.match(/kata Rina/g)).toHaveLength(4)
  })

  it('is without it on its older pages too', () => {
    const { messages, notes, history, identityOpenings: openings } = answered.dossier
    const page = { messages, notes, history, openings, notices: [], previous: null }
    const text = JSON.stringify(coverOlder(answered, page, cover))
    for (const word of ['Siti', 'Contohwati', '0812 0000']) expect([word, text.includes(word)]).toEqual([word, false])
    expect(text).toContain('kata Rina')
  })

  it('is not found by what the reporter gave of themselves, on an older page neither', () => {
    const older = {
      ...{ newest: '1-1' as PageName, pages: 1, events: [], lastPublicAt: null, openings: 0, arrived: [] },
      words: searchWords(['Bu Siti Contohwati menelepon lagi']),
    }
    const { dossier } = answered
    const indexed = searchWordsOf(
      leaveOutTelling({ ...answered, dossier: { ...dossier, older } }, { ...cover.own, phone: '0812-0000-0001' }),
    )
    for (const word of searchWords(['Siti', 'Contohwati', '0812-0000-0001']))
      expect([word, indexed.includes(word)]).toEqual([word, false])
    for (const word of searchWords(['menelepon', 'Rina', 'hubungi'])) expect(indexed).toContain(word)
  })
})

it('a named case shows who looks at how an office works no NIK and no telephone of anybody, and whoever works on it all', async () => {
  const { ports } = await aDesk()
  const chronology = 'NIK saya 3201014505900001. Tetangga saya Pak Karno, 0857-0000-1122, melihatnya.'
  const named = aComplaint({ dossier: { chronology } })
  const readBy = async (role: Role) => (await readAs(ports, staffWith([role]), named)).dossier.chronology
  const masked = 'NIK saya [NIK disamarkan]. Tetangga saya Pak Karno, [nomor disamarkan], melihatnya.'
  for (const role of ['internal_auditor', 'parent_head'] as const)
    expect([role, await readBy(role)]).toEqual([role, masked])
  for (const role of ['verifier', 'case_handler', 'unit_head', 'identity_custodian', 'intake_officer'] as const)
    expect([role, await readBy(role)]).toEqual([role, chronology])
  const steward = staffWith(['internal_auditor'])
  const theirs = { ...named, guard: { marks: [], steward: steward.id } }
  expect((await readAs(ports, steward, theirs)).dossier.chronology).toBe(chronology)
})
