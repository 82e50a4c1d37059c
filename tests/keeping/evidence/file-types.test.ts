import { describe, expect, it } from 'vitest'
import { fileKind } from '../../../admin/case/evidence/evidence-viewer.ts'
import { nameByContent } from '../../../service/http/send-file.ts'
import { fileTypeOf, fileTypes, isRefusedByName, typesAskedFor } from '../../../service/keeping/evidence/file-types.ts'

describe.each(fileTypes.map(({ type }) => type))('a file of the type %s', (type) => {
  it('stands in the table once, and is saved under an ending of its own', () => {
    expect(fileTypes.filter((one) => one.type === type)).toHaveLength(1)
    const [usual, ...others] = fileTypeOf(type)!.endings
    expect(nameByContent('bukti.html', type)).toBe(`bukti.html.${usual}`)
    for (const ending of [usual, ...others]) expect(nameByContent(`a.${ending}`, type)).toBe(`a.${ending}`)
  })

  it('is taken under the name that it is saved by, and staff read what it is', () => {
    for (const ending of fileTypeOf(type)!.endings) expect(isRefusedByName(`a.${ending}`, type)).toBe(false)
    expect(fileKind(type)).toMatch(/^[0-9A-Z]{3,5}$/)
  })
})

it('only pictures that phones turn into others by themselves are not asked for', () => {
  expect(fileTypes.flatMap(({ type }) => (typesAskedFor.includes(type) ? [] : [type]))).toEqual(['image/heic'])
})

it('a file of a kind that is not in the table is saved under an ending that opens nothing', () => {
  expect([fileTypeOf('text/html'), nameByContent('a.html', 'text/html')]).toEqual([undefined, 'a.html.bin'])
})
