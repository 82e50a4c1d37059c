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

/** Seals what the reporter gave for another case of theirs, with a key of its own, so that erasing one leaves the other. */
export async function copyIdentity(vault: Vault, from: WithIdentity, to: Filed): Promise<SealedIdentity | null> {
  const [identity, contact] = await Promise.all([identityOf(vault, from), contactOf(vault, from)])
  if (!identity || !contact) return null
  const key = await vault.newKey(filedPlace(to, 'identityKey'))
  const laid = identityKeyOf(to, { key })
  const [sealedIdentity, sealedContact] = await Promise.all([
    vault.seal(laid, filedPlace(to, 'identity'), identity),
    vault.seal(laid, filedPlace(to, 'contact'), contact),
  ])
  return { key, identity: sealedIdentity, contact: sealedContact }
}
