import type { push as id } from '../id/push.ts'

export const push: typeof id = {
  heading: 'Alerts on devices',
  text: 'A device tells you when something waits, at the times and for the kinds that you chose under “Alerts by e-mail”. A locked screen shows only how much.',
  begin: 'Switch on for this device',
  begun: 'This device will tell you.',
  here: 'this device',
  since: (day) => `since ${day}`,
  unknown: 'Unknown device',
  remove: 'Switch off',
  removeOf: (device) => `Switch off on ${device}`,
  removed: 'That device tells you no more.',
  denied: 'This browser forbids alerts from Aduan. Allow them in its settings, then try again.',
  unable: 'This browser cannot receive alerts. Install Aduan as an app, or use another browser.',
}
