import type { Clock, Instant } from '../shared/instant.ts'
import type { Place, SealedField, TenantId, WithOwnKey } from './place.ts'

/** This is a compact JWE of a value. Only the vault makes one, so a value of this type is unreadable where it lies. */
export type Sealed<Value = unknown> = string & { readonly sealed: Value }

/**
 * A random 256-bit key of one case, wrapped by a version of its tenant's secret as a compact JWE whose `kid` names that
 * version. Destroying it destroys what it sealed.
 */
export type WrappedKey = string & { readonly wrappedKey: unique symbol }

/** Identity and contact are two seals, so that sending a letter opens no name. */
export interface SealedIdentity {
  readonly key: WrappedKey
  readonly identity: Sealed<Identity>
  readonly contact: Sealed<ContactPoints>
  /** Letters from before the seal was bound to its place know it by this end of the old seal. */
  readonly mark?: string
}

export interface Identity {
  readonly name: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly onBehalfOf: string | null
  /** The signature given at the counter is kept as the path of a drawing. */
  readonly signature?: string
  /** The reporter's browser sealed everything but the contact that they left open, for a key of the tenant. */
  readonly sealed?: SealedEnvelope
}

/** The service cannot open the envelope; the context is the one for which it was sealed. */
export interface SealedEnvelope {
  readonly envelope: string
  readonly context: string
}

/** Notices go here. `letter` is missing, because it also needs the name on the envelope. */
export interface ContactPoints {
  readonly email: string | null
  readonly phone: string | null
}

/** A wrapped key opens only with the place for which it was wrapped. */
export interface LaidKey {
  readonly place: Place
  readonly wrapped: WrappedKey
}

/**
 * Seals and opens with envelope encryption: master key → key of a tenant → key of a case. Each seal is bound to its
 * place.
 */
export interface Vault {
  /** Makes the first key of a tenant; an existing one is kept. */
  addTenant(tenant: TenantId): Promise<void>
  newKey(place: Place): Promise<WrappedKey>
  seal<Value>(key: LaidKey, place: Place, value: Value): Promise<Sealed<Value>>
  /** @throws SealRefused when the key or the seal is damaged, or was made for another place: a fault, not a refusal */
  open<Value>(key: LaidKey, place: Place, sealed: Sealed<Value>): Promise<Value>
  /**
   * Reports a broken seal to the operator, and returns the error to throw.
   * @param document the operator finds it by this, for example the number of a case
   */
  refusal(place: Place, document: string, why: string): SealRefused
  /**
   * Wraps the same key with the newest version of the tenant's secret and for its place; a current one is returned
   * unchanged.
   */
  rewrap(key: LaidKey): Promise<WrappedKey>
  /** Wraps the same key for a place that is known only at the moment of a write. */
  rewrapLater(key: LaidKey): Promise<(place: Place) => WrappedKey>
  /** Returns the raw 32 bytes of a wrapped key, to seal files with it. */
  rawKey(key: LaidKey): Promise<Uint8Array>
  /** Returns a keyed hash, equal for the same tenant, purpose and text: 43 characters of base64url. */
  hasher(tenant: TenantId, purpose: HashPurpose): Promise<(text: string) => string>
}

/**
 * A seal did not open where it lies, because it was damaged, changed, or moved. The error names the place and nothing
 * of the content.
 */
export class SealRefused extends Error {
  override readonly name = 'SealRefused'
  readonly place: Place
  /** The operator finds it by this; for a case it is the number. */
  readonly document: string

  constructor(place: Place, document: string, options?: ErrorOptions) {
    super(`What lies at ${place.collection}.${place.field} of ${place.unit} ${document} does not open there.`, options)
    this.place = place
    this.document = document
  }
}

/** Each purpose has its own key, so a hash for one says nothing about another. */
export const hashPurposes = [
  'tracking-code',
  'make-code',
  'filing',
  'search',
  'guard',
  'notice',
  'log',
  'receipt',
  'contact-code',
  'call-draw',
  'push',
] as const
export type HashPurpose = (typeof hashPurposes)[number]

export interface Keyed {
  readonly tenant: TenantId
  readonly id: string
  readonly key: WrappedKey
}

export const placeIn =
  <C extends WithOwnKey>(collection: C) =>
  ({ tenant, id }: Pick<Keyed, 'tenant' | 'id'>, field: SealedField<C>): Place =>
    // TypeScript does not see that this builds a member of the union: a collection with one of its fields.
    ({ unit: tenant, collection, id, field }) as Place

export const ownKeyIn =
  <C extends WithOwnKey>(collection: C) =>
  (document: Keyed): LaidKey => ({
    place: { unit: document.tenant, collection, id: document.id, field: 'key' } as Place,
    wrapped: document.key,
  })

export function withOwnKey<C extends WithOwnKey>(collection: C, vault: Pick<Vault, 'newKey' | 'seal' | 'open'>) {
  const at = placeIn(collection)
  const keyOf = ownKeyIn(collection)
  return {
    keyOf,
    newKey: (tenant: TenantId, id: string): Promise<WrappedKey> =>
      vault.newKey({ unit: tenant, collection, id, field: 'key' } as Place),
    seal: <Value>(document: Keyed, field: SealedField<C>, value: Value): Promise<Sealed<Value>> =>
      vault.seal(keyOf(document), at(document, field), value),
    open: <Value>(document: Keyed, field: SealedField<C>, sealed: Sealed<Value>): Promise<Value> =>
      vault.open(keyOf(document), at(document, field), sealed),
  }
}

