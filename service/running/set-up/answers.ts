import { readBucketAddress } from '../../adapters/s3/read-bucket-address.ts'
import type { KeptSettings } from '../kept-settings.ts'

/** The six questions, in their order. */
export const questions = ['address', 'mail', 'name', 'contact', 'backup', 'operator'] as const
export type Question = (typeof questions)[number]
export type Answers = Readonly<Record<Question, string>>

export const readAnswers = (given: (name: string) => string): Answers => ({
  address: given('address').replace(/\/+$/, ''),
  mail: given('mail'),
  name: given('name'),
  contact: given('contact'),
  backup: given('backup').replace(/(?<=.)\/+$/, ''),
  operator: given('operator').toLowerCase(),
})

/** Codes of what is wrong with an answer by its shape; nothing outside is asked. */
export type Fault =
  | 'missing'
  | 'no-address'
  | 'not-https'
  | 'no-mail-server'
  | 'no-name'
  | 'no-mail-address'
  | 'no-folder'
  | 'not-reached'
  | 'certificate'
  | 'other-service'
  | 'mail-refused'
  | 'not-writable'
  | 'same-disk'
  | 'no-bucket-address'
  | 'bucket-not-https'
  | 'bucket-missing'
  | 'bucket-refused'
  | 'bucket-not-reached'

export type Faults = Readonly<Partial<Record<Question, Fault>>>

const mailAddress = /^[^\s@<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i
const isThisMachine = ({ hostname }: URL): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

function faultOfAddress(address: string): Fault | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) return 'no-address'
  return url.protocol === 'https:' || isThisMachine(url) ? null : 'not-https'
}

const isMailServer = (mail: string): boolean =>
  /^smtps?:\/\//.test(mail) && URL.canParse(mail) && new URL(mail).hostname !== ''

/** Whether the backup is to lie in a bucket; otherwise it is a folder. */
export const isInBucket = ({ backup }: Answers): boolean => /^https?:/i.test(backup)

function faultOfBackup(backup: string): Fault | null {
  if (!/^https?:/i.test(backup)) return /^\/[^\0]+$/.test(backup) ? null : 'no-folder'
  const place = readBucketAddress(backup)
  if (!place) return 'no-bucket-address'
  const url = new URL(place.url)
  return url.protocol === 'https:' || isThisMachine(url) ? null : 'bucket-not-https'
}

const rules: Readonly<Record<Question, (answer: string) => Fault | null>> = {
  address: faultOfAddress,
  mail: (mail) => (isMailServer(mail) ? null : 'no-mail-server'),
  // It becomes the name before the sender's address.
  name: (name) => (/^[\p{L}\d][\p{L}\d .,'()/&-]{1,79}$/u.test(name) ? null : 'no-name'),
  contact: (contact) => (mailAddress.test(contact) ? null : 'no-mail-address'),
  backup: faultOfBackup,
  operator: (operator) => (mailAddress.test(operator) ? null : 'no-mail-address'),
}

export function faultsIn(answers: Answers): Faults {
  const found = questions.flatMap((question): [Question, Fault][] => {
    const fault = answers[question] === '' ? 'missing' : rules[question](answers[question])
    return fault ? [[question, fault]] : []
  })
  return Object.fromEntries(found)
}

export const senderOf = ({ name, contact }: Answers): string => `${name.replace(/[,()]/g, '')} <${contact}>`

/** What is kept of answers without a fault. @param isProxied a proxy stands before the service and names its visitors */
export const settingsFrom = (answers: Answers, isProxied: boolean): KeptSettings => ({
  PUBLIC_URL: answers.address,
  ...(isProxied && { TRUST_PROXY: 'on' }),
  SMTP_URL: answers.mail,
  MAIL_FROM: senderOf(answers),
  SECURITY_CONTACT: answers.contact,
  ...(isInBucket(answers) ? { BACKUP_S3_URL: answers.backup } : { BACKUP_FOLDER: answers.backup }),
  OPERATOR_EMAIL: answers.operator,
})
