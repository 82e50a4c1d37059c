import { describe, expect, it } from 'vitest'
import { type Cover, coverComplaint, isCoveredFrom } from '../../service/case/cover-words.ts'
import type { StaffId } from '../../service/offices/staff-id.ts'
import { MINUTE, plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, mondayAtTen, verifier } from '../support/a-complaint.ts'

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
