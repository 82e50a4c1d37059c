import { describe, expect, it } from 'vitest'
import { staffNamedIn } from '../../service/case/staff-named-in.ts'

const members = [
  { id: 'budi', name: 'Drs. Budi Misal, M.Si.', position: 'Kepala Bagian Organisasi' },
  { id: 'siti', name: 'Siti Contoh', position: 'Petugas loket' },
  { id: 'joko', name: 'Djoko Soetjipto Umpama', position: 'Petugas loket' },
  { id: 'rina', name: 'Rina', position: 'Petugas' },
]
const named = (text: string) => staffNamedIn(text, members).map(({ id }) => id)

describe('a complaint names a member of staff', () => {
  it.each([
    ['Budi Misal', ['budi']],
    ['pak BUDI misal yang di lantai dua', ['budi']],
    ['Bapak Budhi Missal', ['budi']],
    ['Joko Sucipto', ['joko']],
    ['Ibu Rina', ['rina']],
    ['Kepala Bagian Organisasi', ['budi']],
    ['kepala bagian organisasi dan Siti Contoh', ['budi', 'siti']],
  ])('%s', (text, who) => {
    expect(named(text)).toEqual(who)
  })

  it.each([
    ['a position that two people have', 'petugas loket'],
    ['a position of one word', 'petugas'],
    ['half of a name that has more', 'Budi'],
    ['somebody else', 'Agus Lain'],
    ['titles alone', 'Drs. M.Si. Bapak'],
    ['nothing', ''],
  ])('not by %s', (_, text) => {
    expect(named(text)).toEqual([])
  })
})
