import type { DisclosureLevel, NoticeChannel, NoticeEvent } from '../notice-vocabulary.ts'
import type { Language } from '../vocabulary.ts'
import { defaultsEn } from './defaults-en.ts'
import { defaultsId } from './defaults-id.ts'
import type { MessageText } from './message-text.ts'
import type { DefaultWords } from './model.ts'

const words: Readonly<Record<Language, DefaultWords>> = { id: defaultsId, en: defaultsEn }

/**
 * Returns the default text with its places unfilled. Only e-mail and letters have a subject.
 * @param level how much the channel may reveal; what it may not is not in the text
 */
export function defaultText(
  event: NoticeEvent,
  channel: NoticeChannel,
  language: Language,
  level: DisclosureLevel = 'number_and_link',
): MessageText {
  const frame = words[language]
  const { subject, news: first, short = `${subject}.`, further, letter } = frame.events[event]
  const news = further && level === 'with_content' ? `${first}\n\n${further}` : first
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
