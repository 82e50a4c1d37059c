/** What reports count. Each is a filter of the register, which shows just the cases that were counted. */
export const figureNames = [
  'received',
  'open',
  'late',
  'verified',
  'unverified',
  'responded',
  'unresponded',
  'answered',
  'unanswered',
  'handled',
  'unhandled',
  'closed',
  'unclosed',
  'timed',
  'in_time',
  'out_of_time',
  'decided',
  'objected',
  'reopened',
  'paused',
  'extended',
  'completion_asked',
  'rated',
  'low_rated',
  'unsolved',
  'borne_out',
  'improved',
  'called',
  'call_unsolved',
] as const
export type FigureName = (typeof figureNames)[number]

/** How long it took, in calendar days: who was waited for, and who still waits. */
export const waitMeasures = {
  verification: { done: 'verified', undone: 'unverified' },
  response: { done: 'responded', undone: 'unresponded' },
  handling: { done: 'handled', undone: 'unhandled' },
  answer: { done: 'answered', undone: 'unanswered' },
  close: { done: 'closed', undone: 'unclosed' },
} as const satisfies Record<string, Readonly<Record<'done' | 'undone', FigureName>>>
export type WaitName = keyof typeof waitMeasures

/** A part of something. More proven complaints can mean a worse office, or better reporting, so neither is better. */
export const shareMeasures = {
  in_time: { part: 'in_time', of: 'timed', better: 'more' },
  paused: { part: 'paused', of: 'received', better: 'less' },
  extended: { part: 'extended', of: 'received', better: 'less' },
  completion_asked: { part: 'completion_asked', of: 'received', better: 'less' },
  objected: { part: 'objected', of: 'decided', better: 'less' },
  reopened: { part: 'reopened', of: 'decided', better: 'less' },
  rated: { part: 'rated', of: 'answered', better: 'more' },
  low_rated: { part: 'low_rated', of: 'rated', better: 'less' },
  unsolved: { part: 'unsolved', of: 'rated', better: 'less' },
  borne_out: { part: 'borne_out', of: 'answered', better: null },
  improved: { part: 'improved', of: 'borne_out', better: 'more' },
  call_unsolved: { part: 'call_unsolved', of: 'called', better: 'less' },
} as const satisfies Record<
  string,
  { readonly part: FigureName; readonly of: FigureName; readonly better: 'more' | 'less' | null }
>
export type ShareName = keyof typeof shareMeasures
