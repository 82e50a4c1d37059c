import { noticeWording as en } from './en/notice-wording.ts'
import { noticeWording as id } from './id/notice-wording.ts'
import type { Wording } from './wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

/** It is loaded with the pages of these texts. */
export const noticeTexts = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
