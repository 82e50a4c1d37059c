import { describe, expect, it } from 'vitest'
import { findLeaks } from '../../../service/offices/names/known-words.ts'

const siti = {
  name: 'Hj. Siti Contohwati',
  address: 'Jalan Misal Raya 12, Desa Umpama',
  phone: '0812-0000-0001',
  email: 'siti.contoh@surat.example',
  onBehalfOf: null,
}

const found = (text: string) => findLeaks(text, siti)

describe('what names the reporter is found', () => {
  it.each([
    ['in full', 'Ibu Siti Contohwati sudah kami hubungi.'],
    ['in capitals', 'Pelapor SITI CONTOHWATI datang.'],
    ['the other way round', 'Contohwati, Siti menelepon.'],
    ['run together', 'lihat sitincontohwati / siticontohwati'],
    ['in the old spelling', 'Siti Tjontohwati hadir.'],
    ['misspelt by a letter', 'Siti Contowati hadir.'],
    ['with accents', 'Sítí Contohwatí hadir.'],
    ['over two lines', 'Siti\nContohwati'],
  ])('%s', (_, text) => {
    expect(found(text)).toContain('name')
  })

  it.each(['081200000001', '0812 0000 0001', '+62 812-0000-0001', '62812.0000.0001', '(0812) 00000001'])(
    'telephone as %s',
    (written) => {
      expect(found(`Hubungi ${written} segera.`)).toEqual(['phone'])
    },
  )

  it.each([
    'siti.contoh@surat.example',
    'SITI.CONTOH@SURAT.EXAMPLE',
    'siti.contoh [at] surat.example',
    'siti titik contoh at surat dot example',
  ])('e-mail as %s', (written) => {
    expect(found(`Balas ke ${written}.`)).toContain('email')
  })

  it('a part of the address', () => {
    expect(found('Rumahnya di Jl. Misal Raya No. 12.')).toEqual(['address'])
  })

  it('any number that is as long as a NIK', () => {
    expect(findLeaks('NIK 3516 0000 0000 0001', null)).toEqual(['nik'])
  })
})

describe('what does not name the reporter stays quiet', () => {
  it.each([
    'Petugas loket dua sudah dimintai keterangan.',
    'Ibu Siti di loket lain tidak terkait.',
    'Kantor di Jalan Raya 7 buka hari Senin.',
    'Nomor pengaduan BO-2026-000001, telepon kantor (0321) 323245.',
    'Uang lima puluh ribu rupiah dikembalikan.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})
