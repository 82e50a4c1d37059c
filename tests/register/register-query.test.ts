import { expect, it } from 'vitest'
import { readQuery, requestOf } from '../../admin/register/register-query.ts'
import { registerQuery } from '../../service/contract/register.ts'

it('a paragraph that somebody pastes into the search of the register is asked for by its beginning, not refused', () => {
  const pasted = new URLSearchParams({ q: ` ${'loket '.repeat(400)}`, placeWords: 'kecamatan '.repeat(20) })
  const asked = registerQuery.safeParse(Object.fromEntries(requestOf(readQuery(pasted.toString()))))
  expect(asked.success).toBe(true)
  expect(asked.data?.q).toMatch(/^loket loket/)
})

it('a tracking code in the search of the register is asked for nowhere, in whatever way it is written', () => {
  const code = '7KQM-2XRD-HH4P-9WTB-CE3V'
  for (const written of [
    code,
    code.replaceAll('-', ''),
    code.toLowerCase().replaceAll('-', ' '),
    `kode ${code}, tolong`,
  ]) {
    const query = readQuery(new URLSearchParams({ q: written, placeWords: written }).toString())
    expect([query.q, query.placeWords]).toEqual(['', ''])
  }
  for (const words of ['jembatan rusak berat ya', 'kata yang mana saja kamu', 'PMKS-2026-000124', '3516010101010001']) {
    expect(readQuery(new URLSearchParams({ q: words }).toString()).q).toBe(words)
  }
})
