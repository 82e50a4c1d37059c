import { nearestReadable } from '../../colours/readable.ts'

/** The darkest ground that accent-coloured text stands on in the dark scheme. */
const night = '#1e2425'

/**
 * Style sheet of one unit's colour, `#rrggbb`. A colour that could not be read is darkened for light pages and lightened
 * for dark ones, so that no choice of a unit costs its visitors legibility.
 */
export function unitThemeCss(accent: string): string {
  const [onLight, onDark] = [nearestReadable(accent, '#ffffff'), nearestReadable(accent, night)]
  return `:root{--accent:${onLight}}@media (prefers-color-scheme:dark){:root{--accent:${onDark}}}`
}
