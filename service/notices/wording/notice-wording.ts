import type { AttemptReason, Language, NoticeChannel } from '../../complaints/vocabulary.ts'
import type { DeliveryReport } from '../notice.ts'
import { en } from './en.ts'
import { id } from './id.ts'

/** What goes to staff, and how the fate of a notice is told to them, in one language. */
export interface NoticeWording {
  /** Whoever delivers on a channel, as a sentence begins with it. */
  readonly providers: Readonly<Record<NoticeChannel, string>>
  readonly accepted: (provider: string) => string
  /** Which version of the unit's own words went out. */
  readonly ownWords: (version: number) => string
  /** What a provider told later of what it had accepted, and when. */
  readonly reports: Readonly<
    Record<Exclude<DeliveryReport['state'], 'failed'>, (provider: string, at: string) => string>
  >
  readonly failedLater: (reason: string, at: string) => string
  readonly reasons: Readonly<Record<AttemptReason, (provider: string) => string>>
  /** The reason, and what follows from it. */
  readonly triedAgain: (reason: string, nextTry: string | null) => string
  readonly heldBack: (reason: string, nextTry: string | null) => string
  readonly notTriedAgain: (reason: string) => string
  readonly providerSaid: (answer: string) => string
  /** What the office can do about a channel that is down. */
  readonly advice: Readonly<Record<'notSetUp' | 'trouble', string>>
}

const wordings: Readonly<Record<Language, NoticeWording>> = { id, en }

export const wordingFor = (language: Language): NoticeWording => wordings[language]
