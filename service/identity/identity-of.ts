import { type Filed, filedPlace } from '../complaints/case-seals.ts'
import type { ContactPoints, Identity, LaidKey, SealedIdentity, Vault } from './vault.ts'

/** A case that may know who its reporter is. */
type WithIdentity = Filed & { readonly identity: SealedIdentity | null }

/** The key of the reporter's identity, in its place. */
export const identityKeyOf = (filed: Filed, { key }: Pick<SealedIdentity, 'key'>): LaidKey => ({
  place: filedPlace(filed, 'identityKey'),
  wrapped: key,
})

/** Opens who the reporter is, as they gave it; `null` where nothing was given. */
export async function identityOf(vault: Pick<Vault, 'open'>, one: WithIdentity): Promise<Identity | null> {
  const { identity } = one
  if (!identity) return null
  return (await vault.open(identityKeyOf(one, identity), filedPlace(one, 'identity'), identity.identity)) as Identity
}

/** Opens where notices reach the reporter, and no name. */
export async function contactOf(vault: Pick<Vault, 'open'>, one: WithIdentity): Promise<ContactPoints | null> {
  const { identity } = one
  if (!identity) return null
  return (await vault.open(identityKeyOf(one, identity), filedPlace(one, 'contact'), identity.contact)) as ContactPoints
}
