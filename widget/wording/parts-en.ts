import { en as follow } from './follow/en.ts'
import type { PartWording } from './parts-id.ts'

export const parts: PartWording = {
  follow,

  dialog: {
    title: 'Close the form?',
    draft:
      'This complaint has not been sent. If you open the form again in this tab, what you filled in is still there.',
    code: 'You have not kept the tracking code. Once closed, it cannot be shown again.',
    entries: 'What you wrote here has not been sent, and is lost when you close it.',
    stay: 'Back to the form',
    close: 'Close',
  },

  evidence: {
    hidden:
      'Photos and documents can hold your name, place or device. Check them first if you do not want to be recognised.',
    drop: 'Drop files here, or',
    pick: 'Choose files',
    camera: 'Take a photo',
    voice: 'Record your voice',
    noVoice: 'The recorder could not be loaded. Try again, or choose a recorded file.',
    limits: (files, size) => `At most ${files} files, each up to ${size}. Photos, PDF, sound or video.`,
    list: 'Your files',
    waiting: 'Waiting its turn',
    smaller: 'The photo is sent smaller, without place and kind of device.',
    sendOriginal: (size) => `Send the original photo (${size})`,
    checking: 'Taking the file’s fingerprint',
    uploading: (percent) => `Uploading, ${percent}%`,
    resuming: (percent) => `Going on from ${percent}%`,
    cut: (percent) => `Cut off, ${percent}% is stored`,
    again: (seconds) => `trying again in ${seconds} seconds`,
    offline: 'goes on when the network is back',
    wasCut: (name, percent) => `${name} was cut off at ${percent}%. What arrived is kept; it goes on by itself.`,
    tryNow: 'Try now',
    unfinished: 'Not finished. Choose the same file to go on',
    twice: (name) => `${name} is there already.`,
    held: 'Stored',
    failed: 'Failed',
    hash: 'Fingerprint (SHA-256)',
    agreed: 'same as the file on your device',
    remove: 'Remove',
    retry: 'Try again',
    added: (name) => `${name} is stored.`,
    removed: (name) => `${name} was removed.`,
    refused: (name, why) => `${name}: ${why}`,
    tooLarge: (size) => `Too large. At most ${size}.`,
    tooMany: (files) => `There are ${files} files already. Remove one to add another.`,
    empty: 'This file is empty.',
  },

  idle: {
    shared: {
      title: 'Are you still there?',
      meaning: (seconds) => `What is on this screen is erased in ${seconds} seconds, so that nobody else reads it.`,
      stay: 'I am still here',
      wipe: 'Erase now',
    },
    own: {
      title: 'Go on?',
      meaning: 'What you filled in is still there. It was covered so that nobody else reads it.',
      code: 'The receipt with your tracking code is still there. Once erased, the code cannot be shown again.',
      stay: 'Go on',
      wipe: 'Erase everything',
    },
  },

  policy: {
    loading: 'Loading…',
    retry: 'Try again',
    notice: 'Privacy notice',
  },

  keep: {
    title: 'Keep a draft on this device',
    lead: 'The draft is sealed with a PIN and kept in this browser for 7 days after the last change, or until the complaint is sent.',
    shared: [
      'Others who use this device can see that there is a draft and can erase it, but cannot read it without the PIN.',
      'A PIN that is easy to guess, like a birthday or 123456, does not protect it.',
      'A forgotten PIN cannot be recovered. Five wrong ones erase the draft.',
      '“Quick exit” does not erase this draft; “Erase draft” does.',
    ],
    pin: 'New PIN (at least 6 digits or letters)',
    repeat: 'The PIN again',
    keep: 'Keep draft',
    cancel: 'Cancel',
    working: 'Sealing…',
    tooShort: 'The PIN is too short. At least 6 digits or letters.',
    tooEasy: 'This PIN is too easy to guess.',
    differs: 'The two PINs are not the same.',
    nothing: 'There is nothing to keep yet. Fill in the form first.',
    impossible: 'This browser cannot keep a draft safely.',
    kept: (day) => `The draft is kept on this device until ${day}. Changes are kept too while this page is open.`,
    notKept: 'The last change could not be kept on this device.',
    forget: 'Erase draft',
    forgotten: 'The draft on this device is erased.',
    found: 'There is a kept draft',
    foundLead: (day) => `On this device there is a draft of a complaint, until ${day}. Open it with your PIN.`,
    openPin: 'PIN',
    open: 'Open draft',
    opening: 'Opening…',
    opened: 'The draft is open.',
    wrong: 'Wrong PIN.',
    erased: 'The draft was erased, because the PIN was wrong too often.',
  },

  questions: {
    lead: 'Your answers help the officers to act without asking again.',
    changed: 'The office has just changed its questions. Load the page again; what you filled in stays in this tab.',
    required: (question) => `Answer: ${question}`,
    tooLong: (limit) => `Too long. At most ${limit} characters.`,
    amountHint: 'In rupiah. Example: 1.500.000.',
    amount: 'Write the amount in digits only, for example 1.500.000.',
    date: 'There is no such day. Example: 25 November 2026.',
    invalid: 'Choose one of the answers given.',
    person: 'Name, position or description. Sealed with the complaint.',
    placeHint: 'Write the place, or add where you are now.',
    stops: 'With this answer the complaint is not sent to this office.',
    mayFile: 'You can still complain here.',
    locate: 'Add my location now',
    locateMeaning:
      'Your location is read only when you press this button, is shown in numbers, and is sent with the complaint.',
    locating: 'Looking for your location…',
    located: (where) => `Will be sent: ${where}`,
    accuracy: (metres) => `accurate to ± ${metres} m`,
    forget: 'Remove the location',
    forgotten: 'The location was removed.',
    denied: 'The browser does not allow it. Just write the place.',
    lost: 'The location was not found. Try again, or write the place.',
  },

  sealing: {
    heading: 'Your identity is sealed on this device',
    meaning:
      'The name, address and contacts above are locked before they are sent. This service and those who run it cannot read them; only the custodians of identities can, once two persons agreed. You see each time that it is opened.',
    fingerprint: 'Fingerprint of the key',
    reach: 'May we contact you?',
    reachHint:
      'Without a tick no news is sent to you: follow with your tracking code. What you tick is sent without the seal too.',
    open: {
      whatsapp: 'Contact me by WhatsApp at this number, visible to those who run the system',
      sms: 'Contact me by SMS at this number, visible to those who run the system',
      email: 'Contact me at this e-mail address, visible to those who run the system',
    },
    otherKey:
      'The office’s key is not the one that this page expects, so your identity is not sent. Call the office on a number that you already know, not on one in this form, or go back to the start and choose to stay without identity.',
    notHere:
      'This page was not opened over a secure connection (https), so the browser cannot seal your identity. File on the unit’s official page, or choose to stay without identity.',
  },

  trust: {
    title: 'Make sure this form is official',
    loading: 'Asking the service…',
    vouched: (by, day) => `Checked by ${by} on ${day}: it is this office.`,
    basis: (basis) => `What was checked: ${basis}`,
    notVouched: 'The operator of the service has not said that this office was checked.',
    sure: 'How to be sure yourself',
    address: (host) =>
      `Open the same form at the service’s own address, and look at the address bar: it must begin with ${host}.`,
    compare:
      'The same numbers stand there. Compare them five by five, also with those shown at the office, or have them read to you by telephone.',
    aloud: (groups) => `Fingerprint of the office’s key: ${groups}`,
    more: 'See these numbers at the service’s address',
    honest: 'A false page can imitate what stands here. It cannot imitate the address in the address bar.',
    failed: 'The service does not answer. Open the form at the service’s own address.',
    close: 'Close',
  },

  similar: {
    title: 'Complaints like this',
    received: (count) => `At least ${count} complaints came in this category in the last 90 days.`,
    answered: (count, days) =>
      `At least ${count} are answered, half of them in ${days === 1 ? 'a day' : `${days} days`} at most. The latest answered:`,
    few: 'Too few are answered to say how long it takes.',
    one: (month, days) => `came in ${month}, answered in ${days === 1 ? 'a day' : `${days} days`}`,
    yours: 'If it happened to you too, tell us. Your complaint is recorded and answered on its own.',
    again: 'Have you told us already?',
    follow: 'Follow it and add to it with your number',
  },

  voice: {
    title: 'Record your voice',
    lead: (minutes) =>
      `Tell it by voice, ${minutes} minutes at most. The recording is on this screen only until you press “Use recording”. People may recognise your voice.`,
    start: 'Start recording',
    cancel: 'Cancel',
    asking: 'Your browser asks whether the microphone may be used.',
    recording: 'Recording.',
    level: 'Loudness',
    stop: 'Stop',
    time: (now, most) => `${now} of ${most}`,
    ready: (time) => `A recording of ${time} is ready to listen to.`,
    listen: 'Listen',
    quiet: 'Stop playing',
    use: 'Use recording',
    again: 'Record again',
    denied: 'The microphone was not allowed. Allow it for this site in your browser, or choose a recorded file.',
    missing: 'No microphone was found, or it is in use. You can choose a recorded file.',
    notPlayed: 'The recording cannot be played here, but it can be used.',
    file: 'voice',
  },
}
