import { describe, expect, it } from 'vitest'
import { cell } from '../../service/http/views/register-csv.ts'

describe('a cell of an exported register', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '|calc', '%x', '  =1', '\t=1', '\r=1', '\u200b=1'])(
    'that begins like a formula is text: %j',
    (text) => expect(cell(text)).toMatch(/^"'/),
  )

  it('keeps quotes, commas and letters of all kinds, on one line', () => {
    expect(cell('Bagian "A", Ruang é\r\n2')).toBe('"Bagian ""A"", Ruang é 2"')
  })
})
