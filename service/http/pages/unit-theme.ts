import { nearestReadable } from '../../offices/colours/readable.ts'

/** The darkest background of accent-coloured text in the dark scheme. */
const night = '#1e2425'

/**
 * A tenant's colour is `#rrggbb`. An illegible one is darkened for light pages and lightened for dark ones, so that
 * every visitor can read.
 */
export function unitThemeCss(accent: string): string {
  const [onLight, onDark] = [nearestReadable(accent, '#ffffff'), nearestReadable(accent, night)]
  return `:root{--accent:${onLight}}@media (prefers-color-scheme:dark){:root{--accent:${onDark}}}`
}
