/** It proves that a tenant was found, opened or imported; a slug that somebody sent is a string until it is found. */
export type TenantId = string & { readonly tenantId: unique symbol }

/** Only what opens or imports a tenant calls this; all others read the id from the tenant. */
export const mintTenantId = (slug: string): TenantId => slug as TenantId

/** The operator's collections are kept under this name, which no tenant can have. */
export const PLATFORM = mintTenantId('-platform')

export type StaffId = string & { readonly staffId: unique symbol }

/**
 * Lists what is sealed in each kind of document, because a seal opens only in its own place. `filings` are cases under
 * the hash that identifies their filing: a case has no number until it is saved, and only its own key is wrapped for
 * the number (`complaints`).
 */
export const sealedFields = {
  complaints: ['key'],
  filings: ['key', 'dossier', 'guard', 'identityKey', 'identity', 'contact'],
  casePages: ['content'],
  evidence: ['key', 'name', 'hash'],
  openUploads: ['key', 'name', 'hash'],
  letters: ['content', 'paper'],
  papers: ['content'],
  approvals: ['key', 'content'],
  arrivals: ['key', 'content', 'marks'],
  conversations: ['key', 'content'],
  bulks: ['key', 'content'],
  destructions: ['key', 'content'],
  evaluations: ['key', 'content'],
  incidents: ['key', 'content'],
  oldBooks: ['key', 'content'],
  oldBookPages: ['rows'],
  transfers: ['key', 'sealed'],
  reportFacts: ['key', 'content'],
  savedViews: ['key', 'views'],
  unsentWords: ['key', 'content'],
  reminders: ['content'],
  webhooks: ['key', 'secrets'],
  channelAccounts: ['key', 'secrets'],
  mailbox: ['key', 'sealed'],
  searchSegments: ['key', 'map', 'piece'],
  secondFactors: ['key', 'secret'],
  accounts: ['key', 'endpoints'],
  tenantKeys: ['wrapped'],
} as const satisfies Record<string, readonly string[]>

type SealedFields = typeof sealedFields
export type SealedCollection = keyof SealedFields
export type SealedField<C extends SealedCollection> = SealedFields[C][number]

export type WithOwnKey = {
  [C in SealedCollection]: 'key' extends SealedField<C> ? C : never
}[SealedCollection]

/** The place is authenticated with the seal, so a seal that was moved does not open. */
export type Place = {
  readonly [C in SealedCollection]: {
    readonly unit: TenantId
    readonly collection: C
    readonly id: string
    readonly field: SealedField<C>
  }
}[SealedCollection]

/** Tenant, collection and field contain no slash, so no two places read alike. */
export const placeInWords = ({ unit, collection, id, field }: Place): string => `${unit}/${collection}/${id}/${field}`
