import { describe, expect, it } from 'vitest'
import { staffNamedIn, whoIsMeant } from '../../service/case/candidates.ts'

const members = [
  { id: 'budi', name: 'Drs. Budi Misal, M.Si.', position: 'Kepala Bagian Organisasi' },
  { id: 'siti', name: 'Siti Contoh', position: 'Petugas loket' },
  { id: 'joko', name: 'Djoko Soetjipto Umpama', position: 'Petugas loket' },
  { id: 'rina', name: 'Rina', position: 'Petugas' },
]
const candidatesIn = (text: string, staff = members) => {
  const { sure, maybe } = whoIsMeant({ who: [text], story: [] }, staff)
  return staff.filter((one) => sure.includes(one) || maybe.includes(one))
}
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

describe('whom a reporter may mean', () => {
  const meant = (text: string) => candidatesIn(text, members).map(({ id }) => id)

  it.each([
    ['Bu Siti', ['siti']],
    ['Siti C.', ['siti']],
    ['bu siti loket 2', ['siti']],
    ['pak joko atau bu rina', ['joko', 'rina']],
    ['Pak Tjipto', ['joko']],
    ['inisial SC', ['siti']],
    ['S.C.', ['siti']],
    ['petugas bernama Budi di lantai dua', ['budi']],
    ['Kepala Bagian Organisasi', ['budi']],
  ])('%s', (text, who) => {
    expect(meant(text)).toEqual(who)
  })

  it.each(['Siti P.', 'petugas loket', 'satpam di pintu', 'tidak tahu namanya', ''])('nobody by %j', (text) => {
    expect(meant(text)).toEqual([])
  })

  it.each([
    ['Siti Contoh', ['siti']],
    ['Pak Contoh', ['siti', 'sari']],
    ['Siti Contoh dan Bu Sari', ['siti', 'sari']],
  ])('%s where two have one family name', (text, who) => {
    const family = [...members, { id: 'sari', name: 'Sari Contoh', position: 'Petugas loket' }]
    expect(candidatesIn(text, family).map(({ id }) => id)).toEqual(who)
  })
})
