import type { TenantId } from '../tenants/tenant-id.ts'
import type { Place } from './place.ts'

/** A compact JWE. Only the vault makes one, so what carries this type is not readable where it lies. */
export type Sealed = string & { readonly sealed: unique symbol }

/**
 * A random 256-bit key of one case, wrapped by a version of its unit's secret as a compact JWE whose `kid` names that
 * version. Destroying it destroys what it sealed.
 */
export type WrappedKey = string & { readonly wrappedKey: unique symbol }

/** Who the reporter is, and where notices reach them: two seals, so that sending a letter opens no name. */
export interface SealedIdentity {
  readonly key: WrappedKey
  readonly identity: Sealed
  readonly contact: Sealed
  /** The end of the seal that it was before it was bound to its place, by which letters of then know it. */
  readonly mark?: string
}

export interface Identity {
  readonly name: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly onBehalfOf: string | null
  /** The lines of the signature given at the counter, as the path of a drawing. */
  readonly signature?: string
  /** Sealed by the reporter's browser to a key of the unit: all but the contact that they left open. */
  readonly sealed?: SealedEnvelope
}

/** An envelope that the service cannot open, and the context that it was sealed for. */
export interface SealedEnvelope {
  readonly envelope: string
  readonly context: string
}

/** Where notices go. `letter` needs the name on the envelope too, so it is not here. */
export interface ContactPoints {
  readonly email: string | null
  readonly phone: string | null
}

/** A wrapped key and the place that it was wrapped for. */
export interface LaidKey {
  readonly place: Place
  readonly wrapped: WrappedKey
}

/** Seals and opens with envelope encryption: master key → key of a unit → key of a case. Each seal is bound to its place. */
export interface Vault {
  /** Makes the first key of a unit; a unit that has one keeps it. */
  addTenant(tenant: TenantId): Promise<void>
  newKey(place: Place): Promise<WrappedKey>
  seal(key: LaidKey, place: Place, value: unknown): Promise<Sealed>
  /** @throws SealRefused when the key or the seal is damaged, or was made for another place: a fault, not a refusal. */
  open(key: LaidKey, place: Place, sealed: Sealed): Promise<unknown>
  /**
   * Tells the operator that something is not as it was sealed, and returns what to throw.
   * @param document by which the operator finds it: the number of a case
   */
  refusal(place: Place, document: string, why: string): SealRefused
  /** Wraps the same key by the newest version of the unit's secret, and for its place; one that is already stays as it came. */
  rewrap(key: LaidKey): Promise<WrappedKey>
  /** Wraps the same key for a place that is known only later, at the moment of a write. */
  rewrapLater(key: LaidKey): Promise<(place: Place) => WrappedKey>
  /** The raw 32 bytes of a wrapped key, for sealing files with it. */
  rawKey(key: LaidKey): Promise<Uint8Array>
  /** A keyed hash, the same for the same unit, purpose and text: 43 characters of base64url. */
  hasher(tenant: TenantId, purpose: HashPurpose): Promise<(text: string) => string>
}

/** Something did not open where it lies: it was damaged, changed, or moved there. It says where, and nothing of what. */
export class SealRefused extends Error {
  override readonly name = 'SealRefused'
  readonly place: Place
  /** By which the operator finds it: of a case its number. */
  readonly document: string

  constructor(place: Place, document: string, options?: ErrorOptions) {
    super(`What lies at ${place.collection}.${place.field} of ${place.unit} ${document} does not open there.`, options)
    this.place = place
    this.document = document
  }
}

/** Each purpose has its own key, so that a hash made for one says nothing about another. */
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
] as const
export type HashPurpose = (typeof hashPurposes)[number]
