import { describe, expect, it } from 'vitest'
import { searchWords, stem } from '../../service/complaints/search-words.ts'

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
  ])('meet: who looks for "%s" finds "%s"', (asked, written) => {
    expect(stem(asked)).toBe(stem(written))
  })

  it.each([
    ['loket', 'lambat'],
    ['berkas', 'petugas'],
    ['pungutan', 'pelayanan'],
    ['surat', 'syarat'],
  ])('keep apart: "%s" is not "%s"', (one, other) => {
    expect(stem(one)).not.toBe(stem(other))
  })

  it('leave short words whole, so that a stem still says something', () => {
    for (const word of ['uang', 'dana', 'meja', 'kaki', 'beri', 'buku']) expect(stem(word)).toBe(word)
  })

  it('know neither case nor accents nor punctuation', () => {
    expect(searchWords(['Café, LOKET: "dua"!'])).toEqual(searchWords(['cafe loket dua']))
  })

  it('leave out what is everywhere, what is too short, and what was not told', () => {
    expect(searchWords(['yang di ke itu', null, 'A1'])).toEqual([])
  })

  it('come once each, whatever the number of texts', () => {
    expect(searchWords(['loket loket', 'Loket'])).toEqual(['loket'])
  })

  it('find numbers and words of other scripts', () => {
    expect(searchWords(['Nota 2026-117 dari 東京都庁'])).toEqual(expect.arrayContaining(['2026', '117', '東京都庁']))
  })

  it('stay bounded for a text without end', () => {
    const endless = Array.from({ length: 5_000 }, (_, at) => `kata${at}x`).join(' ')
    expect(searchWords([endless])).toHaveLength(400)
  })
})
