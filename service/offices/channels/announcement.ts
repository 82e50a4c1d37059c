import type { Instant } from '../../shared/instant.ts'
import type { InboundChannel } from '../notice-vocabulary.ts'

/** A message as its provider announces it. The rest of a mail is fetched, or comes with it. */
export interface Announcement {
  readonly channel: InboundChannel
  /** The provider's id, which is the same at each repeat. */
  readonly providerId: string
  readonly from: string | null
  readonly fromName: string | null
  readonly recipients: readonly string[]
  readonly subject: string
  /** The message that it answers: Message-IDs of a mail, the id of a WhatsApp message. */
  readonly refersTo: string
  /** It is empty for a mail. */
  readonly text: string
  readonly media: readonly AnnouncedFile[]
  /** When it was written, by the provider's clock, to the second. */
  readonly sentAt?: Instant
}

/** The provider has the file and returns it on request. */
export interface AnnouncedFile {
  /** The provider's id. */
  readonly id: string
  readonly name: string
}
