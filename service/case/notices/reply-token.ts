import type { TenantId } from '../../storage/tenant-id.ts'
import type { Sending } from './message-reference.ts'

type Hash = (text: string) => string

/** Tenant and notice are marks, to be compared with candidates. */
export interface NamedByToken {
  readonly unitMark: string
  /** Year and sequence of the complaint's number. */
  readonly series: string
  readonly sequence: number
  readonly noticeMark: string
}

type Named = Pick<Sending, 'tenant' | 'number' | 'noticeId' | 'from'>

const TAG = 16
const UNIT = 5
const NOTICE = 4
const PLAIN = UNIT + 2 + 4 + NOTICE

/** A mail server may set these characters in lower case without harm. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

export const TOKEN_LENGTH = Math.ceil(((TAG + PLAIN) * 8) / 5)

export const tokenPattern = new RegExp(`(?<![a-z2-7])[a-z2-7]{${TOKEN_LENGTH}}(?![a-z2-7])`, 'gi')

/**
 * A reply token contains the case and its notice, enciphered under a tag of 128 bits (as RFC 5297 does it). Only we
 * can make or read one, and it is valid as long as the hash's key.
 * @param hash keyed by the platform, because the reader of a token does not know its tenant
 * @throws Error for a number that is not `{PREFIX}-{YYYY}-{NNNNNN}`
 */
export function replyToken(hash: Hash, { tenant, number, noticeId, from }: Named): string {
  const [, year, sequence] = /-(\d{4})-(\d+)$/.exec(number) ?? []
  if (!year || !sequence) throw new Error('A complaint number ends with year and sequence.')
  const plain = [
    ...bytesOf(unitMark(hash, tenant)),
    ...numberBytes(Number(year), 2),
    ...numberBytes(Number(sequence), 4),
    ...bytesOf(noticeMark(hash, { noticeId, from })),
  ]
  const tag = tagOf(hash, plain)
  return inBase32([...tag, ...mixBytes(hash, tag, plain)])
}

/** @returns `null` if it is no token of ours */
export function readReplyToken(hash: Hash, token: string): NamedByToken | null {
  const bytes = fromBase32(token.toLowerCase())
  if (bytes?.length !== TAG + PLAIN) return null
  const tag = bytes.slice(0, TAG)
  const plain = mixBytes(hash, tag, bytes.slice(TAG))
  if (inText(tagOf(hash, plain)) !== inText(tag)) return null
  return {
    unitMark: inText(plain.slice(0, UNIT)),
    series: String(numberOf(plain.slice(UNIT, UNIT + 2))).padStart(4, '0'),
    sequence: numberOf(plain.slice(UNIT + 2, UNIT + 6)),
    noticeMark: inText(plain.slice(UNIT + 6)),
  }
}

export const unitMark = (hash: Hash, tenant: TenantId): string =>
  inText(bytesOf(hash(`reply unit\n${tenant}`)).slice(0, UNIT))

export const noticeMark = (hash: Hash, { noticeId, from }: Pick<Named, 'noticeId' | 'from'>): string =>
  inText(bytesOf(hash(`reply notice\n${noticeId}\n${from}`)).slice(0, NOTICE))

const tagOf = (hash: Hash, plain: readonly number[]): readonly number[] =>
  bytesOf(hash(`reply tag\n${inText(plain)}`)).slice(0, TAG)

/** It is its own inverse. */
function mixBytes(hash: Hash, tag: readonly number[], bytes: readonly number[]): readonly number[] {
  const pad = bytesOf(hash(`reply pad\n${inText(tag)}`))
  return bytes.map((byte, at) => byte ^ (pad[at] ?? 0))
}

const numberBytes = (value: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256)

const numberOf = (bytes: readonly number[]): number => bytes.reduce((value, byte) => value * 256 + byte, 0)

const bytesOf = (base64url: string): readonly number[] =>
  [...atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))].map((character) => character.charCodeAt(0))

const inText = (bytes: readonly number[]): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function inBase32(bytes: readonly number[]): string {
  let bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  bits = bits.padEnd(TOKEN_LENGTH * 5, '0')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}

function fromBase32(text: string): readonly number[] | null {
  const places = [...text].map((character) => alphabet.indexOf(character))
  if (text.length !== TOKEN_LENGTH || places.includes(-1)) return null
  const bits = places.map((place) => place.toString(2).padStart(5, '0')).join('')
  return (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2))
}
