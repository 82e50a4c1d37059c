import type { Language } from '../vocabulary.ts'

/** The last line of a mail whose answers nobody reads. */
export const noReplyLine: Readonly<Record<Language, string>> = {
  id: 'Surel ini dikirim otomatis. Mohon tidak membalas karena balasan tidak dibaca petugas.',
  en: 'This e-mail was sent automatically. Please do not reply: nobody would read your answer.',
}

const replyLine: Readonly<Record<Language, string>> = {
  id: 'Surel ini dikirim otomatis. Anda dapat membalasnya: balasan dan lampirannya masuk ke pengaduan ini.',
  en: 'This e-mail was sent automatically. You may reply: your answer and what you attach go to this complaint.',
}

/** Says that answers are read; it is added to a tenant's own text too. */
export const withReplyLine = (text: string, language: Language): string =>
  `${text.replace(noReplyLine[language], '').trimEnd()}\n\n${replyLine[language]}`
