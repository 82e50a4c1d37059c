import { expect } from 'vitest'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { SealingView } from '../../service/contract/unit.ts'
import type { IdentityInside } from '../../service/sealing/envelope.ts'
import { openEnvelope, sealEnvelope } from '../../service/sealing/seal-envelope.ts'
import { fingerprintOf, keyIdOf, makeUnitKey, openingKey } from '../../service/sealing/unit-key.ts'
import { wrapByPasskey } from '../../service/sealing/wrapped-key.ts'
import type { OneService } from './one-service.ts'

export const nobody: IdentityInside = { name: null, address: null, phone: null, email: null, onBehalfOf: null }

/** A key as a custodian's browser makes it; opens what is sealed to it in this unit. */
export async function aUnitKey(tenant = 'bagian-organisasi') {
  const { secret, publicKey } = await makeUnitKey()
  const keyId = await keyIdOf(publicKey)
  const prf = new Uint8Array(32).fill(5)
  // Quicker to make than one under a passphrase, and the same to the service.
  const wrapped = await wrapByPasskey(secret, keyId, { credential: 'Y29udG9o', salt: 'A'.repeat(43), prf })
  const opening = (await openingKey(secret, publicKey))!
  return {
    ...{ publicKey, keyId, wrapped, fingerprint: await fingerprintOf(publicKey) },
    seal: (inside: Partial<IdentityInside>, context: string) =>
      sealEnvelope(publicKey, { ...nobody, ...inside }, { tenant, context }),
    open: ({ envelope, context }: { readonly envelope: string; readonly context: string }) =>
      openEnvelope(opening, envelope, { tenant, context }),
  }
}

/** Has the custodian make a key and the admin confirm it. */
export async function withSealingOn(service: OneService) {
  const key = await aUnitKey()
  const [custodian, admin] = [await service.staff('kustodian'), await service.staff('admin')]
  const { publicKey, wrapped, fingerprint } = key
  expect((await custodian.post('/sealing/keys', { publicKey, wrapped })).status).toBe(200)
  // Browsers that asked before must hear of it too.
  const before = await sealingOf(service)
  expect(before?.keyId).not.toBe(key.keyId)
  const confirmed = await admin.post('/sealing/confirmation', { fingerprint: fingerprint.toLowerCase() })
  expect(((await confirmed.json()) as SealingView).on).toBe(true)
  return key
}

export const sealingOf = async (service: OneService): Promise<TenantView['sealing']> =>
  (
    (await (
      await fetch(`${service.unit().api}?widget=1.0.0`, { headers: { 'Accept-Encoding': 'br' } })
    ).json()) as TenantView
  ).sealing
