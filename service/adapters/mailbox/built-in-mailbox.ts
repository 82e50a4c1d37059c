import type { MailboxLine, MailboxReader } from '../../case/notices/notice-queue.ts'
import type { Carrier, CarrierAnswer, OutboundMessage } from '../../offices/channels/notice-channel.ts'
import type { Clock, Instant } from '../../shared/instant.ts'
import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Store,
  StoreUnavailable,
  UniqueViolation,
} from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

/** The id of a message is the idempotency key of its sending. */
export interface MailboxMessage extends Kept {
  readonly at: Instant
  readonly key: WrappedKey
  readonly sealed: Sealed<Omit<MailboxLine, 'id' | 'at'>>
}

const byKeyVersion = foundByKeyVersion<MailboxMessage>(({ key }) => [key])

export const mailboxSpec: CollectionSpec<MailboxMessage> = {
  name: 'mailbox',
  keys: { ...byKeyVersion.keys, at: ({ at }) => at },
  indexes: { ...byKeyVersion.indexes, newest: { on: ['at'] } },
  counted: byKeyVersion.counted,
}

/**
 * Keeps the e-mail of an installation without a mail provider: nothing leaves, and admins can read it. To whom a mail
 * was to go is not kept, because it may be a reporter who is kept from them by then. Earlier versions kept it masked.
 */
export interface Mailbox extends Carrier, MailboxReader {
  readonly keyHolder: KeyHolder
}

export async function openMailbox(store: Store, vault: Vault, now: Clock): Promise<Mailbox> {
  const kept = await store.collection(mailboxSpec)

  async function opened(message: MailboxMessage): Promise<MailboxLine> {
    const { id, at, sealed } = message
    const { subject, text } = await withOwnKey('mailbox', vault).open(message, 'sealed', sealed)
    return { id, at, subject, text }
  }

  return {
    channel: 'email',
    reportsDelivery: false,
    keepsHere: true,
    send: (message) => keep(kept, vault, message, now()),

    async list(tenant, page) {
      const { items, nextCursor } = await kept.find(tenant, { index: 'newest', order: 'descending', ...page })
      return { items: await Promise.all(items.map(opened)), nextCursor }
    },

    keyHolder: ownKeyHolder('mailbox', kept, vault, 'sealed'),

    close() {},
  }
}

async function keep(
  kept: Collection<MailboxMessage>,
  vault: Vault,
  { tenant, subject, text, idempotencyKey }: OutboundMessage,
  at: Instant,
): Promise<CarrierAnswer> {
  const content = { subject, text } satisfies Omit<MailboxLine, 'id' | 'at'>
  try {
    const own = withOwnKey('mailbox', vault)
    const keyed = { tenant, id: idempotencyKey, key: await own.newKey(tenant, idempotencyKey) }
    await kept.insert({ ...keyed, at, sealed: await own.seal(keyed, 'sealed', content) })
  } catch (error) {
    if (error instanceof StoreUnavailable) return { outcome: 'failed_for_now', reason: 'provider_trouble', answer: '' }
    if (!(error instanceof UniqueViolation)) throw error
  }
  return { outcome: 'kept', reason: 'no_provider', answer: '' }
}
