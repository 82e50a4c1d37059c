import { writeJson } from '../../service/exchange.ts'
import type { Draft } from '../draft/draft.ts'

/** OWASP Password Storage Cheat Sheet (2023): at least 600,000 rounds of PBKDF2 with HMAC-SHA-256. */
const ROUNDS = 600_000

const DAY = 86_400_000

/** Milliseconds after the last change for which a draft stays on the device. */
export const KEPT_FOR = 7 * DAY

/** The service holds unclaimed files for this long, in milliseconds. */
const FILES_HELD_FOR = DAY

/** A draft is erased after this many wrong PINs. */
export const MOST_TRIES = 5

/** The fewest characters of a PIN. */
export const LEAST_OF_PIN = 6

/** A draft as the browser stores it: everything but dates and tries is sealed. Bytes are base64. */
interface Kept {
  readonly version: 1
  readonly savedAt: number
  readonly tries: number
  readonly salt: string
  readonly iv: string
  readonly sealed: string
}

/** Seals drafts under a key that only this page has, while it is open. */
export interface DraftKeeper {
  /** @throws DOMException where the browser has no room or stores nothing */
  keep(draft: Draft, isStillWanted?: () => boolean): Promise<void>
}

/** WebCrypto is missing on pages without TLS; what cannot be sealed is not kept. */
export const canKeep = (): boolean => globalThis.crypto?.subtle !== undefined

/** Finds until when the draft stays, by `Date.now()`; `undefined` where there is none, or its time is over. */
export function findExpiry(name: string): number | undefined {
  const kept = read(name)
  if (kept && kept.savedAt + KEPT_FOR > Date.now()) return kept.savedAt + KEPT_FOR
  forgetKept(name)
  return undefined
}

export const forgetKept = (name: string): void => {
  try {
    localStorage.removeItem(name)
  } catch {
    // A draft that cannot be reached was not kept either.
  }
}

/** Makes a keeper with a new PIN and a new salt. */
export async function makeKeeper(name: string, pin: string): Promise<DraftKeeper> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return keeper(name, await deriveKey(pin, salt), salt)
}

/**
 * Opens the kept draft. Each try is counted beforehand, so that closing the page does not undo it.
 *
 * @returns `wrong`, or `erased` after one try too many
 */
export async function openKept(
  name: string,
  pin: string,
): Promise<{ readonly draft: Draft; readonly keeper: DraftKeeper } | 'wrong' | 'erased'> {
  const kept = read(name)
  if (!kept) return 'erased'
  localStorage.setItem(name, JSON.stringify({ ...kept, tries: kept.tries + 1 }))
  const salt = bytesOf(kept.salt)
  const key = await deriveKey(pin, salt)
  try {
    const algorithm = { name: 'AES-GCM', iv: bytesOf(kept.iv), additionalData: encoded(name) }
    const opened = await crypto.subtle.decrypt(algorithm, key, bytesOf(kept.sealed))
    const draft: Draft = JSON.parse(new TextDecoder().decode(opened))
    localStorage.setItem(name, JSON.stringify({ ...kept, tries: 0 }))
    return { draft: dropLostFiles(draft, kept.savedAt), keeper: keeper(name, key, salt) }
  } catch {
    if (kept.tries + 1 < MOST_TRIES) return 'wrong'
    forgetKept(name)
    return 'erased'
  }
}

function keeper(name: string, key: CryptoKey, salt: Uint8Array<ArrayBuffer>): DraftKeeper {
  return {
    async keep(draft, isStillWanted = () => true) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoded(name) }
      const sealed = await crypto.subtle.encrypt(algorithm, key, encoded(writeJson(draft)))
      if (!isStillWanted()) return
      const kept: Kept = {
        ...{ version: 1, savedAt: Date.now(), tries: 0 },
        ...{ salt: textOf(salt), iv: textOf(iv), sealed: textOf(new Uint8Array(sealed)) },
      }
      localStorage.setItem(name, JSON.stringify(kept))
    },
  }
}

async function deriveKey(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', encoded(pin), 'PBKDF2', false, ['deriveKey'])
  const rounds = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  return crypto.subtle.deriveKey(rounds, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Asks again for files that the service no longer holds. */
function dropLostFiles(draft: Draft, savedAt: number): Draft {
  if (Date.now() - savedAt < FILES_HELD_FOR) return draft
  const gone = draft.evidence.map(({ name, size }) => ({ name, size, settled: true }))
  return { ...draft, evidence: [], pending: [...(draft.pending ?? []), ...gone] }
}

function read(name: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null')
    return kept?.version === 1 ? kept : undefined
  } catch {
    return undefined
  }
}

const encoded = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const bytesOf = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
