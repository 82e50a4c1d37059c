import type { NoticeChannel, NoticeEvent } from '../notice-vocabulary.ts'
import type { Language } from '../vocabulary.ts'
import { defaultsEn } from './defaults-en.ts'
import { defaultsId } from './defaults-id.ts'
import type { MessageText } from './message-text.ts'
import type { DefaultWords } from './model.ts'

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
