import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { PLATFORM } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, withOwnKey } from '../../storage/vault.ts'
import { type ChatChannel, type Conversation, silentAt } from './conversation.ts'

/** Only its end is readable. It belongs to no unit until it is filed. */
interface KeptConversation extends Kept, Omit<Conversation, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<Conversation['content']>
}

const byKeyVersion = foundByKeyVersion<KeptConversation>(({ key }) => [key])

export const conversationSpec: CollectionSpec<KeptConversation> = {
  name: 'conversations',
  keys: { ...byKeyVersion.keys, forgetAt: ({ forgetAt }) => forgetAt },
  indexes: { ...byKeyVersion.indexes, forget: { on: ['forgetAt'], acrossTenants: true } },
  counted: [...byKeyVersion.counted],
}

export interface ConversationStore {
  /** It is `null` if there is none, or if it was silent for a day. */
  find(channel: ChatChannel, from: string, now: Instant): Promise<Conversation | null>
  /** @throws Refusal `inbound/changed-meanwhile`, also if there is one already */
  begin(channel: ChatChannel, content: Conversation['content'], now: Instant): Promise<Conversation>
  /** @throws Refusal `inbound/changed-meanwhile` */
  replace(conversation: Conversation, content: Conversation['content'], now: Instant): Promise<Conversation>
  destroy(conversation: Pick<Conversation, 'id'>): Promise<void>
  /** Destroys conversations that were silent for a day. @returns how many */
  sweep(now: Instant): Promise<number>
  readonly keyHolder: KeyHolder
}

/** @param hasher keyed by the installation */
export async function openConversationStore(
  store: Store,
  vault: Vault,
  hasher: () => Promise<(text: string) => string>,
): Promise<ConversationStore> {
  const kept = await store.collection(conversationSpec)
  const documents = sealedDocuments<Conversation, KeptConversation>(
    kept,
    sealContent<Conversation, KeptConversation>('conversations', vault),
    changedMeanwhile,
    changedMeanwhile,
  )
  const { newKey } = withOwnKey('conversations', vault)
  const idOf = async (channel: ChatChannel, from: string) => (await hasher())(`conversation\n${channel}\n${from}`)

  return {
    async find(channel, from, now) {
      const id = await idOf(channel, from)
      const found = await documents.find(PLATFORM, id)
      if (!found || found.forgetAt > now) return found
      await kept.delete(PLATFORM, id)
      return null
    },

    async begin(channel, content, now) {
      const id = await idOf(channel, content.from)
      const key = await newKey(PLATFORM, id)
      const begun = { tenant: PLATFORM, id, version: 0, key, forgetAt: silentAt(now), content }
      try {
        return await documents.insert(begun)
      } catch (cause) {
        if (cause instanceof UniqueViolation) throw changedMeanwhile()
        throw cause
      }
    },

    async replace(conversation, content, now) {
      const saved = await documents.replace({ ...conversation, content, forgetAt: silentAt(now) })
      if (!saved) throw changedMeanwhile()
      return saved
    },

    async destroy({ id }) {
      await kept.delete(PLATFORM, id)
    },

    sweep: (now) => kept.deleteAcrossTenants('forget', { to: now }, 500),
    keyHolder: ownKeyHolder('conversations', kept, vault, 'content'),
  }
}

const changedMeanwhile = () => new Refusal('conflict', 'inbound/changed-meanwhile')
