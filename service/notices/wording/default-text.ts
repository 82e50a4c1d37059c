import type { Language, NoticeChannel, NoticeEvent } from '../../complaints/vocabulary.ts'
import { defaultsEn } from './defaults-en.ts'
import { defaultsId } from './defaults-id.ts'
import type { MessageText } from './message-text.ts'

/** What we say of one event, with places. */
export interface EventWords {
  readonly subject: string
  /** What happened, and what the reporter can do, in a paragraph. */
  readonly news: string
  /** The same in a sentence, for a telephone, without `{link}`; left out: the subject is enough. */
  readonly short?: string
  readonly letter: { readonly subject: string; readonly body: readonly string[] }
}

/** Our own words in one language, and what stands around them on each channel. */
export interface DefaultWords {
  readonly events: Readonly<Record<NoticeEvent, EventWords>>
  readonly email: (news: string) => readonly string[]
  readonly whatsapp: (news: string) => readonly string[]
  /** No letters but those of the plain SMS alphabet, and no more than two messages. */
  readonly sms: (short: string) => string
  /** Without letterhead, address, date and signature, which every letter has. */
  readonly letter: (body: readonly string[]) => readonly string[]
}

const words: Readonly<Record<Language, DefaultWords>> = { id: defaultsId, en: defaultsEn }

/** What is said where a unit has no words of its own, with its places still open. Only e-mail and letters have a subject. */
export function defaultText(event: NoticeEvent, channel: NoticeChannel, language: Language): MessageText {
  const frame = words[language]
  const { subject, news, short = `${subject}.`, letter } = frame.events[event]
  switch (channel) {
    case 'email':
      return { subject, text: frame.email(news).join('\n\n') }
    case 'whatsapp':
      return { subject: '', text: frame.whatsapp(news).join('\n\n') }
    case 'sms':
      return { subject: '', text: frame.sms(short) }
    case 'letter':
      return { subject: letter.subject, text: frame.letter(letter.body).join('\n\n') }
  }
}
