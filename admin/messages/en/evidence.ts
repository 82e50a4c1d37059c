import type { Messages } from '../words.ts'

export const evidence: Messages['evidence'] = {
  heading: 'Evidence',
  none: 'The reporter added no evidence.',
  marked: 'What you look at and download here bears your name and the time.',
  view: 'View',
  viewFile: (name) => `View ${name}`,
  loading: 'Preparing the picture…',
  notShown: 'This kind of picture cannot be shown here.',
  copyOnly: 'A copy without place and camera data.',
  download: 'Download',
  downloadFile: (name) => `Download ${name}`,
  downloaded: (name) => `${name} downloaded.`,
  noMark: 'It cannot bear the name of who takes it, so it leaves only as the original.',
  forHandlers: 'Those who handle the complaint can take it, with a reason.',
  original: 'Original',
  originalOf: (name) => `Original of ${name}`,
  originalText:
    'The original does not bear your name, and can hold the reporter’s place and camera. Your name, the time and your reason are kept with this complaint. The reporter reads your position and your reason.',
  reason: 'Why is the original needed?',
  reasonHint: 'For example: asked for by investigators as an exhibit.',
  takeOriginal: 'Take and record',
  sha256: 'SHA-256',
  scans: {
    unscanned: 'Not scanned',
    waiting: 'Waits for the scanner',
    clean: 'Found clean',
    infected: 'Contains malware',
    failed: 'Could not be scanned',
  },
  held: 'Held until it is found clean.',
  infected: (signature) =>
    `The scanner found ${signature}. The file is not opened; ask the reporter to send it in another form.`,
}
