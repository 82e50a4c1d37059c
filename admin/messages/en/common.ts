import type { Messages } from '../words.ts'

export const common: Messages['common'] = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  edit: 'Edit',
  optional: 'optional',
  required: 'Please fill this in.',
  choose: 'Choose…',
  copy: 'Copy',
  copied: 'Copied',
  more: 'Load more',
  dismiss: 'Dismiss message',
}

export const app: Messages['app'] = {
  transfers: 'From other units',
  name: 'Aduan',
  area: 'Staff room',
  skip: 'Skip to the page',
  navigation: 'Pages',
  menu: 'Menu',
  groups: {
    cases: 'Cases',
    decisions: 'Waiting for a decision',
    reports: 'Reports',
    unit: 'Running the unit',
    service: 'Service',
  },
  register: 'Register',
  intake: 'Take a complaint',
  settings: 'Settings',
  staff: 'Staff',
  mailbox: 'Mailbox',
  operator: 'Units',
  units: 'Choose a unit',
  unitsHint: 'Your account has roles in several units. Choose the one to work in.',
  switchUnit: 'Switch unit',
  account: 'Account',
  signOut: 'Sign out',
  indonesian: 'Bahasa Indonesia',
  english: 'English',
  notFound: 'Page not found',
  notFoundHint: 'This address does not exist, or does not belong to your unit.',
  notPermitted: 'Your roles do not include this page',
  notPermittedHint: 'Ask the unit’s admin for a role if this page is part of your work.',
  noPages: 'No page for your role yet',
  noPagesHint: 'Ask the unit’s admin to look at your roles.',
  home: 'Go to the start page',
  chunkFailed: 'This page could not be loaded. Check the network, then try again.',
  leaveHeading: 'Changes are not saved',
  leaveText: 'If you leave now, what you changed on this page is lost.',
  leaveStay: 'Stay here',
  leaveGo: 'Leave without saving',
}

const byCode: Readonly<Record<string, string>> = {
  'session/required': 'Your session has ended. Sign in again to go on.',
  'complaint/not-found': 'There is no such complaint in your unit.',
  'incident/changed-meanwhile':
    'Somebody else has just changed this incident. You see it as it is now; repeat your step if it is still needed.',
  'objection/own-answer': 'You gave this answer. Another head decides an objection to it.',
  'verification/not-well-founded':
    'A complaint that is not well founded is not processed. Use “Cannot be followed up”.',
}

export const problems: Messages['problems'] = {
  unreachable: 'The service does not answer. Check the network, then try again. What you wrote is still here.',
  unknown: 'Something went wrong. Try again; what you wrote is still here.',
  fault: (requestId) =>
    `The service has a fault. Try again; if it happens again, tell the operator the code ${requestId || '–'}.`,
  byCode,
}

export const session: Messages['session'] = {
  heading: 'Sign in to the staff room',
  intro: 'For staff of units that handle complaints.',
  email: 'E-mail',
  password: 'Password',
  totp: 'Six-digit code',
  totpHint: 'From the authenticator app on your phone. Phone lost? Enter a recovery code.',
  usePasskey: 'Use a passkey',
  confirmHeading: 'Please show that it is you',
  confirmText: 'This matters. Prove once more who you are; that holds for ten minutes.',
  confirm: 'Go on',
  confirmByPasskey: 'Use passkey',
  submit: 'Sign in',
  submitting: 'Checking…',
  forReporters: 'Are you a reporter? Complaints are filed and followed on the unit’s page, without an account.',
  againHeading: 'Your session ended; sign in again',
  againText: 'What you were doing is still here and goes on once you are signed in.',
  otherPerson: 'Sign out and sign in as somebody else',
  invitationHeading: 'Accept the invitation',
  invitationText: 'Choose a password of your own. You are signed in right after.',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 letters or digits. A short sentence is easy to remember and strong.',
  newPasswordShort: 'The password needs at least 12 letters or digits.',
  repeatPassword: 'Repeat the new password',
  repeatDiffers: 'The two passwords differ.',
  accept: 'Save and sign in',
}
