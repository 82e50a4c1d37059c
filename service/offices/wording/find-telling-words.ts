import { findLeaks } from '../names/known-words.ts'
import { wordsOf } from '../names/names-in-text.ts'
import type { TenantSettings } from '../tenants/tenant.ts'
import type { MessageText } from './message-text.ts'

/** Words in a notice's fixed text that seem to reveal one person or what a complaint is about. */
export interface TellingWords {
  readonly kind: 'phone' | 'email' | 'nik' | 'category'
  readonly words: string
}

type UnitNames = Pick<TenantSettings, 'categories' | 'contact'>

const PHONE_DIGITS = 9
const LONGEST_QUOTE = 60

/** The office's own contact is excepted. It rather warns once too often. */
export function findTellingWords({ subject, text }: MessageText, { categories, contact }: UnitNames): TellingWords[] {
  const written = `${subject}\n${text}`
  const own = [contact.telephone, contact.fax].flatMap((number) => (number ? [lastDigits(number)] : []))
  const numbers = (written.match(/\+?\d[\d\s().-]*\d/g) ?? []).map((number) => number.trim())
  const niks = numbers.filter((number) => findLeaks(number, null).includes('nik'))
  const phones = numbers.filter(
    (number) => digitsOf(number).length >= PHONE_DIGITS && !niks.includes(number) && !own.includes(lastDigits(number)),
  )
  const emails = written
    .split(/[\s<>(){},;:"]+/)
    .filter((word) => /^[^@]+@[^@]+$/.test(word) && word.toLowerCase() !== contact.email?.toLowerCase())
  const spoken = ` ${wordsOf(written).join(' ')} `
  const named = categories
    .flatMap(({ label }) => [label.id, label.en])
    .filter((label) => label !== '')
    .filter((label) => spoken.includes(` ${wordsOf(label).join(' ')} `))
  return [
    ...listFound('nik', niks),
    ...listFound('phone', phones),
    ...listFound('email', emails),
    ...listFound('category', named),
  ]
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')
const lastDigits = (text: string): string => digitsOf(text).slice(-8)

const listFound = (kind: TellingWords['kind'], found: readonly string[]): TellingWords[] =>
  [...new Set(found)].map((words) => ({ kind, words: words.slice(0, LONGEST_QUOTE) }))
