import { describe, expect, it } from 'vitest'
import { findPersonalWords, replaceWords } from '../../../service/offices/names/find-personal-words.ts'
import { falselyFound, missedParts, plantedCount } from '../../support/find-planted.ts'
import { cleanStories } from '../../support/planted-words.ts'

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
