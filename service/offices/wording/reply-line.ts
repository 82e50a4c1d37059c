import en from '../../texts/en/notice-defaults.json' with { type: 'json' }
import id from '../../texts/id/notice-defaults.json' with { type: 'json' }
import type { Language } from '../vocabulary.ts'

/** The last line of a mail whose answers nobody reads. */
export const noReplyLine: Readonly<Record<Language, string>> = { id: id.noReply, en: en.noReply }

const replyLine: Readonly<Record<Language, string>> = { id: id.reply, en: en.reply }

/** Says that answers are read; it is added to a tenant's own text too. */
export const withReplyLine = (text: string, language: Language): string =>
  `${text.replace(noReplyLine[language], '').trimEnd()}\n\n${replyLine[language]}`
