import type { InboundChannel } from '../complaints/vocabulary.ts'

/** A message as its provider tells of it. Of a mail the rest is fetched, or handed over with it. */
export interface Announcement {
  readonly channel: InboundChannel
  /** The provider's id: the same however often it tells. */
  readonly providerId: string
  readonly from: string | null
  readonly fromName: string | null
  readonly recipients: readonly string[]
  readonly subject: string
  /** What it says it answers: Message-IDs of a mail, the id of a WhatsApp message. */
  readonly refersTo: string
  /** Of a mail empty. */
  readonly text: string
  readonly media: readonly AnnouncedFile[]
}

/** A file that the provider has and gives on request. */
export interface AnnouncedFile {
  /** The provider's. */
  readonly id: string
  readonly name: string
}
