import { describe, expect, it } from 'vitest'
import { contrast, hexOfOklch, oklchOf } from '../../../service/offices/colours/colour.ts'
import { isReadableAccent, nearestAccent, nearestReadable } from '../../../service/offices/colours/readable.ts'

const steps = ['00', '33', '66', '99', 'cc', 'ff']
const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))

describe('a contrast', () => {
  it('is what WCAG says of black, white and the greys at its border', () => {
    expect(contrast('#000000', '#FFFFFF')).toBe(21)
    expect(contrast('#123456', '#123456')).toBe(1)
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5)
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
  })
})

describe('a colour by how it is seen', () => {
  it('comes back as it went in', () => {
    for (const colour of colours) expect(hexOfOklch(oklchOf(colour))).toBe(colour)
  })

  it('has the numbers of CSS Color 4', () => {
    const { lightness, chroma, hue } = oklchOf('#ff0000')
    expect([lightness.toFixed(3), chroma.toFixed(3), ((hue * 180) / Math.PI).toFixed(1)]).toEqual([
      '0.628',
      '0.258',
      '29.2',
    ])
  })
})

describe('the accent of a unit', () => {
  it('is offered as the nearest that can be read, of the same hue, and just dark enough', () => {
    for (const colour of colours) {
      const offered = nearestAccent(colour)
      expect(isReadableAccent(offered)).toBe(true)
      if (isReadableAccent(colour)) expect(offered).toBe(colour)
      else {
        expect(contrast(offered, '#f3f7f6')).toBeLessThan(4.8)
        const [before, after] = [oklchOf(colour), oklchOf(offered)]
        expect(after.lightness).toBeLessThan(before.lightness)
        const turned = Math.abs(after.hue - before.hue)
        if (before.chroma > 0.05) expect(Math.min(turned, 2 * Math.PI - turned)).toBeLessThan(0.1)
      }
    }
  })

  it('is read by night too, lighter', () => {
    for (const colour of colours) {
      expect(contrast(nearestReadable(colour, '#1e2425'), '#1e2425')).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('of the bright yellow of many offices becomes an ochre, not a black', () => {
    const { chroma } = oklchOf(nearestAccent('#ffe600'))
    expect(chroma).toBeGreaterThan(0.1)
  })
})
