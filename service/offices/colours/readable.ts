import { contrast, hexOfOklch, LEAST_CONTRAST, luminance, oklchOf } from './colour.ts'

/** The darkest background of accent-coloured text in the light scheme: the quiet boxes of form and pages. */
const QUIET_BOX = '#f3f7f6'

/** The accent of tenants that chose none. */
export const DEFAULT_ACCENT = '#0f5f5c'

export const isReadable = (colour: string, ground: string): boolean => contrast(colour, ground) >= LEAST_CONTRAST

/**
 * Returns the colour itself if it is readable, else the nearest readable one: the same hue, darker on a light
 * background and lighter on a dark one, by no more than needed.
 */
export function nearestReadable(colour: string, ground: string): string {
  if (isReadable(colour, ground)) return colour.toLowerCase()
  const { lightness, chroma, hue } = oklchOf(colour)
  const end = luminance(ground) > 0.18 ? 0 : 1
  for (let step = 1; step < 200; step++) {
    const moved = hexOfOklch({ lightness: lightness + ((end - lightness) * step) / 200, chroma, hue })
    if (isReadable(moved, ground)) return moved
  }
  return end === 0 ? '#000000' : '#ffffff'
}

/** An accent carries white text, and is itself the text of links on white and on quiet boxes: the hardest counts. */
export const accentContrast = (accent: string): number => contrast(accent, QUIET_BOX)

export const isReadableAccent = (accent: string): boolean => isReadable(accent, QUIET_BOX)

export const nearestAccent = (accent: string): string => nearestReadable(accent, QUIET_BOX)
