import type { NoticeChannel } from '../notice-vocabulary.ts'
import type { MessageText } from './message-text.ts'
import { smsParts } from './sms-parts.ts'

/** Characters in a filled text. WhatsApp takes no more; a longer letter would not be read. */
export const longestText: Readonly<Record<NoticeChannel, number>> = {
  email: 5_000,
  whatsapp: 4_096,
  sms: 1_000,
  letter: 8_000,
}

/** Telephones show less, and some mail servers cut there. */
export const longestSubject = 150

/** Each part costs money, and some gateways refuse more. */
export const mostSmsParts = 4

export const hasSubject = (channel: NoticeChannel): boolean => channel === 'email' || channel === 'letter'

export function tooLong(channel: NoticeChannel, { subject, text }: MessageText): ('subject' | 'text')[] {
  const isLongText = text.length > longestText[channel] || (channel === 'sms' && smsParts(text).parts > mostSmsParts)
  return [
    ...(subject.length > longestSubject ? (['subject'] as const) : []),
    ...(isLongText ? (['text'] as const) : []),
  ]
}
