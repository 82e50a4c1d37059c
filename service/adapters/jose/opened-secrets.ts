import type { KeyObject } from 'node:crypto'
import { SECOND } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { KeyVersion } from '../../storage/vault.ts'
import { decodeLastingKeys, type LastingKeys, lastingKeysFrom, wrapKeyFrom } from './lasting-keys.ts'
import type { UnitSecret, UnitSecrets } from './unit-secrets.ts'

/** How long a process wraps with a version before it checks for a newer one. */
const KNOWN_FOR = 30 * SECOND

/** The number of the lasting keys among the secrets of a tenant; the others are versions. */
export const LASTING = 0
export const FIRST = 1

/** What the secrets of a tenant give, once a master key opened them. */
export interface OpenedSecrets {
  readonly lasting: LastingKeys
  readonly wrapKeys: ReadonlyMap<number, KeyObject>
  readonly newest: { readonly version: number; readonly key: KeyObject }
  readonly versions: readonly [KeyVersion, ...KeyVersion[]]
  readonly takesUnbound: boolean
  readonly headsSince: string | null
}

export interface OpenedSecretsCache {
  /** Reads them from the store. */
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
