import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toBase64Url } from '../../service/sealing/bytes.ts'
import {
  combineShares,
  newSalt,
  type RecoveryShare,
  rowsOf,
  SHARE_WORDS,
  shareFromWords,
  shareInWords,
  splitInThree,
  unwrapByPasskey,
  unwrapByPassphrase,
  type WrappedTenantKey,
  wordsIn,
  wrapByPasskey,
  wrapByPassphrase,
} from '../../service/sealing/wrapped-key.ts'
import { diceOf } from '../support/dice.ts'

const secret = new Uint8Array(32).map((_, at) => at * 7)
const keyId = 'q83vEjRWeJqrze8SNFZ4mg'

type Wrapped<Way extends WrappedTenantKey['way']> = WrappedTenantKey & { readonly way: Way }

it('a key wrapped by a passphrase opens by that passphrase alone, and only as the key that it is', async () => {
  const wrapped = (await wrapByPassphrase(secret, keyId, 'empat kata yang panjang')) as Wrapped<'passphrase'>
  expect(await unwrapByPassphrase(wrapped, keyId, ' empat kata yang panjang\n')).toEqual(secret)
  expect(await unwrapByPassphrase(wrapped, keyId, 'empat kata yang pendek')).toBeNull()
  expect(await unwrapByPassphrase(wrapped, 'AAAAAAAAAAAAAAAAAAAAAA', 'empat kata yang panjang')).toBeNull()
})

it('a wrapping with so few rounds that it could be guessed, or so many that the page would hang, is not tried', async () => {
  const wrapped: Wrapped<'passphrase'> = { way: 'passphrase', salt: newSalt(), iterations: 1_000, sealed: 'AAAA' }
  for (const iterations of [1_000, 1e9]) {
    expect(await unwrapByPassphrase({ ...wrapped, iterations }, keyId, 'empat kata yang panjang')).toBeNull()
  }
})

it('a key wrapped by a passkey opens by what that passkey gives', async () => {
  const prf = new Uint8Array(32).fill(3)
  const passkey = { credential: 'Y29udG9o', salt: newSalt(), prf }
  const wrapped = (await wrapByPasskey(secret, keyId, passkey)) as Wrapped<'passkey'>
  expect(await unwrapByPasskey(wrapped, keyId, prf)).toEqual(secret)
  expect(await unwrapByPasskey(wrapped, keyId, new Uint8Array(32))).toBeNull()
  expect(await unwrapByPasskey({ ...wrapped, sealed: '*' }, keyId, prf)).toBeNull()
})

const madeByHand = JSON.parse(readFileSync(join(import.meta.dirname, 'made-by-hand.json'), 'utf8'))

function secretsOfChance(count: number): Uint8Array<ArrayBuffer>[] {
  const dice = diceOf(7)
  return Array.from({ length: count }, () => Uint8Array.from({ length: 32 }, () => dice(256)))
}

const sharesOf = async (secret: Uint8Array<ArrayBuffer>) => {
  const [one, two, three] = await splitInThree(secret)
  return [one!, two!, three!] as const
}

