import type { TenantId } from '../tenants/tenant-id.ts'

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

/** Seals and opens with envelope encryption: master key → key of a unit → key of a case. */
export interface Vault {
  /** Makes the first key of a unit; a unit that has one keeps it. */
  addTenant(tenant: TenantId): Promise<void>
  newKey(tenant: TenantId): Promise<WrappedKey>
  seal(tenant: TenantId, key: WrappedKey, value: unknown): Promise<Sealed>
  /** @throws Error when the key or the seal is damaged: a fault, not a refusal. */
  open(tenant: TenantId, key: WrappedKey, sealed: Sealed): Promise<unknown>
  /** The same key, wrapped by the newest version of the unit's secret: as it came when it is already. */
  rewrap(tenant: TenantId, key: WrappedKey): Promise<WrappedKey>
  /** The raw 32 bytes of a wrapped key, for sealing files with it. */
  rawKey(tenant: TenantId, key: WrappedKey): Promise<Uint8Array>
  /** A keyed hash, the same for the same unit, purpose and text: 43 characters of base64url. */
  hasher(tenant: TenantId, purpose: HashPurpose): Promise<(text: string) => string>
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
] as const
export type HashPurpose = (typeof hashPurposes)[number]
