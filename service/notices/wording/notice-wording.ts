import type { Language, NoticeChannel, NoticeEvent } from '../../complaints/vocabulary.ts'
import type { AttemptReason, DeliveryReport } from '../notice.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export interface MessageText {
  readonly subject: string
  readonly text: string
}

/** All that a notice may say about a case. */
export interface NoticeValues {
  readonly office: string
  /** For where each character costs. */
  readonly officeShort: string
  readonly number: string
  readonly followUrl: string
}

export interface InvitationValues {
  readonly office: string
  /** Works once. */
  readonly link: string
  readonly validDays: number
}

/** What leaves the house, and how its fate is told to staff, in one language. */
export interface NoticeWording {
  notice(event: NoticeEvent, values: NoticeValues): MessageText
  /** The same in a sentence or two, for a telephone: no letters but those of the plain SMS alphabet. */
  shortNotice(event: NoticeEvent, values: NoticeValues): string
  invitation(values: InvitationValues): MessageText
  /** Whoever delivers on a channel, as a sentence begins with it. */
  readonly providers: Readonly<Record<NoticeChannel, string>>
  readonly accepted: (provider: string) => string
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
}

const wordings: Readonly<Record<Language, NoticeWording>> = { id, en }

export const wordingFor = (language: Language): NoticeWording => wordings[language]
