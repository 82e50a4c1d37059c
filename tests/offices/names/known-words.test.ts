import { describe, expect, it } from 'vitest'
import { findPersonalWords, replaceWords } from '../../../service/offices/names/find-personal-words.ts'
import { findLeaks, KnownWords } from '../../../service/offices/names/known-words.ts'
import { falselyFound, missedParts, plantedCount } from '../../support/find-planted.ts'
import { cleanStories } from '../../support/planted-words.ts'

const parts = ['umbul', 'wrekso', 'sartiko', 'hidaiatulah', 'rkso', 'sulis']
const known = new KnownWords(parts)
const letters = [...'bkx']

/** All that one slip makes of a word: a letter left out, added, taken for another, or changed with its neighbour. */
function slipsOf(word: string): readonly string[] {
  const slips = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) {
      slips.add(before + letter + after)
      if (after !== '') slips.add(before + letter + after.slice(1))
    }
    if (after === '') continue
    slips.add(before + after.slice(1))
    if (after.length > 1) slips.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
  }
  slips.delete(word)
  return [...slips]
}

describe('for which words of names a word of a text may stand', () => {
  it.each(parts)('finds “%s” as it is written', (part) => expect(known.meantBy(part)).toContain(part))

  it.each(parts.filter((part) => part.length >= 5))('finds “%s” with a slip anywhere in it', (part) => {
    const slips = slipsOf(part)
    expect(slips.length).toBeGreaterThan(part.length * 6)
    expect(slips.filter((slip) => !known.meantBy(slip).includes(part))).toEqual([])
  })

  it('finds a name of four letters only if two of them changed places', () => {
    const found = slipsOf('rkso').filter((slip) => known.meantBy(slip).includes('rkso'))
    expect(found.toSorted()).toEqual(['krso', 'rkos', 'rsko'])
  })

  it('finds a name by its sound', () => expect(new KnownWords(['muhamat']).meantBy('mokhamad')).toEqual(['muhamat']))

  it('takes another name for no slip', () => expect(new KnownWords(['bagus']).meantBy('agus')).toEqual([]))
})

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

describe('words that give somebody away', () => {
  it('are found in at least 95 of 100 planted ones', () => {
    expect(plantedCount).toBeGreaterThanOrEqual(200)
    expect(missedParts.length / plantedCount, missedParts.join(', ')).toBeLessThanOrEqual(0.05)
  })

  it('are seen in at most 2 of 100 stories that have none', () => {
    expect(new Set(cleanStories).size).toBe(200)
    expect(falselyFound.length / cleanStories.length, falselyFound.join('\n')).toBeLessThanOrEqual(0.02)
  })

  const covered = (text: string) => replaceWords(text, findPersonalWords(text, null), (kind) => `[${kind}]`)

  it('are replaced each by its kind', () => {
    expect(covered('Saya Karno dari desa Contohrejo, 0812-0000-7788, karno@pos.example, S 1234 AB.')).toBe(
      'Saya [name] dari [address], [phone], [email], [plate].',
    )
    expect(covered('NIK saya 3516000000000001, rumah RT 02 RW 01.')).toBe('NIK saya [nik], rumah [address].')
  })

  it('are not found again in what replaced them', () => {
    expect(covered('Nama saya [nama], saya dari [alamat], Pak [nama] tahu.')).toBe(
      'Nama saya [nama], saya dari [alamat], Pak [nama] tahu.',
    )
  })

  it.each(['a', 'Siti ', '0 ', 'jl. a ', 'rt 1 ', 'saya dari ', 'nol ', 'a@', 'Desa Aaa ', ' ', '.\n', 'S 1'])(
    'do not take long to look for in %j without end',
    (piece) => {
      const before = process.cpuUsage()
      findPersonalWords(piece.repeat(8_000 / piece.length), { name: 'Siti Contoh', address: 'Jalan Aaa Bbb 3' })
      expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
    },
  )
})
