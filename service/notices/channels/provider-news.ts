import type { AttemptReason, NoticeChannel } from '../../complaints/vocabulary.ts'
import type { Announcement } from '../../inbound/announcement.ts'
import type { Instant } from '../../shared/instant.ts'

/** A request that says it comes from a provider. Nothing in it is believed before it is proven. */
export interface ProviderCall {
  /** As it came, to the last byte: signatures are made over it. */
  readonly body: string
  readonly query: Readonly<Record<string, string>>
  /** What stands in the address as proof, where a provider has no other. */
  readonly secret: string | null
  header(name: string): string | undefined
}

/** What a provider tells of a message that it had from us. `accepted` says no more than that it has it. */
export interface ProviderReport {
  /** As we gave it with the message. */
  readonly reference: string
  readonly state: 'accepted' | 'delivered' | 'read' | 'failed'
  /** Why it failed; otherwise `null`. */
  readonly reason: AttemptReason | null
  /** The provider's words as `providerAnswer` leaves them. */
  readonly answer: string
}

export interface ProviderNews {
  readonly reports: readonly ProviderReport[]
  /** Numbers that wrote to us, and when. */
  readonly heardFrom: readonly { readonly number: string; readonly at: Instant }[]
  /** Messages that came in. */
  readonly arrivals: readonly Announcement[]
}

/** Understands what the provider of a channel tells of its own accord. */
export interface NewsReader {
  readonly channel: NoticeChannel
  /** `null` when it is not proven to come from the provider. What is proven and not understood is no news. */
  read(call: ProviderCall): ProviderNews | null
  /** The answer by which we show the provider that its address for reports is ours; `null` when it is not. */
  greet(query: ProviderCall['query']): string | null
}

export const noNews: ProviderNews = { reports: [], heardFrom: [], arrivals: [] }
