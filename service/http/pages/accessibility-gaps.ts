/** What is known to fall short of WCAG 2.2 AA. A test holds each to the code: a gap that was mended must leave this list. */
export const accessibilityGaps = [
  { code: 'recordings', criteria: ['1.2.1', '1.2.2', '1.2.5'], where: 'desk', since: '2026-11-28' },
  { code: 'pictures', criteria: ['1.1.1'], where: 'desk', since: '2026-11-28' },
  { code: 'sessions', criteria: ['2.2.1'], where: 'desk', since: '2026-11-28' },
] as const

export type AccessibilityGapCode = (typeof accessibilityGaps)[number]['code']

/** How it was checked last. A test holds it to the journeys and to the checker that is installed. */
export const accessibilityChecks = {
  on: '2026-11-28',
  axe: '4.14.1',
  /** States of pages that the checker looked at, on a phone and on an office screen, at least. */
  states: 200,
  /** Journeys that are gone through with the keyboard alone. */
  byKeyboard: ['file-by-keyboard', 'work-by-keyboard'],
  /** CSS pixels; on a narrower screen one may have to scroll sideways. */
  narrowest: 320,
} as const
