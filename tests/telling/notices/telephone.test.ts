import { expect, it } from 'vitest'
import { internationalNumber } from '../../../service/shared/numbers.ts'

it.each([
  ['0812-0000-0001', '6281200000001'],
  ['812 0000 0001', '6281200000001'],
  ['+62 812 0000 0001', '6281200000001'],
  ['62812.0000.0001', '6281200000001'],
  ['0622-000-001', '62622000001'],
  ['(0541) 000-0001', '625410000001'],
  ['+60 12-000 0001', '60120000001'],
  ['0060 12-000 0001', '60120000001'],
])('%s is dialled as %s', (written, number) => {
  expect(internationalNumber(written)).toBe(number)
})

it.each(['', '12', '+', 'siti@warga.example', '0812 0000 0001 0000 0002'])('“%s” is no number', (written) => {
  expect(internationalNumber(written)).toBeNull()
})
