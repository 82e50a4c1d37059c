import type { Identity } from '../identity/vault.ts'

/** What stands where an address, a number or a name stood. */
const MASK = '[…]'

/** So many last digits make a telephone number the same, however it is written. */
const TELLING_DIGITS = 8

/**
 * A text without what mail programs and telephones write into it by themselves of who sent it: addresses and numbers of
 * the sender and the reporter, and the reporter's whole name. What they say of themselves in other words stays, as in
 * a message that they write on their page.
 */
export function withoutSender(text: string, identity: Identity | null, senders: readonly (string | null)[]): string {
  const addresses = [identity?.email, ...senders].filter((one): one is string => Boolean(one?.includes('@')))
  const numbers = [identity?.phone, ...senders].filter((one): one is string => Boolean(one && !one.includes('@')))
  let masked = text
  for (const address of addresses) masked = masked.replace(new RegExp(escaped(address), 'gi'), MASK)
  for (const tail of numbers.map((number) => number.replace(/\D/g, '').slice(-TELLING_DIGITS))) {
    if (tail.length === TELLING_DIGITS) masked = masked.replace(/\+?\d[\d\s().-]{6,22}\d/g, withoutNumber(tail))
  }
  const words = identity?.name?.trim().split(/\s+/) ?? []
  if (words.length >= 2) {
    masked = masked.replace(new RegExp(`(?<!\\p{L})${words.map(escaped).join('\\s+')}(?!\\p{L})`, 'giu'), MASK)
  }
  return masked
}

const withoutNumber = (tail: string) => (found: string) => (found.replace(/\D/g, '').endsWith(tail) ? MASK : found)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
