import type * as model from '../id/counter.ts'

export const counter: typeof model.counter = {
  heading: 'Counter',
  stepsLabel: 'Steps',
  steps: {
    who: 'Who',
    what: 'What happened',
    readBack: 'Read back',
    signing: 'Signature',
    paper: 'Paper',
  },
  place: 'Place',
  leave: 'Leave the counter',
  next: 'Next',
  back: 'Back',

  who: 'How does the reporter want to be known?',
  readChoices: 'Read them all aloud, then choose what the reporter says. What is told is never published.',

  what: 'What happened?',
  storyHint: 'In the reporter’s own words. The first sentence becomes the subject.',
  today: 'Today',
  yesterday: 'Yesterday',

  toSigning: 'Right, go on to the signature',
  file: 'Write down and print the receipt',
  signing: 'The reporter’s signature',
  signingIntro:
    'Turn the screen to the reporter. The signature is kept sealed with the identity; only who opens the identity with a reason sees it.',
  sheet: 'Sheet for the signature, still empty',
  sheetSigned: 'Sheet for the signature, signed',
  clear: 'Clear and begin again',
  signatureMissing: 'There is no signature yet. If the reporter cannot sign, choose the button beside.',
  cannotSign: 'The reporter does not sign',
  signInstead: 'Sign on the screen',
  because: 'Why is it not signed?',
  unsigned: { cannot_write: 'Cannot write', unwell: 'Not able to now', declined: 'Prefers not to sign' },
  witness: 'Witness',
  witnessHint: 'Name of somebody who heard the reporter say yes; a colleague will do.',

  idleHeading: 'Still there?',
  idleText: (seconds: number) => `The screen is cleared in ${seconds} seconds. What was not written down is lost.`,
  stillThere: 'Still here',
  wipe: 'Clear it now',
}
