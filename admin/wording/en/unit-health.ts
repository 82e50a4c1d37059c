import type { unitHealth as id } from '../id/unit-health.ts'

export const unitHealth: typeof id = {
  lastCase: (day) => `last complaint ${day}`,
  noCase: 'no complaint yet',
  unseen: (day) => `the oldest unverified one waits since ${day}`,
  open: (open, overdue) => (overdue === null ? `${open} open, none overdue` : `${open} open, ${overdue} overdue`),
  undelivered: (cases) =>
    cases === 1
      ? 'Notices of 1 complaint arrived by no channel.'
      : `Notices of ${cases} complaints arrived by no channel.`,
  down: (channels) => `Channels that rest after failing again and again: ${channels}.`,
  channels: { email: 'e-mail', whatsapp: 'WhatsApp', sms: 'SMS', letter: 'letter' },
}
