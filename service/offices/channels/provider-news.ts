import type { Instant } from '../../shared/instant.ts'
import type { AttemptReason, NoticeChannel } from '../notice-vocabulary.ts'
import type { Announcement } from './announcement.ts'

/** A request that claims to come from a provider; nothing in it is trusted before it is authenticated. */
export interface ProviderCall {
  /** The body byte for byte, because signatures are made over it. */
  readonly body: string
  readonly query: Readonly<Record<string, string>>
  /** A secret in the address, for providers without signatures. */
  readonly secret: string | null
  header(name: string): string | undefined
}

/** `accepted` means no more than that the provider has the message. */
export interface ProviderReport {
  /** The reference that we gave with the message. */
  readonly reference: string
  readonly state: 'accepted' | 'delivered' | 'read' | 'failed'
  readonly reason: AttemptReason | null
  /** The provider's text as `providerAnswer` leaves it. */
  readonly answer: string
}

export interface ProviderNews {
  readonly reports: readonly ProviderReport[]
  /** Numbers that wrote to us, and when. */
  readonly heardFrom: readonly { readonly number: string; readonly at: Instant }[]
  readonly arrivals: readonly Announcement[]
}

export interface NewsReader {
  readonly channel: NoticeChannel
  /** Returns `null` if the call is not authentic. Authentic calls that are not understood give no news. */
  read(call: ProviderCall): ProviderNews | null
  /** The answer that proves to the provider that the address for reports is ours; `null` if the token is wrong. */
  greet(query: ProviderCall['query']): string | null
}

export const noNews: ProviderNews = { reports: [], heardFrom: [], arrivals: [] }
