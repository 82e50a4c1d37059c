import type { Language, NoticeChannel, NoticeEvent } from '../../complaints/vocabulary.ts'
import { defaultsEn } from './defaults-en.ts'
import { defaultsId } from './defaults-id.ts'
import type { MessageText } from './message-text.ts'

export interface EventWords {
  readonly subject: string
  readonly news: string
  /** One sentence for a telephone, without `{link}`; without it the subject is used. */
  readonly short?: string
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

const words: Readonly<Record<Language, DefaultWords>> = { id: defaultsId, en: defaultsEn }

/** Returns the default text with its places unfilled. Only e-mail and letters have a subject. */
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
