import type { Place } from './place.ts'
import type { TenantId } from './tenant-id.ts'

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
