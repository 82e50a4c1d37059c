import type { Identity } from '../../storage/vault.ts'
import { namesPerson, placeWords, wordsOf } from './names-in-text.ts'

export type LeakKind = 'name' | 'phone' | 'address' | 'email' | 'nik'

/**
 * Finds the kinds of identity data in a text, despite case, accents, spacing and common spellings. It rather warns too
 * often, because the officer can say why the words must stay.
 */
export function findLeaks(text: string, identity: Identity | null): LeakKind[] {
  const found = new Set<LeakKind>()
  if (/(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/.test(text)) found.add('nik')
  if (!identity) return [...found]
  const words = wordsOf(text)
  if (identity.name && namesPerson(words, wordsOf(identity.name))) found.add('name')
  if (identity.onBehalfOf && namesPerson(words, wordsOf(identity.onBehalfOf))) found.add('name')
  if (identity.address && hasAddress(words, wordsOf(identity.address))) found.add('address')
  if (identity.phone && hasPhone(text, identity.phone)) found.add('phone')
  if (identity.email && hasEmail(text, identity.email)) found.add('email')
  return [...found]
}

/** Three distinctive words or numbers of an address in a row suffice, or all of a shorter one. */
function hasAddress(words: readonly string[], address: readonly string[]): boolean {
  const telling = address.filter((word) => !placeWords.has(word))
  const length = Math.min(3, telling.length)
  if (length < 2) return false
  const text = ` ${words.filter((word) => !placeWords.has(word)).join(' ')} `
  return telling.some(
    (_, at) => at + length <= telling.length && text.includes(` ${telling.slice(at, at + length).join(' ')} `),
  )
}

/** Compares the last eight digits, however they are grouped and prefixed. */
function hasPhone(text: string, phone: string): boolean {
  const tail = phone.replace(/\D/g, '').slice(-8)
  return tail.length === 8 && text.replace(/(?<=\d)[\s().-]+(?=\d)/g, '').includes(tail)
}

/** Finds the address as it is, or with the usual disguises of `@` and dots. */
function hasEmail(text: string, email: string): boolean {
  const plain = (address: string) =>
    address
      .toLowerCase()
      .replace(/\s*[[(]\s*(?:at|et|a)\s*[\])]\s*|\s+(?:at|et)\s+/g, '@')
      .replace(/\s*[[(]\s*(?:dot|titik)\s*[\])]\s*|\s+(?:dot|titik)\s+/g, '.')
      .replace(/\s+/g, '')
  return plain(text).includes(plain(email))
}
