import { createCipheriv, createDecipheriv, createSecretKey, hash, type KeyObject, randomBytes } from 'node:crypto'
import type { CursorSeal } from '../../offices/log/found-entries.ts'
import type { Instant } from '../../shared/instant.ts'
import { type CollectionSpec, InvalidCursor, type Kept } from '../../storage/collection.ts'
import { placeInWords, type TenantId } from '../../storage/place.ts'
import type { MasterKeys, Vault } from '../../storage/vault.ts'

const IV = 12
const TAG = 16
/** 21 characters of base64url are 126 bits, enough that nobody finds a second place with the same digest. */
const DIGEST = 21

/** They are used for nonces, which are not secret. */
export type RandomBytes = (size: number) => Buffer

/** The header is authenticated with the sealed content. */
export interface SealHeader {
  /** Names the key, if the opener must choose among several. */
  readonly kid?: string | undefined
  /** The digest of the seal's place; a seal without one is of an earlier version. */
  readonly place?: string | undefined
  /**
   * It is set on a tenant's secret once all of the tenant's seals are bound to their places; unbound ones are then
   * refused.
   */
  readonly allBound?: true | undefined
  /** It is set on a tenant's secret: the day since when its log has signed heads. */
  readonly headsSince?: string | undefined
}

export const placeDigest = (place: string): string => hash('sha256', place, 'base64url').slice(0, DIGEST)

/**
 * A compact JWE (RFC 7516) with `dir` and A256GCM, which any JOSE library opens. It is made here synchronously: jose
 * uses WebCrypto, which passes each of a filing's small seals to another thread, at a higher cost than the sealing
 * itself.
 */
export function encryptCompact(
  plain: Uint8Array,
  key: KeyObject,
  fields: SealHeader = {},
  random: RandomBytes = randomBytes,
): string {
  const header = headerOf(fields)
  const iv = random(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG }).setAAD(Buffer.from(header, 'latin1'))
  const sealed = cipher.update(plain)
  // GCM holds nothing back, so the end adds nothing.
  cipher.final()
  const tag = cipher.getAuthTag()
  return `${header}..${iv.toString('base64url')}.${sealed.toString('base64url')}.${tag.toString('base64url')}`
}

/** @throws Error if the key is another one or anything was changed, the header included */
export function decryptCompact(jwe: string, key: KeyObject): Buffer {
  const [header = '', wrappedKey, ...parts] = jwe.split('.')
  const [iv, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (wrappedKey !== '' || !iv || !sealed || !tag) throw new Error('This is no seal of ours.')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
    .setAAD(Buffer.from(header, 'latin1'))
    .setAuthTag(tag)
  const plain = decipher.update(sealed)
  decipher.final()
  return plain
}

// The member `place` comes last, so that the version of a key can be read from the beginning of its header.
const headerOf = ({ kid, allBound, headsSince, place }: SealHeader): string =>
  Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid, allBound, headsSince, place })).toString('base64url')

/** @throws Error if it is not one of ours */
export function headerIn(jwe: string): SealHeader {
  const read: unknown = JSON.parse(Buffer.from(jwe.slice(0, jwe.indexOf('.')), 'base64url').toString())
  if (!isOurs(read)) throw new Error('This is no seal of ours.')
  return read
}

const isOurs = (read: unknown): read is SealHeader =>
  typeof read === 'object' &&
  read !== null &&
  'alg' in read &&
  read.alg === 'dir' &&
  'enc' in read &&
  read.enc === 'A256GCM'

export interface KeptSecret extends Kept {
  readonly wrapped: string
  /** It is absent for secrets of early versions. */
  readonly madeAt?: Instant
}

export const numberOf = ({ id }: Pick<KeptSecret, 'id'>): number => Number(id)

export const secretSpec: CollectionSpec<KeptSecret> = {
  name: 'tenantKeys',
  keys: { number: numberOf },
  indexes: { number: { on: ['number'] }, everywhere: { on: ['number'], acrossTenants: true } },
}

/** Claims about the tenant in the header of its secret. Nobody without the master key can remove them. */
export type Marks = Pick<SealHeader, 'allBound' | 'headsSince'>

type Lying = Pick<KeptSecret, 'tenant' | 'id' | 'wrapped'>

/** It is `null` if another key wrapped it, or it was made for another place. */
export function openSecret(one: Lying, masterKey: Uint8Array): Uint8Array | null {
  try {
    const { place } = headerIn(one.wrapped)
    if (place !== undefined && place !== placeOf(one)) return null
    return new Uint8Array(decryptCompact(one.wrapped, createSecretKey(masterKey)))
  } catch {
    return null
  }
}

const placeOf = ({ tenant, id }: Pick<KeptSecret, 'tenant' | 'id'>): string =>
  placeDigest(placeInWords({ unit: tenant, collection: 'tenantKeys', id, field: 'wrapped' }))

export const wrapSecret = (
  secret: Uint8Array,
  masterKey: Uint8Array,
  at: Pick<KeptSecret, 'tenant' | 'id'>,
  { allBound, headsSince }: Marks,
): string =>
  encryptCompact(secret, createSecretKey(masterKey), { kid: 'master', place: placeOf(at), allBound, headsSince })

/** The master keys that this process knows, newest first. */
export interface KnownMasters {
  readAgain(): Promise<void>
  newest(): Uint8Array
  findFor(one: Lying): Uint8Array | null
  opens(one: Lying): boolean
  /**
   * Reads the keys again before it gives up.
   * @throws Error if none of them opens it
   */
  open(one: Lying): Promise<Uint8Array>
}

export async function readMasters(masterKeys: MasterKeys): Promise<KnownMasters> {
  let known = await masterKeys.read()

  const readAgain = async () => {
    known = await masterKeys.read()
  }
  const findFor = (one: Lying) => known.find((key) => openSecret(one, key) !== null) ?? null
  const tryToOpen = (one: Lying) => known.reduce<Uint8Array | null>((found, key) => found ?? openSecret(one, key), null)

  return {
    readAgain,
    findFor,
    opens: (one) => findFor(one) !== null,

    newest() {
      const [newest] = known
      if (!newest) throw new Error('There is no master key.')
      return newest
    },

    async open(one) {
      const secret = tryToOpen(one)
      if (secret) return secret
      await readAgain()
      const now = tryToOpen(one)
      if (!now) throw new Error(`A secret of unit ${one.tenant} does not open with the master key, or was moved there.`)
      return now
    },
  }
}

/** All sealed cursors have one length, so that it does not reveal how large the number inside is. */
const LENGTH = 400

export function createCursorSeal({ hasher }: Pick<Vault, 'hasher'>): CursorSeal {
  const keyOf = async (tenant: TenantId): Promise<KeyObject> =>
    createSecretKey((await hasher(tenant, 'log'))('the key of cursors'), 'base64url')
  return {
    seal: async (tenant, cursor) => encryptCompact(Buffer.from(cursor.padEnd(LENGTH)), await keyOf(tenant)),
    async open(tenant, sealed) {
      const key = await keyOf(tenant)
      try {
        return decryptCompact(sealed, key).toString().trimEnd()
      } catch (cause) {
        throw new InvalidCursor('This cursor cannot be read.', { cause })
      }
    },
  }
}
