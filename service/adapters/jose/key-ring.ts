import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import type { WrappedSecrets } from '../../keeping/identity/keys.ts'
import { type Clock, SECOND } from '../../shared/instant.ts'
import type { Store } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import {
  hashPurposes,
  type KeyVersion,
  type MasterKeys,
  type TenantKeys,
  type TransitSecrets,
} from '../../storage/vault.ts'
import { openUnitSecrets, type UnitSecret, type UnitSecrets } from './unit-secrets.ts'

/**
 * Keys for hashes and signatures of a tenant. They survive a rotation of the wrapping secret, because hashes must
 * stay comparable.
 */
export interface LastingKeys {
  /** 32 bytes from which the tenant's Ed25519 key for receipts is made. */
  readonly signingSeed: Uint8Array
  hashKey(purpose: string): KeyObject
}

/** They are written in base64url. They were once derived from the tenant's first secret, and are kept separately before it goes. */
interface KeptLastingKeys {
  readonly signingSeed: string
  readonly hashKeys: Readonly<Record<string, string>>
  /** It makes the keys of purposes that come later. */
  readonly seed: string
}

const derive = (secret: Uint8Array, purpose: string) =>
  new Uint8Array(hkdfSync('sha256', secret, '', `aduan ${purpose}`, 32))

const deriveHashKey = (secret: Uint8Array, purpose: string) => derive(secret, `hash ${purpose}`)

export const wrapKeyFrom = (secret: Uint8Array): KeyObject => createSecretKey(derive(secret, 'wrap'))

export const lastingKeysFrom = (firstSecret: Uint8Array): LastingKeys =>
  lastingKeys(derive(firstSecret, 'sign receipts'), (purpose) => deriveHashKey(firstSecret, purpose))

/** Returns the same keys as bytes, from which the first secret cannot be derived. */
export function encodeLastingKeys(firstSecret: Uint8Array, seed: Uint8Array): Uint8Array {
  const kept: KeptLastingKeys = {
    signingSeed: inText(derive(firstSecret, 'sign receipts')),
    hashKeys: Object.fromEntries(
      hashPurposes.map((purpose) => [purpose, inText(deriveHashKey(firstSecret, purpose))] as const),
    ),
    seed: inText(seed),
  }
  return new TextEncoder().encode(JSON.stringify(kept))
}

export function decodeLastingKeys(bytes: Uint8Array): LastingKeys {
  const { signingSeed, hashKeys, seed }: KeptLastingKeys = JSON.parse(new TextDecoder().decode(bytes))
  return lastingKeys(inBytes(signingSeed), (purpose) => {
    const kept = hashKeys[purpose]
    return kept === undefined ? deriveHashKey(inBytes(seed), purpose) : inBytes(kept)
  })
}

function lastingKeys(signingSeed: Uint8Array, hashBytes: (purpose: string) => Uint8Array): LastingKeys {
  const made = new Map<string, KeyObject>()
  return {
    signingSeed,
    hashKey(purpose) {
      const key = made.get(purpose) ?? createSecretKey(hashBytes(purpose))
      made.set(purpose, key)
      return key
    },
  }
}

const inText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const inBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))

export const keyedHash = (key: KeyObject, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

/** How long a process wraps with a version before it checks for a newer one. */
const KNOWN_FOR = 30 * SECOND

/** The number of the lasting keys among the secrets of a tenant; the others are versions. */
export const LASTING = 0
export const FIRST = 1

export interface OpenedSecrets {
  readonly lasting: LastingKeys
  readonly wrapKeys: ReadonlyMap<number, KeyObject>
  readonly newest: { readonly version: number; readonly key: KeyObject }
  readonly versions: readonly [KeyVersion, ...KeyVersion[]]
  readonly takesUnbound: boolean
  readonly headsSince: string | null
}

export interface OpenedSecretsCache {
  read(tenant: TenantId): Promise<OpenedSecrets>
  /** Reads them only if this process never did. */
  known(tenant: TenantId): Promise<OpenedSecrets>
  /** Reads them if the last time is longer ago than `KNOWN_FOR`. */
  recent(tenant: TenantId): Promise<OpenedSecrets>
  forget(tenant: TenantId): void
}

export function cacheOpenedSecrets(secrets: UnitSecrets, milliseconds: () => number): OpenedSecretsCache {
  const opened = new Map<TenantId, OpenedSecrets & { readonly readAt: number }>()
  const opening = new Map<TenantId, Promise<OpenedSecrets>>()

  async function read(tenant: TenantId): Promise<OpenedSecrets> {
    const readAt = milliseconds()
    const fresh = { ...openSecrets(tenant, await secrets.of(tenant)), readAt }
    const known = opened.get(tenant)
    // A read that started earlier may be outdated, even if it ended later.
    if (!known || known.readAt <= readAt) opened.set(tenant, fresh)
    return fresh
  }

  function readOnce(tenant: TenantId): Promise<OpenedSecrets> {
    const underway = opening.get(tenant)
    if (underway) return underway
    const reading = read(tenant).finally(() => opening.delete(tenant))
    opening.set(tenant, reading)
    return reading
  }

  return {
    read,

    known: async (tenant) => opened.get(tenant) ?? readOnce(tenant),

    async recent(tenant) {
      const found = opened.get(tenant)
      return found && milliseconds() - found.readAt < KNOWN_FOR ? found : readOnce(tenant)
    },

    forget: (tenant) => void opened.delete(tenant),
  }
}

function openSecrets(tenant: TenantId, secrets: readonly UnitSecret[]): OpenedSecrets {
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
  }
}

export interface KeyRing extends TenantKeys, WrappedSecrets, TransitSecrets {
  add(tenant: TenantId): Promise<void>
  lastingKeys(tenant: TenantId): Promise<LastingKeys>
  /** @throws Error if that version was destroyed, or never existed */
  wrapKey(tenant: TenantId, version: number): Promise<KeyObject>
  /** Whether seals of an earlier version, which are bound to no place, still open in the tenant. */
  takesUnbound(tenant: TenantId): Promise<boolean>
  headsSince(tenant: TenantId): Promise<string | null>
  noteHeadsSince(tenant: TenantId, day: string): Promise<void>
  newestWrapKey(tenant: TenantId): Promise<{ readonly version: number; readonly key: KeyObject }>
}

export interface KeyRingParts {
  readonly masterKeys: MasterKeys
  readonly store: Store
  readonly now: Clock
  readonly milliseconds: () => number
}

/** Caches the secrets of tenants once a master key opened them. */
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
