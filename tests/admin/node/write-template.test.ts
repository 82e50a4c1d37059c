import { describe, expect, it } from 'vitest'
import type { OfferedTemplate } from '../../../admin/api/wire.ts'
import { writeTemplate } from '../../../admin/desk/acts/template-fields.ts'

const template: OfferedTemplate = {
  ...{ id: 't1', name: 'Kapan terjadi', kind: 'completion', language: 'id', text: 'Kapan terjadinya?' },
  ...{ items: ['when_it_happened'], outcome: null, reason: null, elsewhere: 'Dinas Contoh' },
}
const typed = (fields: Readonly<Record<string, string>>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('a template in the panel of an act', () => {
  it('writes its words, what it asks for and where else to go into an empty form', () => {
    expect([...writeTemplate(template)]).toEqual([
      ['text', 'Kapan terjadinya?'],
      ['items', 'when_it_happened'],
      ['elsewhere', 'Dinas Contoh'],
      ['way', 'rewrite'],
    ])
  })

  it('stands after the words that were typed, and leaves every other field as it was', () => {
    const before = typed({
      text: 'Selamat pagi.',
      items: 'identity',
      elsewhere: 'Kantor Contoh',
      note: 'Telepon dulu.',
    })
    const written = writeTemplate(template, before)
    expect(written.get('text')).toBe('Selamat pagi.\n\nKapan terjadinya?')
    expect(written.getAll('items')).toEqual(['identity', 'when_it_happened'])
    expect(written.get('elsewhere')).toBe('Kantor Contoh')
    expect(written.get('note')).toBe('Telepon dulu.')
  })

  it('is written once, however often it is chosen', () => {
    expect([...writeTemplate(template, writeTemplate(template))]).toEqual([...writeTemplate(template)])
  })
})
