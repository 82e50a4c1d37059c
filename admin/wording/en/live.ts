import type { live as words } from '../id/live.ts'

export const live: typeof words = {
  looks: (names) => `Also in this complaint: ${names}.`,
  writes: (names) => `Writing in this complaint: ${names}.`,
  changed: (what, by, when) => `Changed meanwhile: ${what}, ${by}, ${when}.`,
  renew: 'Load the latest',
  typedStays: 'What you have typed stays.',
  listChanged: 'This list has changed.',
  show: 'Show',
}
