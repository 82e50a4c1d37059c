import type { unsent as id } from '../id/unsent.ts'

export const unsent: typeof id = {
  waits: 'You typed something that was not sent:',
  elsewhere: (form: string, at: string) => `${form}: you also wrote on another device, ${at}.`,
  useElsewhere: 'Use those words',
  useHere: 'Use the ones here',
  notKept: 'What you typed last is not kept yet. Leave this page open; it is tried again.',
  message: 'Message',
  note: 'Note',
  intakes: (count: number) => (count === 1 ? '1 complaint is not filed' : `${count} complaints are not filed`),
  back: 'What you typed and did not save is here.',
  throwAway: 'Throw away',
  yours: 'You typed something here',
}
