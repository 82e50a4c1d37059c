import type { bulk as words } from '../id/bulk.ts'

const complaints = (cases: number) => (cases === 1 ? '1 complaint' : `${cases} complaints`)
const after = (seconds: number) =>
  seconds < 60 ? `${seconds} seconds` : seconds === 60 ? '1 minute' : `${seconds / 60} minutes`

export const bulk: typeof words = {
  bar: 'Acts on the chosen ones',
  picked: (cases) => `${cases} chosen`,
  clear: 'Choose none',
  acts: {
    dispatch: 'Dispatch',
    note: 'Note',
    message: 'Message',
    'explain-delay': 'Explain the delay',
    'set-label': 'Label',
    series: 'Series',
  },
  series: 'Series of acts',
  seriesHint: 'Each complaint gets all of its steps, or does not change.',
  headings: {
    dispatch: (cases) => `Dispatch ${complaints(cases)}`,
    note: (cases) => `A note on ${complaints(cases)}`,
    message: (cases) => `A message to the reporters of ${complaints(cases)}`,
    'explain-delay': (cases) => `Explain the delay of ${complaints(cases)}`,
    'set-label': (cases) => `Label on ${cases} complaints`,
    series: (cases) => `A series on ${complaints(cases)}`,
  },
  noteText: 'Note for staff',
  messageText: 'Message to all reporters',
  messageHint: 'All of them read the same words. Name nobody.',
  preview: 'See first what changes',
  previewing: 'Looking at each complaint…',
  changes: (cases) => `${cases} will change`,
  stays: (cases) => `${cases} will not change`,
  unseen: 'not found',
  none: 'Nothing will change.',
  back: 'Change',
  submit: (cases) => `Do it for ${complaints(cases)}`,
  undoHint: (seconds) =>
    `It is done after ${after(seconds)}. Until then all of it can be taken back, and nobody has been told.`,
  waiting: (what, cases, seconds) => `${what}: ${complaints(cases)}, done in ${seconds} seconds.`,
  running: (what) => `${what}: under way…`,
  undo: 'Undo',
  haste: 'Do it now',
  undone: (what) => `${what} was taken back. Nothing has changed.`,
  done: (what, cases) => `${what}: done for ${complaints(cases)}.`,
  notDone: (cases) => `${cases} did not change:`,
  lost: 'That bulk act cannot be found any more. Check the complaints.',
}
