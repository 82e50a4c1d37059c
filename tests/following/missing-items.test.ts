import { describe, expect, it } from 'vitest'
import { findMissingItems } from '../../service/following/completions.ts'
import { aComplaint } from '../support/a-complaint.ts'

const whole = {
  chronology: 'Petugas di loket dua meminta lima puluh ribu rupiah agar berkas saya diproses hari itu.',
  occurredAt: '2026-11-20',
  occurredPlace: 'Loket 2',
  reportedPerson: 'Petugas berkacamata',
}
const evidence = [{ id: 'foto' }] as never
const identity = { key: 'k', identity: 'i' } as never

describe('what a complaint lacks', () => {
  it('is nothing where all was told, and each thing by itself where it was not', () => {
    const lacks = (dossier: Partial<Record<keyof typeof whole, string | null>>) =>
      findMissingItems(
        aComplaint({ identity, evidence, class: 'oversight', dossier: { ...whole, ...dossier } as never }),
        'grounded',
      )
    expect(lacks({})).toEqual([])
    expect(lacks({ chronology: 'Ada pungutan.' })).toEqual(['what_happened'])
    expect(lacks({ occurredAt: null })).toEqual(['when_it_happened'])
    expect(lacks({ occurredPlace: null, occurredAt: null })).toEqual(['when_it_happened', 'where_it_happened'])
    expect(lacks({ reportedPerson: null })).toEqual(['who_was_involved'])
  })

  it('is the evidence where there is none', () => {
    expect(findMissingItems(aComplaint({ identity, dossier: whole }), 'grounded')).toEqual(['evidence'])
  })

  it('is no person where the category concerns no official', () => {
    const plain = aComplaint({
      identity,
      evidence,
      class: 'non_oversight',
      dossier: { ...whole, reportedPerson: null },
    })
    expect(findMissingItems(plain, 'grounded')).toEqual([])
  })

  it('is the identity only where the category does not go on without one, and a contact only of who gave an identity', () => {
    const anonymous = aComplaint({ privacy: 'anonymous', evidence, noticeChannels: [], dossier: whole })
    expect(findMissingItems(anonymous, 'open')).toEqual([])
    expect(findMissingItems(anonymous, 'grounded')).toEqual(['identity'])
    expect(findMissingItems(anonymous, 'required')).toEqual(['identity'])
    expect(findMissingItems(aComplaint({ identity, evidence, noticeChannels: [], dossier: whole }), 'open')).toEqual([
      'contact',
    ])
  })
})