describe('three shares of a key', () => {
  const pairs = [
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 0],
    [1, 2],
    [2, 1],
  ] as const

  it('rebuild it by any two, in any order', async () => {
    for (const secret of secretsOfChance(50)) {
      const shares = await splitInThree(secret)
      expect(shares).toHaveLength(3)
      for (const [one, other] of pairs) expect(await combineShares(shares[one]!, shares[other]!)).toEqual(secret)
    }
  })

  it('are those of a line over GF(2^8), as worked out by hand', async () => {
    // In the field of AES 0x83 · 2 = 0x1d, 0x83 · 3 = 0x9e, 0x80 · 2 = 0x1b, 0x80 · 3 = 0x9b. The coordinate stands last.
    const shares = [
      Uint8Array.of(0x42 ^ 0x83, 0x01, 0xff ^ 0x80, 1),
      Uint8Array.of(0x42 ^ 0x1d, 0x02, 0xff ^ 0x1b, 2),
      Uint8Array.of(0x42 ^ 0x9e, 0x03, 0xff ^ 0x9b, 3),
    ]
    for (const [one, other] of pairs) {
      expect(await combineShares(shares[one]!, shares[other]!)).toEqual(Uint8Array.of(0x42, 0x00, 0xff))
    }
  })

  it('say nothing one by one: a share of any secret holds each value alike', async () => {
    for (const byte of [0, 1, 0x7f, 0xff]) {
      for (const share of await splitInThree(new Uint8Array(20_000).fill(byte))) {
        expect(new Set(share.slice(0, -1)).size).toBe(256)
      }
    }
  })

  it('rebuild nothing from one share given twice', async () => {
    const [one] = await sharesOf(new Uint8Array(32))
    expect(await combineShares(one, one)).toBeNull()
  })

  it('rebuild a key from any two sheets that were printed before a library split it', async () => {
    const { keyId, secret } = madeByHand
    const shares = await Promise.all(madeByHand.sheets.map((words: string) => shareFromWords(words, keyId)))
    for (const [one, other] of pairs) {
      const rebuilt = await combineShares(shares[one] as RecoveryShare, shares[other] as RecoveryShare)
      expect(toBase64Url(rebuilt!)).toBe(secret)
    }
  })
})

describe('a share in words', () => {
  const read = async (text: string, of = keyId) => shareFromWords(text, of)

  it('is read as it was written, however it is typed', async () => {
    for (const secret of secretsOfChance(50)) {
      for (const share of await splitInThree(secret)) {
        const words = await shareInWords(share, keyId)
        expect(words).toHaveLength(SHARE_WORDS)
        const typed = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join(',\n')
        const back = (await read(typed)) as RecoveryShare
        expect(toBase64Url(back)).toBe(toBase64Url(share))
      }
    }
  })

  it('tells what is wrong with it', async () => {
    const words = await shareInWords((await sharesOf(new Uint8Array(32)))[1], keyId)
    expect(await read(words.slice(1).join(' '))).toEqual({ why: 'too-few' })
    expect(await read([...words, words[0]].join(' '))).toEqual({ why: 'too-many' })
    expect(await read(words.with(4, 'zebra').join(' '))).toEqual({ why: 'unreadable-word', word: 5 })
    expect(await read(words.join(' '), 'AAAAAAAAAAAAAAAAAAAAAA')).toEqual({ why: 'other-key' })
  })

  it('is never taken with a wrong letter in it', async () => {
    const words = await shareInWords((await sharesOf(new Uint8Array(32).fill(9)))[0], keyId)
    for (const at of words.keys()) {
      const [first = ''] = words[at]!
      const slip = words.with(at, `${first === 'b' ? 'd' : 'b'}${words[at]!.slice(1)}`)
      expect(await read(slip.join(' '))).toEqual({ why: 'slip' })
    }
  })

  it('stands in rows, whose check digits tell which of them has a slip or two words that changed places', async () => {
    const words = await shareInWords((await sharesOf(secretsOfChance(1)[0]!))[2], keyId)
    const checks = (of: readonly string[]) => rowsOf(of).map(({ check }) => check)
    const right = checks(words)
    expect(rowsOf(words).flatMap((row) => row.words)).toEqual(words)
    for (const [at, word] of words.entries()) {
      for (const [place, letter] of [...word].entries()) {
        const other = place % 2 === 0 ? (letter === 'b' ? 'y' : 'b') : letter === 'a' ? 'o' : 'a'
        const slip = checks(words.with(at, word.slice(0, place) + other + word.slice(place + 1)))
        expect(slip.map((check, row) => check === right[row])).toEqual(
          right.map((_, row) => row !== Math.floor(at / 5)),
        )
      }
    }
    const swapped = checks(words.with(0, words[1]!).with(1, words[0]!))
    expect(swapped.map((check, row) => check === right[row])).toEqual([false, true, true, true])
  })

  it('shows the digits of each row as soon as it is typed', async () => {
    const words = await shareInWords((await sharesOf(new Uint8Array(32)))[0], keyId)
    expect(rowsOf(words.slice(0, 14))).toHaveLength(2)
    expect(rowsOf(words.with(6, 'zebra'))).toHaveLength(1)
    expect(rowsOf(wordsIn(' 1. BODAB, '))).toEqual([])
  })
})
