import { type KeyObject, randomBytes } from 'node:crypto'
import type { WrappedSecrets } from '../../keeping/identity/keys.ts'
import type { Clock } from '../../shared/instant.ts'
import type { Store } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { MasterKeys, TenantKeys, TransitSecrets } from '../../storage/vault.ts'
import { encodeLastingKeys, type LastingKeys } from './lasting-keys.ts'
import { cacheOpenedSecrets, FIRST, LASTING, type OpenedSecretsCache } from './opened-secrets.ts'
import { openUnitSecrets, type UnitSecret, type UnitSecrets } from './unit-secrets.ts'

export interface KeyRing extends TenantKeys, WrappedSecrets, TransitSecrets {
  /** Makes the first secret of a tenant; an existing one is kept. */
  add(tenant: TenantId): Promise<void>
  lastingKeys(tenant: TenantId): Promise<LastingKeys>
  /** @throws Error if that version was destroyed, or never existed */
  wrapKey(tenant: TenantId, version: number): Promise<KeyObject>
  /** Whether seals of an earlier version, which are bound to no place, still open in the tenant. */
  takesUnbound(tenant: TenantId): Promise<boolean>
  headsSince(tenant: TenantId): Promise<string | null>
  noteHeadsSince(tenant: TenantId, day: string): Promise<void>
  /** The secret that wraps new keys. */
  newestWrapKey(tenant: TenantId): Promise<{ readonly version: number; readonly key: KeyObject }>
}

export interface KeyRingParts {
  readonly masterKeys: MasterKeys
  readonly store: Store
  readonly now: Clock
  /** A clock that only moves forward. */
  readonly milliseconds: () => number
}

/**
 * Caches the secrets of tenants once a master key opened them.
 * @throws Error with a sentence for the operator if none of the master keys opens one
 */
export async function openKeyRing({ masterKeys, store, now, milliseconds }: KeyRingParts): Promise<KeyRing> {
  const secrets = await openUnitSecrets(masterKeys, store)
  const opened = cacheOpenedSecrets(secrets, milliseconds)

  return {
    underOlderMaster: secrets.underOlderMaster,
    rewrapAll: secrets.rewrapAll,
    ...rotate(secrets, opened, now),
    ...carry(secrets, opened),

    async add(tenant) {
      if ((await secrets.of(tenant)).length === 0)
        await secrets.add(tenant, newSecret(FIRST, now, { allBound: true, headsSince: null }))
    },

    lastingKeys: async (tenant) => (await opened.known(tenant)).lasting,

    async wrapKey(tenant, version) {
      const known = await opened.known(tenant)
      const key = known.wrapKeys.get(version) ?? (await opened.read(tenant)).wrapKeys.get(version)
      if (!key) throw new Error(`Unit ${tenant} has no version ${version} of its secret.`)
      return key
    },

    takesUnbound: async (tenant) => (await opened.known(tenant)).takesUnbound,

    headsSince: async (tenant) => (await opened.known(tenant)).headsSince,

    async noteHeadsSince(tenant, headsSince) {
      await secrets.mark(tenant, { headsSince })
      await opened.read(tenant)
    },

    newestWrapKey: async (tenant) => (await opened.recent(tenant)).newest,
  }
}

const newSecret = (number: number, now: Clock, marks: Pick<UnitSecret, 'allBound' | 'headsSince'>): UnitSecret => ({
  number,
  secret: randomBytes(32),
  madeAt: now(),
  ...marks,
})

/** Renews the secrets of tenants, and ends old ones. */
const rotate = (secrets: UnitSecrets, opened: OpenedSecretsCache, now: Clock): TenantKeys => ({
  versions: async (tenant) => (await opened.read(tenant)).versions,

  async renew(tenant) {
    const before = await secrets.of(tenant)
    const first = before.find(({ number }) => number === FIRST)
    const marks = {
      allBound: before.some((one) => one.allBound),
      headsSince: before.find((one) => one.headsSince)?.headsSince ?? null,
    }
    if (first && !before.some(({ number }) => number === LASTING)) {
      const secret = encodeLastingKeys(first.secret, randomBytes(32))
      await secrets.add(tenant, { ...newSecret(LASTING, now, marks), secret })
    }
    await secrets.add(tenant, newSecret((before.at(-1)?.number ?? 0) + 1, now, marks))
    const { versions } = await opened.read(tenant)
    return versions.at(-1) ?? versions[0]
  },

  async destroy(tenant, version) {
    const { newest } = await opened.read(tenant)
    if (version === LASTING || version >= newest.version) throw new Error(`Version ${version} is in use.`)
    await secrets.destroy(tenant, version)
    await opened.read(tenant)
  },

  isBound: async (tenant) => !(await opened.read(tenant)).takesUnbound,

  async bound(tenant) {
    await secrets.mark(tenant, { allBound: true })
    await opened.read(tenant)
  },

  async unbound() {
    const [all, bound] = [new Set<TenantId>(), new Set<TenantId>()]
    for await (const { tenant, allBound } of secrets.named()) (allBound ? bound : all).add(tenant)
    return [...all].filter((tenant) => !bound.has(tenant))
  },

  async inRotation() {
    const versions = new Map<TenantId, number>()
    for await (const { tenant, number } of secrets.named()) {
      if (number !== LASTING) versions.set(tenant, (versions.get(tenant) ?? 0) + 1)
    }
    return [...versions].flatMap(([tenant, count]) => (count > 1 ? [tenant] : []))
  },
})

/** Carries the secrets of a tenant to another installation. */
const carry = (secrets: UnitSecrets, opened: OpenedSecretsCache): TransitSecrets => ({
  async takeOut(tenant) {
    return (await secrets.of(tenant)).map(({ secret, ...named }) => ({
      ...named,
      secret: Buffer.from(secret).toString('base64url'),
    }))
  },

  async takeIn(tenant, taken) {
    for (const { secret, allBound = false, headsSince = null, ...named } of taken) {
      const bytes = new Uint8Array(Buffer.from(secret, 'base64url'))
      await secrets.add(tenant, { ...named, allBound, headsSince, secret: bytes })
    }
    await opened.read(tenant)
  },

  async drop(tenant) {
    for (const { number } of await secrets.of(tenant)) await secrets.destroy(tenant, number)
    opened.forget(tenant)
  },
})
