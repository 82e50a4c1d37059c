/** Linear light, each 0 to 1. */
export type Light = readonly [red: number, green: number, blue: number]

/** IEC 61966-2-1. */
export function lightOf(hex: string): Light {
  const part = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

/** Returns `null` if no sRGB screen can show it. */
export function hexOf(light: Light): string | null {
  if (light.some((part) => part < -0.0005 || part > 1.0005)) return null
  const parts = light.map((part) => {
    const share = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055
    const byte = Math.round(Math.min(Math.max(share, 0), 1) * 255)
    return byte.toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}

/** Relative luminance of a `#rrggbb` colour, 0 to 1, as WCAG 2.2 defines it. */
export function luminance(hex: string): number {
  const [red, green, blue] = lightOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2's least contrast between text and its background (1.4.3, level AA). */
export const LEAST_CONTRAST = 4.5

/** Contrast of two `#rrggbb` colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Lightness is 0 to 1, chroma from 0 (grey) on, hue in radians. CSS Color 4, `oklch()`. */
export interface Oklch {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

type Row = readonly [number, number, number]
const times = (rows: readonly [Row, Row, Row], [a, b, c]: Row): Row => {
  const sum = ([x, y, z]: Row) => x * a + y * b + z * c
  return [sum(rows[0]), sum(rows[1]), sum(rows[2])]
}

/** Björn Ottosson's matrices of Oklab, as CSS Color 4 gives them for linear sRGB. */
const toCones = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
] as const
const toLab = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
] as const
const fromLab = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
] as const
const fromCones = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
] as const

export function oklchOf(hex: string): Oklch {
  const [l, m, s] = times(toCones, lightOf(hex))
  const [lightness, a, b] = times(toLab, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)])
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) }
}

/** A colour too strong for its lightness is made paler until a screen can show it. */
export function hexOfOklch({ lightness, chroma, hue }: Oklch): string {
  for (let left = chroma; left > 0; left -= 0.002) {
    const hex = hexOf(lightOfOklch({ lightness, chroma: left, hue }))
    if (hex) return hex
  }
  return hexOf(lightOfOklch({ lightness, chroma: 0, hue })) ?? (lightness < 0.5 ? '#000000' : '#ffffff')
}

function lightOfOklch({ lightness, chroma, hue }: Oklch): Light {
  const [l, m, s] = times(fromLab, [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)])
  return times(fromCones, [l ** 3, m ** 3, s ** 3])
}
