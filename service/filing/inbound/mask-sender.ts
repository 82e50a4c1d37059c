import type { Identity } from '../../storage/vault.ts'

/** The replacement of an address, a number or a name. */
const MASK = '[…]'

/** Equal last digits make telephone numbers equal, however they are written. */
const TELLING_DIGITS = 8

/**
 * Removes what mail programs and telephones add about the sender: addresses and numbers of the sender and the
 * reporter, and the reporter's whole name. Other words about themselves stay, as in a message on their page.
 */
export function maskSender(text: string, identity: Identity | null, senders: readonly (string | null)[]): string {
  const addresses = [identity?.email, ...senders].filter((one): one is string => Boolean(one?.includes('@')))
  const numbers = [identity?.phone, ...senders].filter((one): one is string => Boolean(one && !one.includes('@')))
  let masked = text
  for (const address of addresses) masked = masked.replace(new RegExp(escapePattern(address), 'gi'), MASK)
  for (const tail of numbers.map((number) => number.replace(/\D/g, '').slice(-TELLING_DIGITS))) {
    if (tail.length === TELLING_DIGITS) masked = masked.replace(/\+?\d[\d\s().-]{6,22}\d/g, withoutNumber(tail))
  }
  const words = identity?.name?.trim().split(/\s+/) ?? []
  if (words.length >= 2) {
    masked = masked.replace(new RegExp(`(?<!\\p{L})${words.map(escapePattern).join('\\s+')}(?!\\p{L})`, 'giu'), MASK)
  }
  return masked
}

const withoutNumber = (tail: string) => (found: string) => (found.replace(/\D/g, '').endsWith(tail) ? MASK : found)

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
