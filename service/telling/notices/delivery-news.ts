import type { NoticeAttempt } from '../../case/shape/notice.ts'
import type { AttemptReason, NoticeChannel, NoticeEvent } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'

/** An operator sees it in logs and metrics, so it contains no address, no name and no provider's text. */
export type DeliveryNews =
  | {
      readonly kind: 'tried'
      readonly channel: NoticeChannel
      readonly outcome: Exclude<NoticeAttempt['outcome'], 'held'>
      readonly reason: AttemptReason | null
      readonly tenant: TenantId
      /** It is `null` for mail to staff. */
      readonly event: NoticeEvent | null
      /** The request that led to the message. */
      readonly cause: string | undefined
    }
  | { readonly kind: 'channel_rests'; readonly channel: NoticeChannel; readonly until: Instant }
  /** A letter is to be made of it. */
  | {
      readonly kind: 'drafted'
      readonly tenant: TenantId
      readonly event: NoticeEvent
      readonly cause: string | undefined
    }
  /** No channel is left, so the reporter sees it on their page only. */
  | {
      readonly kind: 'given_up'
      readonly tenant: TenantId
      readonly number: string
      readonly event: NoticeEvent
      readonly cause: string | undefined
    }
  /** A failure of our own, e.g. the store. The send is retried. */
  | { readonly kind: 'fault'; readonly cause: unknown }
