import type { Messages } from '../words.ts'

export const alerts: Messages['alerts'] = {
  heading: 'Alerts',
  bell: (unread) => (unread > 0 ? `Alerts, ${unread} unread` : 'Alerts'),
  fresh: (count) => (count === 1 ? '1 new alert' : `${count} new alerts`),
  empty: 'No alerts yet.',
  unread: 'Unread:',
  readAll: 'Mark all as read',
  times: (count) => `${count} times`,
  newCases: (count) => (count === 1 ? '1 new complaint' : `${count} new complaints`),
  show: 'Show',
  kinds: {
    new_case: 'New complaint',
    dispatched_to_me: 'Given to you:',
    reporter_answered: 'The reporter answered:',
    approval_waits: 'Waits for your approval:',
    clock_near: 'Due soon:',
    clock_over: 'Overdue:',
    channel_dead: 'A channel for notices is down',
  },
}