/** The header up to this length holds the version and is equal for all keys of one version. */
const BEGINNING = 56

// There are only as many entries as versions, and every case needs one.
const versions = new Map<string, number>()

interface Header {
  readonly kid?: string
  readonly place?: string
}

const headerOf = (jwe: string): Header =>
  JSON.parse(atob(jwe.slice(0, jwe.indexOf('.')).replaceAll('-', '+').replaceAll('_', '/')))

/** Reads from the key's header which version of the tenant's secret wraps it. Keys without a version have version 1. */
export function keyVersionOf(key: WrappedKey): number {
  const beginning = key.slice(0, Math.min(BEGINNING, key.indexOf('.')))
  const known = versions.get(beginning)
  if (known !== undefined) return known
  const version = Number(headerOf(key).kid ?? '1')
  versions.set(beginning, version)
  return version
}

/** Keys and seals of earlier versions do not name the place for which they were made. */
export const isBound = (sealed: Sealed | WrappedKey): boolean => headerOf(sealed).place !== undefined

export function oldestKeyVersion(keys: readonly (WrappedKey | null | undefined)[]): number | null {
  const there = keys.flatMap((key) => (key ? [keyVersionOf(key)] : []))
  return there.length > 0 ? Math.min(...there) : null
}

/** These keys of 32 bytes each wrap the secrets of tenants; the newest comes first. */
export interface MasterKeys {
  /** Reads the keys again, because another process may have changed them. */
  read(): Promise<readonly Uint8Array[]>
  /** `null` means that they come from outside, so only the operator can change them. */
  readonly renewal: {
    begin(): Promise<void>
    finish(): Promise<void>
  } | null
}

export const useGivenMasterKeys = (...keys: readonly Uint8Array[]): MasterKeys => ({
  read: async () => keys,
  renewal: null,
})

export interface KeyVersion {
  readonly version: number
  /** `null` marks a version made before versions recorded their age. */
  readonly madeAt: Instant | null
}

/**
 * These secrets wrap the keys of cases, by tenant and version. The tenant's keys for hashing and signing are separate
 * and stay the same.
 */
export interface TenantKeys {
  /** Versions are sorted oldest first; the last one wraps new keys. */
  versions(tenant: TenantId): Promise<readonly [KeyVersion, ...KeyVersion[]]>
  /** Makes the next version. It resolves once the store has it; every process uses it within `KNOWN_FOR`. */
  renew(tenant: TenantId): Promise<KeyVersion>
  /** Destroys a version other than the last; what only it wraps never opens again. */
  destroy(tenant: TenantId, version: number): Promise<void>
  /** Tells whether all seals of the tenant are bound to their places; unbound ones are refused from then on. */
  isBound(tenant: TenantId): Promise<boolean>
  /** Records that under the master key. */
  bound(tenant: TenantId): Promise<void>
  /** Returns tenants of an earlier version without that record. */
  unbound(): Promise<readonly TenantId[]>
  inRotation(): Promise<readonly TenantId[]>
}

export interface SealFault {
  readonly collection: string
  readonly field: string
  readonly documents: number
  readonly since: Instant
}

/** Records which seals this process could not open, for the operator. It says nothing about their content. */
export interface SealFaults {
  /** @returns whether this seal is met for the first time */
  note(place: Place, document: string): boolean
  of(tenant: TenantId): readonly SealFault[]
}

/** At most this many documents of a field are counted apart; the count stops there. */
const MOST_DISTINCT = 10_000

export function createSealFaults(now: Clock): SealFaults {
  const met = new Map<string, { readonly place: Place; readonly since: Instant; readonly documents: Set<string> }>()
  return {
    note(place, document) {
      const name = `${place.unit}/${place.collection}/${place.field}`
      const known = met.get(name) ?? { place, since: now(), documents: new Set<string>() }
      met.set(name, known)
      if (known.documents.has(document) || known.documents.size >= MOST_DISTINCT) return false
      known.documents.add(document)
      return true
    },

    of: (tenant) =>
      [...met.values()]
        .filter(({ place }) => place.unit === tenant)
        .map(({ place: { collection, field }, since, documents }) => {
          return { collection, field, documents: documents.size, since }
        }),
  }
}

export interface SecretInTransit {
  readonly number: number
  /** The secret has 32 bytes or more, in base64url. */
  readonly secret: string
  readonly madeAt: Instant | null
  /** True if all seals of the tenant are bound to their places; earlier versions leave it out. */
  readonly allBound?: boolean
  /** From this day on the tenant's log has heads without a gap. */
  readonly headsSince?: string | null
}

/**
 * Moves the secrets of a tenant to another installation, so that what they wrap, hash and sign stays valid. Anybody who
 * reads a secret can open the tenant's data, so they travel sealed.
 */
export interface TransitSecrets {
  takeOut(tenant: TenantId): Promise<readonly SecretInTransit[]>
  /** Wraps them with this installation's master key; existing ones stay. */
  takeIn(tenant: TenantId, secrets: readonly SecretInTransit[]): Promise<void>
  drop(tenant: TenantId): Promise<void>
}
