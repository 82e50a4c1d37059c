import type { Carrier } from '../../offices/channels/notice-channel.ts'
import type { Instant } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, keyHolder } from '../../storage/key-holder.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { placeIn, type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

/**
 * On these channels a tenant can use its own account, with the provider that the operator chose or the built-in one.
 */
export const ownableChannels = ['email', 'whatsapp'] as const

/** RFC 5321, 8314 and 6409 name the first three; some providers also listen at 2525, because others are closed. */
export const mailPorts = [25, 465, 587, 2525] as const

export type OwnableChannel = (typeof ownableChannels)[number]

/** A mail server of the tenant's own. It is called through a guard, and never without TLS. */
export interface OwnSmtp {
  readonly channel: 'email'
  readonly by: 'smtp'
  /** A name: what it stands for is looked up for every message. */
  readonly host: string
  readonly port: number
  /** TLS from the first byte, or after STARTTLS. */
  readonly security: 'tls' | 'starttls'
  readonly user: string
  readonly password: string
  /** `Name <address>` or an address. */
  readonly from: string
}

/** The address of the other providers stays the operator's. Accounts of an earlier version lack `by`. */
export type AccountSecrets =
  | { readonly channel: 'email'; readonly by?: 'resend' | undefined; readonly apiKey: string; readonly from: string }
  | OwnSmtp
  | { readonly channel: 'whatsapp'; readonly token: string; readonly phoneId: string }

/** `id` is the channel. The document stays without an account, because notices may still wait in its queue. */
export interface KeptAccount extends Kept {
  readonly account: { readonly key: WrappedKey; readonly secrets: Sealed<AccountSecrets> } | null
  readonly setAt: Instant
  readonly setBy: StaffId
}

export const channelAccountSpec: CollectionSpec<KeptAccount> = {
  name: 'channelAccounts',
  readOften: true,
  keys: {
    ...foundByKeyVersion<KeptAccount>(({ account }) => [account?.key ?? null]).keys,
    setAt: ({ setAt }) => setAt,
  },
  indexes: {
    ...foundByKeyVersion<KeptAccount>(() => []).indexes,
    set: { on: ['setAt'], acrossTenants: true },
  },
  counted: ['keyVersion'],
}

export interface OwnCarrier {
  readonly queue: string
  readonly carrier: Carrier
}

/** The accounts are sealed; no answer contains their secrets. */
export interface OwnAccounts {
  set(tenant: TenantId, secrets: AccountSecrets, by: StaffId, at: Instant): Promise<void>
  remove(tenant: TenantId, channel: OwnableChannel, by: StaffId, at: Instant): Promise<void>
  list(
    tenant: TenantId,
  ): Promise<readonly { readonly channel: OwnableChannel; readonly setAt: Instant; readonly setBy: StaffId }[]>
  /** It is `null` if the tenant sends under the operator's account. */
  carrierOf(tenant: TenantId, channel: string): Promise<OwnCarrier | null>
  /** Every queue that a tenant's own account has or had, and whether it is in use. */
  queues(): Promise<readonly { readonly queue: string; readonly inUse: boolean }[]>
  readonly keyHolder: KeyHolder
}

const MOST_ACCOUNTS = 5_000

export const ownQueue = (tenant: string, channel: string): string => `${channel} ${tenant}`

export async function openOwnAccounts(
  store: Store,
  vault: Vault,
  carrierFor: (secrets: AccountSecrets) => Promise<Carrier>,
): Promise<OwnAccounts> {
  const kept = await store.collection(channelAccountSpec)
  const own = withOwnKey('channelAccounts', vault)
  /** One carrier is made for each version of an account, by queue. */
  const carriers = new Map<string, { readonly version: number; readonly carrier: Promise<Carrier> }>()

  async function write(account: Omit<KeptAccount, 'version'>): Promise<void> {
    for (;;) {
      const known = await kept.get(account.tenant, account.id)
      if (known && (await kept.replace({ ...known, ...account }))) return
      if (known) continue
      try {
        await kept.insert(account)
        return
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
    }
  }

  return {
    async set(tenant, secrets, setBy, setAt) {
      const id = secrets.channel
      const key = await own.newKey(tenant, id)
      const account = { key, secrets: await own.seal({ tenant, id, key }, 'secrets', secrets) }
      await write({ tenant, id, account, setAt, setBy })
    },

    remove: (tenant, channel, setBy, setAt) => write({ tenant, id: channel, account: null, setAt, setBy }),

    async list(tenant) {
      const found = await Promise.all(ownableChannels.map((channel) => kept.get(tenant, channel)))
      return ownableChannels.flatMap((channel, at) => {
        const one = found[at]
        return one?.account ? [{ channel, setAt: one.setAt, setBy: one.setBy }] : []
      })
    },

    async carrierOf(tenant, channel) {
      const found = await kept.get(tenant, channel)
      const queue = ownQueue(tenant, channel)
      const known = carriers.get(queue)
      if (known && known.version !== found?.version) {
        carriers.delete(queue)
        void known.carrier.then((carrier) => carrier.close())
      }
      if (!found?.account) return null
      const { key, secrets } = found.account
      const made = carriers.get(queue) ?? {
        version: found.version,
        carrier: own.open({ ...found, key }, 'secrets', secrets).then((opened) => carrierFor(opened)),
      }
      carriers.set(queue, made)
      return { queue, carrier: await made.carrier }
    },

    async queues() {
      const { items } = await kept.findAcrossTenants({ index: 'set', limit: MOST_ACCOUNTS })
      return items.map(({ tenant, id, account }) => ({ queue: ownQueue(tenant, id), inUse: account !== null }))
    },

    keyHolder: keyHolder(kept, vault, async (one, renewal) => {
      if (!one.account) return one
      const key = own.keyOf({ ...one, key: one.account.key })
      const secrets = await renewal.seal(key, placeIn('channelAccounts')(one, 'secrets'), one.account.secrets)
      return { ...one, account: { secrets, key: await renewal.key(key) } }
    }),
  }
}
