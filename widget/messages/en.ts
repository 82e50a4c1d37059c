import type { Messages } from './id.ts'

export { jv } from './jv.ts'

/** What the form says in English. */
export const en: Messages = {
  launcher: 'File a complaint',
  panel: 'Complaint',
  loading: 'Preparing the form…',
  unavailable: 'The form cannot be shown at the moment.',
  elsewhere: 'You can still file a complaint here:',
  tryAgain: 'Try again',
  close: 'Close',
  quickExit: 'Quick exit',
  quickExitMeaning: 'Erases what you filled in and leaves this page at once',
  otherLanguage: 'Bahasa Indonesia',
  isItReal: 'Is this really the office?',
  private: 'Complaints are private. Nothing is published.',

  step: (step, of) => `Step ${step} of ${of}`,
  next: 'Continue',
  back: 'Back',
  optional: 'optional',
  change: 'Change',
  restored: 'What you filled in is still in this tab. You can go on.',
  startOver: 'Erase everything and start again',
  keptHere:
    'What you fill in is kept in this tab only, until it is sent. On somebody else’s computer or phone, press “Quick exit” when you are done.',
  keep: 'Keep a draft on this device',
  notGiven: 'Not filled in',

  steps: {
    procedure: 'Before you begin',
    category: 'Kind of complaint',
    questions: 'A few questions',
    story: 'What happened',
    evidence: 'Supporting evidence',
    identity: 'Identity and contact',
    contact: 'Contact (you can skip this)',
    review: 'Check and send',
  },

  procedure: {
    privacy: 'How should your identity be treated?',
    privacyHint: 'Choose first. You do not have to type anything yet.',
    notice: 'Privacy notice',
  },
  category: {
    question: 'Which comes closest to what happened?',
    hint: 'Not sure? Pick the closest. An officer can correct it.',
  },
  story: { hint: 'Tell it in your own words. Official language is not needed.' },
  evidence: {
    lead: 'Evidence strengthens a complaint, but is not required. You may go on now and add it later.',
    add: 'Add evidence',
    loading: 'Preparing…',
    unavailable: 'This part could not be loaded. Try again, or go on without evidence and add it later.',
    none: 'No evidence',
    pending: 'A file is still uploading or has failed. Wait until it is done, or remove it.',
  },
  identity: {
    hint: 'Used to reach you and to follow up your complaint.',
    confidential: 'Your identity is sealed. The officers who handle the case do not see it.',
    anonymous:
      'You need not give a name. Leave a contact only if you want to be told of news; without one you can follow the complaint with the tracking code.',
    channels: 'How do you want to be told?',
    channelsHint: 'Tick in the order that you prefer. If none is ticked, we use the contacts that you fill in.',
    place: (place) => `choice ${place}`,
  },
  channels: { email: 'E-mail', whatsapp: 'WhatsApp', sms: 'SMS', letter: 'Letter' },
  review: {
    hint: 'Read it once more. After sending you get a number and a tracking code.',
    privacy: 'Treatment of your identity',
    statements: 'Statements',
    truthful: 'What I say is true as far as I know.',
    procedureRead: 'I have read the complaint procedure.',
    privacyNotice: 'I have read the privacy notice.',
    send: 'Send the complaint',
  },

  fields: {
    privacy: { label: 'Treatment of your identity', hint: '' },
    category: { label: 'Kind of complaint', hint: '' },
    subject: { label: 'Subject', hint: 'One sentence. Example: “Asked for money when I collected a letter”.' },
    chronology: { label: 'What happened', hint: 'From beginning to end. Who said or did what.' },
    occurredAt: { label: 'Date', hint: 'A guess is fine.' },
    occurredPlace: { label: 'Place', hint: 'Example: counter 2, first floor.' },
    reportedPerson: {
      label: 'Who the complaint is about',
      hint: 'Name, position or looks. They cannot see this complaint.',
    },
    requestedRemedy: { label: 'What you hope for', hint: 'Example: the money is returned, the service is completed.' },
    evidence: { label: 'Supporting evidence', hint: '' },
    'reporter.name': { label: 'Full name', hint: '' },
    'reporter.address': { label: 'Address', hint: '' },
    'reporter.phone': { label: 'Mobile number', hint: 'Example: 0812 0000 0000.' },
    'reporter.email': { label: 'E-mail', hint: '' },
    'reporter.onBehalfOf': { label: 'Name of the person you represent', hint: 'Only if you file for somebody else.' },
    'reporter.channels': { label: 'How to tell you', hint: '' },
  },

  problems: {
    title: 'Something needs completing',
    required: (label) => `${label} is not filled in.`,
    pick: (label) => `Choose: ${label.toLowerCase()}.`,
    tooLong: (label, limit) => `${label} is too long. At most ${limit} characters.`,
    email: 'Write an e-mail address such as name@contoh.example.',
    phone: 'Write the mobile number in digits, at least 6.',
    future: 'The date cannot be after today.',
    contact: (channel, label) => `To be told by ${channel}, fill in: ${label}.`,
    statement: 'Tick this statement to send.',
  },
  counter: (used, limit) => `${used} of ${limit}`,
  remaining: (left) => `${left} characters left.`,

  sending: {
    sending: 'Sending… do not close this page.',
    proving:
      'Many complaints are coming in. Your device is proving that this is not a robot; it usually takes less than a minute.',
    retrying: 'No receipt yet. The network broke off. Trying again while this page is open.',
    stop: 'Stop sending',
    stopped: 'Sending was stopped. What you filled in is intact in this tab.',
    failed: 'The complaint has not been sent. What you filled in is intact in this tab.',
  },
  failures: {
    elsewhere: (telephone) =>
      `If it keeps failing, call the office on ${telephone} or come in person. Spoken complaints are received too.`,
    'network/unreachable': 'The service cannot be reached. Check your network, then try again.',
    'network/timeout': 'The service took too long to answer. Try again; the complaint is not recorded twice.',
    'network/nonsense': 'The answer of the service could not be read. Try again in a moment.',
    'limit/unsolvable': 'This browser cannot complete the security check. Use another browser or the plain form.',
    'tenant/unknown': 'The complaint service does not know this office.',
    wait: (seconds) =>
      `Too many requests. Wait ${seconds} seconds, then send again. The complaint is not recorded yet.`,
    unknown: 'Something went wrong in the service. Try again in a moment.',
  },

  receipt: {
    title: 'Your complaint has been received',
    earlier:
      'The first attempt had arrived after all, so what is recorded is the text before your change. Tell us the change as a message on the follow-up page.',
    number: 'Complaint number',
    code: 'Tracking code',
    codeOnce: 'Save this code now. For your safety it is shown only once and cannot be sent again.',
    copy: 'Copy number and code',
    copied: 'Number and code copied.',
    notCopied: 'Could not copy by itself. The code is selected; copy it, or write it down.',
    save: 'Save as a file',
    saved: 'File saved. Whoever opens that file can read your complaint.',
    pdf: 'Download the receipt (PDF)',
    pdfDone: 'Receipt downloaded.',
    pdfFailed: 'The receipt could not be downloaded. Try again.',
    receivedAt: 'Received',
    dates: 'The dates that we promise',
    due: 'no later than',
    next: 'What happens next',
    nextSteps: [
      'An officer checks that your complaint is complete.',
      'If something is missing, you are told exactly what.',
      'You can read the answer, the reasons and every change with the number and the code.',
    ],
    follow: 'Follow the complaint',
    newTab: 'opens in a new tab',
    verify: 'Check that the receipt is genuine',
    another: 'File another complaint',
  },
}
