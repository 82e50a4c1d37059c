import type { practice as id } from '../id/practice.ts'

export const practice: typeof id = {
  heading: 'Practice',
  band: 'Practice. It is not counted, is sent to nobody, and is deleted each Monday.',
  file: 'Fill in the form of reporters',
  back: 'Back to work',
  intro: 'Try every step with practice complaints. What you see and do there is apart from real complaints.',
  open: (unit: string) => `Open practice of ${unit}`,
}
