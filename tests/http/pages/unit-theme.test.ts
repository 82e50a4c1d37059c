import { expect, it } from 'vitest'
import { unitThemeCss } from '../../../service/http/pages/hosted-page.ts'

const accents = (css: string) => [...css.matchAll(/--accent:(#[0-9a-f]{6})/g)].map(([, colour]) => colour!)

/** WCAG's contrast, written down a second time so that a mistake in the product shows. */
function contrast(one: string, other: string): number {
  const light = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05
  }
  const [a, b] = [light(one), light(other)]
  return Math.max(a, b) / Math.min(a, b)
}

it('keeps a colour that can be read', () => {
  expect(accents(unitThemeCss('#8a4413'))[0]).toBe('#8a4413')
})

it.each(['#ffff00', '#ffffff', '#000000', '#8a4413', '#0f5f5c'])('makes %s legible by day and by night', (accent) => {
  const [day, night] = accents(unitThemeCss(accent))

  expect(contrast(day!, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(night!, '#1e2425')).toBeGreaterThanOrEqual(4.5)
})
