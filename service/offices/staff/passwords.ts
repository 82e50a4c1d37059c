import { Refusal } from '../../shared/refusal.ts'
import type { Account, Membership } from './account.ts'

/** Four neighbouring characters of one of these rows form a run. */
export const keyboardRows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
]

/**
 * Common parts of passwords in Indonesia and elsewhere: words for passwords, names of God and prayers, places, months,
 * terms of endearment, clubs, and the product. The longest come first, so that they are removed whole.
 */
export const commonPieces: readonly string[] = `
1q2w3e4r5t6y 1q2w3e4r 1qaz2wsx zaq12wsx password passwort passw0rd letmein welcome iloveyou monkey dragon football baseball superman batman master shadow
princess sunshine whatever trustno administrator admin root user guest login default changeme secret test testing
katasandi sandi rahasia kunci masuk coba cobacoba selamat datang selamatdatang
bismillah bismillahirrahmanirrahim alhamdulillah subhanallah allahuakbar allah muhammad astaghfirullah insyaallah
yesus tuhan amin doa ibu bapak mama papa ayah bunda anak keluarga
sayang sayangku cinta cintaku kasih akucintakamu iloveu kangen rindu bahagia sukses semangat ganteng cantik manis
indonesia indonesiaraya merdeka garuda pancasila nusantara republik
jakarta surabaya bandung semarang yogyakarta jogja malang mojokerto mojosari majapahit sidoarjo gresik jombang kediri
medan makassar denpasar bali jawa jawatimur sumatera kalimantan
persija persib persebaya arema bonek viking manchester barcelona realmadrid liverpool arsenal juventus
januari februari maret april mei juni juli agustus september oktober november desember
senin selasa rabu kamis jumat sabtu minggu
pemkab pemkot pemda pemprov pemerintah kabupaten kota provinsi kecamatan kelurahan desa dinas bagian kantor bupati
walikota camat lurah pegawai asn pns opd sekretariat daerah unit layanan pengelola operator verifikator petugas
aduan pengaduan lapor laporan complaint
spiderman pokemon naruto doraemon samsung android google facebook instagram whatsapp
`
  .split(/\s+/)
  .filter(Boolean)
  .toSorted((one, other) => other.length - one.length)

export interface PasswordHasher {
  hash(password: string): Promise<string>
  matches(hashed: string, password: string): Promise<boolean>
}

export const SHORTEST_PASSWORD = 12

/** So many characters must remain once all guessable parts are removed. */
const LEAST_LEFT = 5

/** `null` means that the password is accepted. */
export type Weakness = 'password/too-short' | 'password/common' | 'password/own-words' | null

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** Returns lower-case letters without accents; digits and signs that resemble a letter become that letter. */
const asLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[013457@$]/g, (sign) => lookalikes[sign] ?? sign)

const wordsIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))
    .filter((word) => word.length >= 3)
    .toSorted((one, other) => other.length - one.length)

/** Tells whether all characters are neighbours on a keyboard or in the alphabet, in either direction. */
const isRun = (text: string): boolean =>
  keyboardRows.some((row) => row.includes(text) || [...row].toReversed().join('').includes(text))

function withoutRuns(text: string): string {
  for (let at = 0; at + 4 <= text.length; at++) {
    let end = at + 4
    if (!isRun(text.slice(at, end))) continue
    while (end < text.length && isRun(text.slice(at, end + 1))) end++
    return withoutRuns(text.slice(0, at) + text.slice(end))
  }
  return text
}

/** Counts the characters that remain without these words, runs and years; repeated parts count once. */
function leftOf(password: string, words: readonly string[]): number {
  const plain = [password.toLowerCase(), asLetters(password)].map((text) => {
    const bare = text.replace(/[^\p{L}\d]/gu, '')
    const left = words.reduce((rest, word) => rest.replaceAll(word, ''), bare)
    const dateless = withoutRuns(left).replace(/(19|20)\d\d/g, '')
    // Digits beside a known word are the usual suffix; elsewhere they count like letters.
    return (left === bare ? dateless : dateless.replace(/\d+/g, '')).replace(/(.+?)\1+/gu, '$1').length
  })
  return Math.min(...plain)
}

const isNumber = (password: string): boolean => /^[\d\s.-]+$/.test(password)

/** A password of digits is good as a long random number, and bad as dates and runs. */
function isRandomNumber(password: string): boolean {
  const left = withoutRuns(password.replace(/\D/g, '')).replace(/(19|20)\d\d/g, '')
  return left.length >= 10 && new Set(left).size >= 6
}

/**
 * Judges a new password after NIST SP 800-63B-4, section 3.1.1.2: by length and a blocklist of common words, of the
 * service's and the person's own words; kinds of characters do not matter. A listed word is fine in a password that has
 * enough besides.
 */
export function weaknessOf(password: string, ownWords: readonly string[] = []): Weakness {
  if ([...password].length < SHORTEST_PASSWORD) return 'password/too-short'
  if (isNumber(password)) return isRandomNumber(password) ? null : 'password/common'
  if (leftOf(password, commonPieces) < LEAST_LEFT) return 'password/common'
  const own = wordsIn(ownWords)
  return leftOf(password, [...own, ...own.map(asLetters), ...commonPieces]) < LEAST_LEFT ? 'password/own-words' : null
}

/** People who know somebody try these words first: name, address, position, office. */
export const ownWordsOf = (
  { name, email }: Pick<Account, 'name' | 'email'>,
  memberships: readonly Pick<Membership, 'position' | 'tenant'>[],
): readonly string[] => [name, email, ...memberships.flatMap(({ position, tenant }) => [position, tenant])]

type Places = (account: string) => Promise<readonly Membership[]>

/** A person who accepts a first invitation works nowhere yet. */
interface WhereTheyWork {
  readonly staff: { readonly membershipsOf: Places; readonly invitationsOf: Places }
}

export async function refuseWeakPassword({ staff }: WhereTheyWork, account: Account, password: string): Promise<void> {
  const places = [...(await staff.membershipsOf(account.id)), ...(await staff.invitationsOf(account.id))]
  const weakness = weaknessOf(password, ownWordsOf(account, places))
  if (weakness) throw new Refusal('invalid', weakness)
}
