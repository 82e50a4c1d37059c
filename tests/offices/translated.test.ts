import { expect, it } from 'vitest'
import { readRow } from '../../service/filing/old-books/read-row.ts'
import { composeShownText } from '../../service/offices/tenants/configuration.ts'
import { readIn } from '../../service/offices/translated.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import type { Instant } from '../../service/shared/instant.ts'

it('is read in Indonesian where the office wrote no English', () => {
  expect(readIn({ id: 'Loket', en: '' }, 'en')).toBe('Loket')
  expect(readIn({ id: 'Loket', en: 'Counter' }, 'en')).toBe('Counter')
  expect(readIn({ id: 'Loket', en: 'Counter' }, 'id')).toBe('Loket')
})

it('is the text that a reader declares to have read', () => {
  const { procedure, privacyNotice } = bagianOrganisasi
  const texts = {
    procedure: { ...procedure, title: { id: 'Tata cara', en: '' } },
    privacyNotice: { ...privacyNotice, text: { id: 'Kami menjaganya.', en: '' } },
  }
  expect(composeShownText(texts, 'en')).toMatch(/^Tata cara\n\n.*\n\nKami menjaganya\.$/s)
})

it('names no category of an old register that has an empty cell', () => {
  const categories = bagianOrganisasi.categories.map((one) => ({ ...one, label: { ...one.label, en: '' } }))
  const reading = {
    ...{ sheet: 0, headingRow: 1, columns: { receivedOn: 0, story: 1, oldNumber: 2, category: 3 } },
    meanings: { category: {}, status: {}, channel: {} },
    otherwise: { category: 'slow_service', status: 'closed', channel: 'letter' },
  } as const
  const cells = ['3/1/2024', 'Diminta membayar di loket.', '7', '']
  const { found } = readRow(
    cells,
    5,
    reading,
    { ...bagianOrganisasi, categories },
    '2026-11-23T03:00:00.000Z' as Instant,
  )
  expect(found?.category).toBe('slow_service')
})
