import { expect, it } from 'vitest'
import { areaAfterKey, areaBetween, moveArea, resizeArea } from '../../../admin/case/evidence/areas.ts'

const box = { page: 1, left: 100, top: 200, width: 300, height: 50 }

it('a box lies between the corners of a drag, wherever it began, and not beside the picture', () => {
  expect(areaBetween(2, { x: 400, y: 500 }, { x: 100.4, y: 200 })).toEqual({
    ...{ page: 2, left: 100, top: 200, width: 300, height: 300 },
  })
  expect(areaBetween(1, { x: -50, y: 900 }, { x: 60, y: 1_200 })).toEqual({
    ...{ page: 1, left: 0, top: 900, width: 60, height: 100 },
  })
})

it('a slip of the finger draws no box', () => {
  expect(areaBetween(1, { x: 100, y: 100 }, { x: 103, y: 400 })).toBeNull()
})

it('a box is moved and resized only as far as the picture goes', () => {
  expect(moveArea(box, { x: 900, y: -900 })).toEqual({ ...box, left: 700, top: 0 })
  expect(resizeArea(box, { x: 900, y: -900 })).toEqual({ ...box, width: 900, height: 8 })
})

it.each([
  ['ArrowLeft', false, { ...box, left: 90 }],
  ['ArrowDown', false, { ...box, top: 210 }],
  ['ArrowDown', true, { ...box, height: 60 }],
  ['Delete', false, null],
  ['Tab', false, undefined],
])('%s with shift %s does to a box what is expected', (key, shiftKey, after) => {
  expect(areaAfterKey(box, { key, shiftKey })).toEqual(after)
})
