import en from '../texts/en/notice-texts.json'
import id from '../texts/id/notice-texts.json'
import { inBoth } from './wording.ts'

/** It is loaded with the pages of these texts. */
export const noticeTexts = inBoth({ id, en })
