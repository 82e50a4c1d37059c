import { describe, expect, it } from 'vitest'
import { parseSearch, searchWords } from '../../../service/case/words/search-words.ts'
import { stemsOf } from '../../../service/case/words/word-forms.ts'

const meet = (asked: string, written: string) => {
  const words = searchWords([written])
  return parseSearch(asked).every(({ forms }) => forms.some((form) => words.includes(form)))
}

describe('the words under which a complaint is found', () => {
  it.each([
    ['pungutan', 'dipungut'],
    ['pungutan', 'memungut'],
    ['pelayanan', 'dilayani'],
    ['melayani', 'pelayanan'],
    ['pembayaran', 'membayar'],
    ['pembayaran', 'dibayarkan'],
    ['berkas', 'berkasnya'],
    ['keterlambatan', 'terlambat'],
    ['permintaan', 'diminta'],
    ['penundaan', 'ditunda'],
    ['petugas', 'petugasnya'],
    ['perbaikan', 'memperbaiki'],
    ['baik', 'perbaikan'],
    ['rusak', 'kerusakan'],
    ['kirim', 'mengirimkan'],
    ['pengiriman', 'dikirim'],
    ['nikah', 'menikah'],
    ['sekolah', 'sekolahnya'],
    ['urus', 'pengurusan'],
    ['air', 'airnya'],
    ['lubang', 'lubang-lubang'],
    ['hari', 'berhari-hari'],
    ['pengecatan', 'dicat'],
  ])('meet: who looks for "%s" finds "%s"', (asked, written) => {
    expect(meet(asked, written)).toBe(true)
  })

  it.each([
    ['loket', 'lambat'],
    ['berkas', 'petugas'],
    ['pungutan', 'pelayanan'],
    ['surat', 'syarat'],
  ])('keep apart: "%s" is not "%s"', (one, other) => {
    expect(meet(one, other)).toBe(false)
  })

  it('leave short words whole, so that a stem still says something', () => {
    for (const word of ['uang', 'dana', 'meja', 'kaki', 'beri', 'buku']) expect(stemsOf(word)).toEqual([word])
  })

  it('know neither case nor accents nor punctuation', () => {
    expect(searchWords(['Café, LOKET: "dua"!'])).toEqual(searchWords(['cafe loket dua']))
  })

  it.each(['0812-0000-0001', '+62 812 0000 0001', '0812 00000001', '(0321) 323245'])(
    'are no running numbers of cases where somebody wrote the telephone number "%s"',
    (written) => {
      expect(parseSearch(written).flatMap(({ forms }) => forms.filter((form) => form.startsWith('#')))).toEqual([])
    },
  )

  it('are running numbers where somebody wrote several of them, or one with its year', () => {
    const asked = (text: string) =>
      parseSearch(text).flatMap(({ forms }) => forms.filter((form) => form.startsWith('#')))
    expect(asked('000123 000124 000125')).toEqual(['#123', '#124', '#125'])
    expect(asked('BO 2026 000123')).toEqual(['#2026', '#123'])
    expect(asked('12 antrean')).toEqual(['#12'])
  })

  it('leave out what is everywhere, what is too short, and what was not told', () => {
    expect(searchWords(['yang di ke itu', null, 'A1'])).toEqual([])
    expect(parseSearch('yang di ke itu A1')).toEqual([])
  })

  it('come once each, whatever the number of texts', () => {
    expect(searchWords(['loket loket', 'Loket'])).toEqual(['loket'])
  })

  it('find numbers and words of other scripts', () => {
    expect(searchWords(['Nota 2026-117 dari 東京都庁'])).toEqual(expect.arrayContaining(['2026', '117', '東京都庁']))
  })

  it.each([
    ['pungli', 'Ada pungutan liar di loket.'],
    ['pungutan liar', 'Banyak pungli.'],
    ['kartu tanda penduduk', 'e-KTP saya'],
    ['ktp', 'Kartu Tanda Penduduk'],
    ['KK', 'kartu keluarga'],
    ['duit', 'uang'],
    ['antrian', 'mengantre'],
    ['50000', 'Rp50.000'],
    ['50.000', 'Rp 50.000,00'],
  ])('meet however they are written: "%s" and "%s"', (asked, written) => {
    expect(meet(asked, written)).toBe(true)
  })

  it('look for a running number with and without its noughts', () => {
    expect(parseSearch('000123')).toEqual([{ forms: ['000123', '#123'], typed: null }])
    expect(parseSearch('12')).toEqual([{ forms: ['#12'], typed: null }])
  })

  it('ask for no more than eight', () => {
    expect(parseSearch(Array.from({ length: 50 }, (_, at) => `kata${at}x`).join(' '))).toHaveLength(8)
  })

  it('stay bounded for a text without end', () => {
    const endless = Array.from({ length: 5_000 }, (_, at) => `kata${at}x`).join(' ')
    expect(searchWords([endless])).toHaveLength(400)
  })
})
