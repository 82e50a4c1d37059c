import type { AttemptReason, Language, NoticeChannel } from '../../complaints/vocabulary.ts'
import type { DeliveryReport } from '../notice.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export interface NoticeWording {
  /** The name of a channel's provider at the start of a sentence. */
  readonly providers: Readonly<Record<NoticeChannel, string>>
  readonly accepted: (provider: string) => string
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
  readonly advice: Readonly<Record<'notSetUp' | 'trouble', string>>
}

const wordings: Readonly<Record<Language, NoticeWording>> = { id, en }

export const wordingFor = (language: Language): NoticeWording => wordings[language]
