import { contrast, LEAST_CONTRAST } from './contrast.ts'
import { hexOfOklch, oklchOf } from './oklch.ts'
import { luminance } from './srgb.ts'

/** The darkest ground on which a unit's accent is text by day: the quiet boxes of form and pages. */
const QUIET_BOX = '#f3f7f6'

/** Of units that chose none. */
export const DEFAULT_ACCENT = '#0f5f5c'

/** True where text in one `#rrggbb` colour on the other keeps to WCAG 2.2 AA. */
export const isReadable = (colour: string, ground: string): boolean => contrast(colour, ground) >= LEAST_CONTRAST

/**
 * The colour itself where it can be read on the ground, else the nearest that can: the same hue, darker on a light
 * ground and lighter on a dark one, by no more than it needs.
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

/** The nearest accent that a unit may have. */
export const nearestAccent = (accent: string): string => nearestReadable(accent, QUIET_BOX)
