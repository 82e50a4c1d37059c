import { luminance } from './srgb.ts'

/** WCAG 2.2's least contrast between text and its background (1.4.3, level AA). */
export const LEAST_CONTRAST = 4.5

/** Contrast of two `#rrggbb` colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
