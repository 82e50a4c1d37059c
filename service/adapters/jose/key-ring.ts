import { type KeyObject, randomBytes } from 'node:crypto'
import type { WrappedSecrets } from '../../keeping/identity/rotate-master-key.ts'
import type { TransitSecrets } from '../../keeping/identity/tenant-secrets-in-transit.ts'
import { type Clock, SECOND } from '../../shared/instant.ts'
import type { Store } from '../../storage/collection.ts'
import type { MasterKeys } from '../../storage/master-keys.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { KeyVersion, TenantKeys } from '../../storage/tenant-keys.ts'
import { decodeLastingKeys, encodeLastingKeys, type LastingKeys, lastingKeysFrom, wrapKeyFrom } from './lasting-keys.ts'
import { openUnitSecrets, type UnitSecret } from './unit-secrets.ts'

/** How long a process wraps with a version before it checks for a newer one. */
const KNOWN_FOR = 30 * SECOND

const LASTING = 0
const FIRST = 1

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

interface Opened {
  readonly lasting: LastingKeys
  readonly wrapKeys: ReadonlyMap<number, KeyObject>
  readonly newest: { readonly version: number; readonly key: KeyObject }
  readonly versions: readonly [KeyVersion, ...KeyVersion[]]
  readonly takesUnbound: boolean
  readonly headsSince: string | null
  readonly readAt: number
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
  const opened = new Map<TenantId, Opened>()
  const opening = new Map<TenantId, Promise<Opened>>()

  async function read(tenant: TenantId): Promise<Opened> {
    const readAt = milliseconds()
    const fresh = openedFrom(tenant, await secrets.of(tenant), readAt)
    const known = opened.get(tenant)
    // A read that started earlier may be outdated, even if it ended later.
    if (!known || known.readAt <= readAt) opened.set(tenant, fresh)
    return fresh
  }

  function readOnce(tenant: TenantId): Promise<Opened> {
    const under = opening.get(tenant)
    if (under) return under
    const reading = read(tenant).finally(() => opening.delete(tenant))
    opening.set(tenant, reading)
    return reading
  }

  const known = async (tenant: TenantId): Promise<Opened> => opened.get(tenant) ?? readOnce(tenant)

  async function recent(tenant: TenantId): Promise<Opened> {
    const found = opened.get(tenant)
    return found && milliseconds() - found.readAt < KNOWN_FOR ? found : readOnce(tenant)
  }

  const newSecret = (number: number, said: Pick<UnitSecret, 'allBound' | 'headsSince'>): UnitSecret => ({
    number,
    secret: randomBytes(32),
    madeAt: now(),
    ...said,
  })

  const ring: KeyRing = {
    underOlderMaster: secrets.underOlderMaster,
    rewrapAll: secrets.rewrapAll,

    async add(tenant) {
      if ((await secrets.of(tenant)).length === 0)
        await secrets.add(tenant, newSecret(FIRST, { allBound: true, headsSince: null }))
    },

    lastingKeys: async (tenant) => (await known(tenant)).lasting,

    async wrapKey(tenant, version) {
      const key = (await known(tenant)).wrapKeys.get(version) ?? (await read(tenant)).wrapKeys.get(version)
      if (!key) throw new Error(`Unit ${tenant} has no version ${version} of its secret.`)
      return key
    },

    takesUnbound: async (tenant) => (await known(tenant)).takesUnbound,

    async bound(tenant) {
      await secrets.mark(tenant, { allBound: true })
      await read(tenant)
    },

    headsSince: async (tenant) => (await known(tenant)).headsSince,

    async noteHeadsSince(tenant, headsSince) {
      await secrets.mark(tenant, { headsSince })
      await read(tenant)
    },

    isBound: async (tenant) => !(await read(tenant)).takesUnbound,

    newestWrapKey: async (tenant) => (await recent(tenant)).newest,

    versions: async (tenant) => (await read(tenant)).versions,

    async renew(tenant) {
      const before = await secrets.of(tenant)
      const first = before.find(({ number }) => number === FIRST)
      const said = {
        allBound: before.some((one) => one.allBound),
        headsSince: before.find((one) => one.headsSince)?.headsSince ?? null,
      }
      if (first && !before.some(({ number }) => number === LASTING)) {
        const secret = encodeLastingKeys(first.secret, randomBytes(32))
        await secrets.add(tenant, { ...newSecret(LASTING, said), secret })
      }
      await secrets.add(tenant, newSecret((before.at(-1)?.number ?? 0) + 1, said))
      const { versions } = await read(tenant)
      return versions.at(-1) ?? versions[0]
    },

    async destroy(tenant, version) {
      const { newest } = await read(tenant)
      if (version === LASTING || version >= newest.version) throw new Error(`Version ${version} is in use.`)
      await secrets.destroy(tenant, version)
      await read(tenant)
    },

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
      await read(tenant)
    },

    async drop(tenant) {
      for (const { number } of await secrets.of(tenant)) await secrets.destroy(tenant, number)
      opened.delete(tenant)
    },

    async inRotation() {
      const versions = new Map<TenantId, number>()
      for await (const { tenant, number } of secrets.named()) {
        if (number !== LASTING) versions.set(tenant, (versions.get(tenant) ?? 0) + 1)
      }
      return [...versions].flatMap(([tenant, count]) => (count > 1 ? [tenant] : []))
    },

    async unbound() {
      const [all, bound] = [new Set<TenantId>(), new Set<TenantId>()]
      for await (const { tenant, allBound } of secrets.named()) (allBound ? bound : all).add(tenant)
      return [...all].filter((tenant) => !bound.has(tenant))
    },
  }
  return ring
}

function openedFrom(tenant: TenantId, secrets: readonly UnitSecret[], readAt: number): Opened {
  const kept = secrets.find(({ number }) => number === LASTING)
  const wrapping = secrets.filter(({ number }) => number !== LASTING)
  const versions = wrapping.map(({ number, madeAt }): KeyVersion => ({ version: number, madeAt }))
  const [oldest, ...later] = versions
  const first = wrapping.find(({ number }) => number === FIRST)
  const lasting = kept ? decodeLastingKeys(kept.secret) : first && lastingKeysFrom(first.secret)
  const newest = wrapping.at(-1)
  if (!oldest || !newest || !lasting) throw new Error(`Unit ${tenant} has no key.`)
  const wrapKeys = new Map(wrapping.map(({ number, secret }) => [number, wrapKeyFrom(secret)] as const))
  return {
    lasting,
    wrapKeys,
    newest: { version: newest.number, key: wrapKeyFrom(newest.secret) },
    versions: [oldest, ...later],
    takesUnbound: !secrets.some(({ allBound }) => allBound),
    headsSince: secrets.find((one) => one.headsSince)?.headsSince ?? null,
    readAt,
  }
}
