import en from '../../texts/en/notice-defaults.json' with { type: 'json' }
import id from '../../texts/id/notice-defaults.json' with { type: 'json' }
import type { DisclosureLevel, NoticeChannel, NoticeEvent } from '../notice-vocabulary.ts'
import type { Language } from '../vocabulary.ts'
import type { MessageText } from './message-text.ts'
import { noReplyLine } from './reply-line.ts'

interface EventWords {
  readonly subject: string
  readonly news: string
  /** One sentence for a telephone, without the link; without it the subject is used. */
  readonly short?: string
  /** A further paragraph, where the channel may carry content. */
  readonly further?: string
  readonly letter: { readonly subject: string; readonly body: string }
}

interface DefaultWords {
  readonly events: Readonly<Record<NoticeEvent, EventWords>>
  readonly email: string
  readonly whatsapp: string
  /** It uses only the plain SMS alphabet, and fits two messages. */
  readonly sms: string
  /** It leaves out letterhead, address, date and signature, which every letter has. */
  readonly letter: string
}

/** What a unit edits, so that its places are filled by the unit's rules and not as messages of the service. */
const words: Readonly<Record<Language, DefaultWords>> = { id, en }

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
      return { subject, text: `${put(frame.email, '{news}', news)}\n\n${noReplyLine[language]}` }
    case 'whatsapp':
      return { subject: '', text: put(frame.whatsapp, '{news}', news) }
    case 'sms':
      return { subject: '', text: put(frame.sms, '{short}', short) }
    case 'letter':
      return { subject: letter.subject, text: put(frame.letter, '{body}', letter.body) }
  }
}

const put = (frame: string, place: string, text: string): string => frame.replace(place, () => text)
