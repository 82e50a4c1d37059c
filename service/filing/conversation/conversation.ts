import type { AnnouncedFile } from '../../offices/channels/provider-news.ts'
import type { PrivacyChoice } from '../../offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

/** The channels on which a person and the service write to each other message by message. */
export const chatChannels = ['whatsapp', 'sms'] as const
export type ChatChannel = (typeof chatChannels)[number]

/** In the order in which they are asked; at most these six. */
export const questions = ['unit', 'category', 'story', 'who', 'name', 'confirm'] as const
export type Question = (typeof questions)[number]

/** A message of the story. Its files stay with the provider until the complaint is filed. */
export interface Part {
  readonly id: string
  /** When the person wrote it, by the provider's clock. */
  readonly at: Instant
  readonly text: string
  readonly media: readonly AnnouncedFile[]
}

/** A complaint that somebody is telling. `null` means that it was not answered yet. */
export interface ComplaintTalk {
  readonly kind: 'complaint'
  readonly from: string
  readonly asked: Question | null
  readonly unit: TenantId | null
  readonly category: string | null
  readonly parts: readonly Part[]
  readonly isStoryWhole: boolean
  /** It is empty if the reporter names nobody. */
  readonly who: string | null
  readonly privacy: PrivacyChoice | null
  readonly name: string | null
  /** The version of the unit's texts to which the last question led. */
  readonly version: number | null
  /** What was offered under a number, in the order of the list. */
  readonly listed: readonly string[]
  readonly handled: readonly string[]
  /** The latest message by the provider's clock: an earlier one that comes after it answers no question. */
  readonly lastSentAt: Instant
  readonly lastReply: string | null
  /** It identifies the filing, so that a repeat makes no second complaint. */
  readonly filingKey: string
}

export interface CaseOfSender {
  readonly tenant: TenantId
  readonly number: string
}

/** A reporter with several open cases is asked which one is meant; their messages wait for the answer. */
export interface CaseTalk {
  readonly kind: 'case'
  readonly from: string
  readonly cases: readonly CaseOfSender[]
  readonly held: readonly string[]
  readonly chosen: CaseOfSender | null
}

export interface Conversation {
  readonly tenant: TenantId
  /** A keyed hash of channel and sender. */
  readonly id: string
  readonly version: number
  readonly key: WrappedKey
  /** After a day without a message it is destroyed. */
  readonly forgetAt: Instant
  readonly content: ComplaintTalk | CaseTalk
}

export const silentAt = (at: Instant): Instant => plusMilliseconds(at, DAY)

export const newComplaintTalk = (from: string, filingKey: string, at: Instant): ComplaintTalk => ({
  kind: 'complaint',
  from,
  asked: null,
  unit: null,
  category: null,
  parts: [],
  isStoryWhole: false,
  who: null,
  privacy: null,
  name: null,
  version: null,
  listed: [],
  handled: [],
  lastSentAt: at,
  lastReply: null,
  filingKey,
})

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
  find(channel: ChatChannel, from: string, now: Instant): Promise<Conversation | null>
  begin(channel: ChatChannel, content: Conversation['content'], now: Instant): Promise<Conversation>
  replace(conversation: Conversation, content: Conversation['content'], now: Instant): Promise<Conversation>
  destroy(conversation: Pick<Conversation, 'id'>): Promise<void>
  sweep(now: Instant): Promise<number>
  readonly keyHolder: KeyHolder
}

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
