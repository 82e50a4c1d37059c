import type { Messages } from '../words.ts'
import { vocabulary } from './vocabulary.ts'

const { outcomes, statuses } = vocabulary
const { declined, forwarded, merged, withdrawn } = statuses

export const retention: Messages['retention'] = {
  endings: { ...outcomes, declined, forwarded, merged, withdrawn },
  schedule: {
    title: 'Retention',
    hint: 'By the unit’s schedule of records (JRA). Counted from the day a complaint ended, for older ones too. Nothing is destroyed by itself: somebody proposes, and a second person agrees.',
    basis: 'Basis',
    basisHint: 'The rule or decision that sets the schedule. It stands on each destruction record.',
    standard: 'In general',
    exceptions: 'Except',
    activeYears: 'In use, years',
    inactiveYears: 'Kept behind, years',
    fate: 'After that',
    fates: { destroy: 'Destroyed', keep: 'Kept for good' },
    category: 'Category',
    anyCategory: 'All categories',
    ending: 'Outcome',
    anyEnding: 'All outcomes',
    add: 'Add an exception',
    remove: (position) => `Remove exception ${position}`,
    identityYears: 'The identity may be erased earlier, after years',
    identityYearsHint: 'Leave empty where the identity is kept as long as the record.',
  },
}
