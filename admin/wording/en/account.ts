import type * as model from '../id/account.ts'

export const account: typeof model.account = {
  heading: 'My account',
  accessibility: 'Accessibility statement',
  intro: (email) => `How you sign in as ${email}, and where you are signed in now.`,
  neededHeading: 'This unit asks for a second factor',
  neededText:
    'A password alone does not open complaints in this unit. Set up an authenticator app or a passkey; it takes about two minutes.',
  operatorHeading: 'Operators need a second factor',
  operatorText:
    'A password alone is not enough to run the service. Set up an authenticator app or a passkey; it takes about two minutes.',
  operatorNeeded: 'Set up an authenticator app or a passkey below, and the pages of operators open.',
  neededAction: 'Set it up in My account',
  neededFor: (units) =>
    `${units} asks for a second factor. Set up an authenticator app or a passkey below, and the unit opens.`,
  showFor: (units) => `${units} asks for a second factor. Show your passkey, and the unit opens.`,
  showPasskey: 'Show passkey',

  app: 'Authenticator app',
  appText: 'Besides the password you enter a six-digit code that changes every half minute on your phone.',
  appNone: 'Not set up yet.',
  appBegin: 'Set up an authenticator app',
  appSince: (day) => `In use since ${day}.`,
  appRemove: 'Remove the authenticator app',
  appRemoveText:
    'Without it the password alone is enough to sign in, unless you use a passkey. Units that ask for a second factor close to you when there is no other.',
  appRemoved: 'The authenticator app is removed.',
  appPicture: 'QR code for the authenticator app',
  appScan: 'Scan this QR code with the authenticator app on your phone.',
  appType: 'Cannot scan? Type this key into the app:',
  appCopy: 'Copy the key',
  appCode: 'The six-digit code that the app shows now',
  appConfirm: 'Set up',
  appDone: 'The authenticator app is set up.',

  passkeys: 'Passkeys',
  passkeysText:
    'Sign in with your fingerprint, face or device PIN, without a password. A passkey works on this site only, so a forged page cannot fish for it.',
  passkeysUnable: 'This browser does not support passkeys.',
  addPasskey: 'Add a passkey',
  passkeyName: 'Name of the passkey',
  passkeyNameHint: 'So that you know it again, for example: Office phone.',
  makePasskey: 'Make passkey',
  passkeyAdded: 'The passkey is set up.',
  passkeyRemoved: (name) => `The passkey ${name} is removed.`,
  removePasskey: (name) => `Remove the passkey ${name}`,
  removePasskeyText: (name) => `The passkey ${name} can no longer be used to sign in.`,
  removeNow: 'Remove',
  addedAt: (day) => `added ${day}`,
  usedAt: (moment) => `last used ${moment}`,
  neverUsed: 'never used',

  codes: 'Recovery codes',
  codesText: 'To get in when the phone is lost: one of them stands for one code of the app, and works once.',
  codesLeft: (left) => `${left} codes left.`,
  codesRenew: 'Make new codes',
  codesHeading: 'Keep the recovery codes',
  codesOnce:
    'These codes are shown only now. Print or write them down, and keep them apart from the phone. Earlier codes, if any, no longer work.',
  codesKept: 'I have kept them',

  password: 'Password',
  passwordText: 'Changing the password ends all your sessions on other devices.',
  present: 'Present password',
  passwordChange: 'Change password',
  passwordChanged: 'The password is changed. Sessions on other devices have ended.',

  sessions: 'Sessions under way',
  sessionsText: 'One that you do not know? End it, then change the password.',
  sessionHere: 'this device',
  deviceUnknown: 'Unknown device',
  startedAt: (moment) => `signed in ${moment}`,
  end: 'End',
  endOf: (device) => `End the session on ${device}`,
  ended: 'The session is ended.',
  endOthers: 'End all other sessions',
  endedOthers: 'All other sessions are ended.',
}
