import type { ReceiptWording } from './receipt-wording.ts'

/** The receipt in English. */
export const receiptWordingEn: ReceiptWording = {
  title: 'Complaint Receipt',
  number: 'Number',
  lead: 'We have received and registered the following complaint.',
  telephone: 'Telephone',
  receivedAt: 'Received at',
  place: 'Place of receipt',
  online: 'Online service',
  channel: 'Made by',
  channels: {
    web_widget: 'Form on the site',
    walk_in_oral: 'In person, spoken',
    walk_in_written: 'In person, written',
    telephone: 'Telephone',
    fax: 'Fax',
    email: 'E-mail',
    letter: 'Letter',
  },
  reporter: 'Reporter',
  confidential: 'Identity kept confidential',
  anonymous: 'Without identity',
  category: 'Kind of complaint',
  subject: 'Short description',
  evidence: 'Evidence handed in',
  noEvidence: 'No evidence was handed in.',
  browserAgreed: 'browser and service agree',
  clocks: 'Our deadlines',
  due: (day) => `At the latest ${day}`,
  followUp: 'How to follow the complaint',
  followUpText:
    'Open the address below and enter the complaint number and the tracking code. The code was shown only once, when the complaint was received, and is not printed here.',
  receivedBy: 'Receiving officer',
  bySystem: 'Received by the system',
  bySystemText: 'Issued automatically and signed digitally.',
  verification: 'Check that it is genuine',
  verificationText:
    'Scan the QR code or open the address below. That page speaks of genuineness only and never shows what the complaint says.',
  qrAlternative: (url) => `QR code that leads to the page for checking this receipt: ${url}`,
  fingerprint: 'Signature fingerprint',
  page: (page, pages) => `Page ${page} of ${pages}`,
}
