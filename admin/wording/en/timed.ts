import type { timed as id } from '../id/timed.ts'

export const timed: typeof id = {
  heading: 'Waits to be sent',
  willLeaveAt: (at: string) => `It is sent ${at}.`,
  seconds: (left: number) => `Sent in ${left} seconds`,
  leaving: 'Being sent …',
  takeBack: 'Take back',
  sendNow: 'Send now',
  move: 'Change the time',
  keepTime: 'Keep this time',
  takenBack: 'It is not sent. Its words are where they were typed.',
  acts: {
    message: 'Message to the reporter',
    note: 'Note',
    'ask-for-completion': 'Request for completion',
    answer: 'Answer',
  },
  later: 'Send later',
  when: 'When to send',
  now: 'Now',
  own: 'Another time …',
  day: 'Date',
  time: 'At (the office’s time)',
}
