import type { ContactPoints, Identity, LaidKey, SealedIdentity, Vault } from '../../storage/vault.ts'
import type { Filed } from '../shape/filed.ts'
import { filedPlace } from './case-seals.ts'

type WithIdentity = Filed & { readonly identity: SealedIdentity | null }

export const identityKeyOf = (filed: Filed, { key }: Pick<SealedIdentity, 'key'>): LaidKey => ({
  place: filedPlace(filed, 'identityKey'),
  wrapped: key,
})

/** Returns `null` where the reporter gave no identity. */
export async function identityOf(vault: Pick<Vault, 'open'>, one: WithIdentity): Promise<Identity | null> {
  const { identity } = one
  if (!identity) return null
  return await vault.open(identityKeyOf(one, identity), filedPlace(one, 'identity'), identity.identity)
}

export async function contactOf(vault: Pick<Vault, 'open'>, one: WithIdentity): Promise<ContactPoints | null> {
  const { identity } = one
  if (!identity) return null
  return await vault.open(identityKeyOf(one, identity), filedPlace(one, 'contact'), identity.contact)
}
