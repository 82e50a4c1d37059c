import { expect, it } from 'vitest'
import { makeBreakable } from '../../../service/adapters/pdf/sheet.ts'

const piecesOf = (text: string) => text.split(/[\s\u200b]/u)

it('a long word without a break is set in short pieces, and not a letter of it is lost', () => {
  const word = 'wkwk'.repeat(1_000)
  const text = `Begini: ${word} selesai.`
  expect(Math.max(...piecesOf(makeBreakable(text)).map((piece) => piece.length))).toBeLessThanOrEqual(20)
  expect(makeBreakable(text).replaceAll('\u200b', '')).toBe(text)
})

it('letters of two halves are not cut', () => {
  const text = '\u{1f600}'.repeat(200)
  expect(piecesOf(makeBreakable(text)).every((piece) => !/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(piece))).toBe(true)
})

it('what people copy from a paper stays in one piece: a checksum, an address', () => {
  const text = `${'0123456789abcdef'.repeat(4)} https://pengaduan.example/t/bagian-organisasi/follow`
  expect(makeBreakable(text)).toBe(text)
})
