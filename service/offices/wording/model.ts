import type { AttemptReason, DeliveryReport, NoticeChannel, NoticeEvent } from '../notice-vocabulary.ts'

export interface NoticeWording {
  /** The name of a channel's provider at the start of a sentence. */
  readonly providers: Readonly<Record<NoticeChannel, string>>
  readonly accepted: (provider: string) => string
  readonly kept: string
  readonly ownWords: (version: number) => string
  readonly reports: Readonly<
    Record<Exclude<DeliveryReport['state'], 'failed'>, (provider: string, at: string) => string>
  >
  readonly failedLater: (reason: string, at: string) => string
  readonly reasons: Readonly<Record<AttemptReason, (provider: string) => string>>
  readonly triedAgain: (reason: string, nextTry: string | null) => string
  readonly heldBack: (reason: string, nextTry: string | null) => string
  readonly notTriedAgain: (reason: string) => string
  readonly providerSaid: (answer: string) => string
  readonly advice: Readonly<Record<'notSetUp' | 'notThere' | 'trouble', string>>
}

export interface EventWords {
  readonly subject: string
  readonly news: string
  /** One sentence for a telephone, without `{link}`; without it the subject is used. */
  readonly short?: string
  /** A further paragraph, where the channel may carry content. */
  readonly further?: string
  readonly letter: { readonly subject: string; readonly body: readonly string[] }
}

export interface DefaultWords {
  readonly events: Readonly<Record<NoticeEvent, EventWords>>
  readonly email: (news: string) => readonly string[]
  readonly whatsapp: (news: string) => readonly string[]
  /** It uses only the plain SMS alphabet, and fits two messages. */
  readonly sms: (short: string) => string
  /** It leaves out letterhead, address, date and signature, which every letter has. */
  readonly letter: (body: readonly string[]) => readonly string[]
}
