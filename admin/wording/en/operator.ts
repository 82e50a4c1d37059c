import type { operator as operatorId } from '../id/operator.ts'

export const operator: typeof operatorId = {
  heading: 'Units',
  intro: 'Units that use this service. The operator opens units, but cannot read complaints.',
  open: 'Open a unit',
  openHeading: 'Open a unit',
  openText: 'A unit begins with the usual procedure and categories. Its first admin goes on from there.',
  name: 'Official name',
  nameHint: 'For example: Dinas Contoh Kabupaten Misal.',
  shortName: 'Short name',
  slug: 'Address of the unit',
  slugHint: 'Small letters, digits and hyphens. It becomes part of addresses and cannot be changed.',
  numberPrefix: 'Prefix of complaint numbers',
  numberPrefixHint: 'Capital letters, at most eight. For example: DC.',
  admin: 'First admin of the unit',
  adminName: 'Name',
  adminEmail: 'E-mail',
  submit: 'Open the unit',
  opened: (name) => `${name} is open`,
  linkText: 'Hand this link to the unit’s admin. It is shown once and works once.',
  link: 'Link for the unit’s admin',
  hasAccount: 'The invitation is mailed to that admin and shown to nobody.',
  openedAt: (date) => `opened ${date}`,
  hosted: 'Page of the unit',
  unread: (cases) =>
    cases === 1
      ? '1 complaint can be read by nobody in this unit'
      : `${cases} complaints can be read by nobody in this unit`,
  unreadText:
    'Everybody who could read it is complained about in it, or works under who is. Ask the Inspektorat to name an auditor and the unit’s admin to invite them, without saying why. Once they are invited, the complaint goes to them and this mark goes.',
  emptyHeading: 'No units yet',
  emptyText: 'Open the first one; its admin goes on alone.',
  loading: 'Loading the units…',
  list: 'Units',
}
