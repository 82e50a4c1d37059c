import type { LetterWording } from './model.ts'

export const letterWordingEn: LetterWording = {
  title: 'Letter',
  labels: { number: 'Number', nature: 'Class', enclosures: 'Enclosures', subject: 'Subject' },
  natures: { ordinary: 'Ordinary', important: 'Important', confidential: 'Confidential' },
  noEnclosures: '-',
  honoured: (name) => `To ${name}`,
  confidentialReporter: 'To the reporter',
  somebody: 'Sir or Madam',
  unsigned: 'This notice was made by the complaint system and bears no signature.',
  civilServant: (nip) => `NIP ${nip}`,
  verification: 'Whether this letter is genuine can be checked with the QR code or at:',
  qrAlternative: (url) => `QR code to the page that checks whether this is genuine: ${url}`,
  fingerprint: (mark) => `Mark of the signature: ${mark}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  sender: 'From:',
  addressedTo: 'To',
  unnumbered: '(numbered when approved)',
}
