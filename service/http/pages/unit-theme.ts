/** WCAG's least contrast between text and its ground. */
const leastContrast = 4.5
const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]
/** The darkest ground that accent-coloured text stands on in the dark scheme. */
const night: Colour = [30, 36, 37]

type Colour = readonly [number, number, number]

/**
 * Style sheet of one unit's colour, `#rrggbb`. A colour that could not be read is darkened for light pages and lightened
 * for dark ones, so that no choice of a unit costs its visitors legibility.
 */
export function unitThemeCss(accent: string): string {
  const colour = colourOf(accent)
  const onLight = readable(colour, white, black)
  const onDark = readable(colour, night, white)
  return `:root{--accent:${hexOf(onLight)}}@media (prefers-color-scheme:dark){:root{--accent:${hexOf(onDark)}}}`
}

function readable(colour: Colour, ground: Colour, towards: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, towards, share)
    if (contrast(mixed, ground) >= leastContrast) return mixed
  }
  return towards
}

function colourOf(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

const hexOf = (colour: Colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const mix = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
