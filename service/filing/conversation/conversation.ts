import type { AnnouncedFile } from '../../offices/channels/provider-news.ts'
import type { PrivacyChoice } from '../../offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { WrappedKey } from '../../storage/vault.ts'

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
