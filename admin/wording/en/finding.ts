import type { finding as id } from '../id/finding.ts'

export const finding: typeof id = {
  more: 'Dates, channel and place',
  from: 'Received from',
  to: 'Received until',
  reversed: 'The first day is after the last one, so nothing fits.',
  channel: 'Intake channel',
  anyChannel: 'All channels',
  placeWords: 'Place of the event contains',
  lookUp: {
    heading: 'The reporter has no number',
    intro:
      'Find the number of their complaint by the full name, telephone or e-mail that they gave. This is logged, and the reporter reads it on their page.',
    by: 'By',
    keys: { name: 'Full name', phone: 'Telephone number', email: 'E-mail' },
    reason: 'Reason',
    reasons: {
      at_counter: 'The reporter is here',
      on_phone: 'The reporter is on the phone',
      in_writing: 'The reporter wrote',
    },
    submit: 'Find the number',
    found: (count) => `${count} complaints`,
    nothing:
      'There is no complaint with this that you may open. Confidential and anonymous ones are not looked for here.',
    nothingAtAll: 'There is no complaint with this. Anonymous ones and sealed identities cannot be looked for.',
  },
  howToSearch: 'A search knows beginnings of words, one wrong letter, names of categories, and the place of the event.',
}
