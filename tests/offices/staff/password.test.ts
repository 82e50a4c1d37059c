import { describe, expect, it } from 'vitest'
import { weaknessOf } from '../../../service/offices/staff/passwords.ts'

const dewi = ['Dewi Peraga', 'dewi.peraga@mojokertokab.example', 'Kepala Bagian Organisasi', 'bagian-organisasi']

describe('a new password', () => {
  it.each(['', 'pendek', 'sebelas-hrf'])('of fewer than twelve characters is refused: %s', (password) => {
    expect(weaknessOf(password)).toBe('password/too-short')
  })

  it.each([
    'aaaaaaaaaaaa',
    '123456789012',
    '111111111111',
    'abababababab',
    'qwertyuiop12',
    'qwertyqwerty',
    'asdfghjkl123',
    'abcdefghijkl',
    'bismillah123',
    'Bismillah2026!',
    'indonesia2026',
    'Indonesia1945',
    'mojokerto2026',
    'M0jokert0-2026',
    'password1234',
    'P@ssw0rd2026',
    'sayangsayang12',
    'rahasia123456',
    'admin-admin-1',
    'alhamdulillah',
    'pemkabmojokerto',
    '1q2w3e4r5t6y',
    'aduan-aduan-aduan',
    '170819451708',
    '            1',
  ])('that many people choose is refused: %s', (password) => {
    expect(weaknessOf(password)).toBe('password/common')
  })

  it.each([
    'dewiperaga123',
    'Dewi.Peraga.1980',
    'peraga-peraga-1',
    'D3wi-P3raga-77',
    'organisasi2026',
    'dewi-organisasi-1',
    'dewi.peraga@mojokertokab.example',
  ])('made of the person’s own words is refused: %s', (password) => {
    expect(weaknessOf(password, dewi)).toBe('password/own-words')
  })

  it.each([
    'kuda-laut-biru-77',
    'dua gajah tenang',
    'sandi-pilihan-sendiri',
    'bismillah mancing di waduk',
    'Vq7#mZp2!xLd',
    '902718364550',
    '4f09a1c77b20d3356e81f902',
    'hujan turun sejak subuh',
  ])('that nobody else has is taken, whatever its characters: %s', (password) => {
    expect(weaknessOf(password, dewi)).toBeNull()
  })

  it('is refused for the words of its owner alone', () => {
    expect(weaknessOf('peraga-peraga-1')).toBeNull()
    expect(weaknessOf('peraga-peraga-1', dewi)).toBe('password/own-words')
  })
})
