import { questions as en } from '../messages/en/questions.ts'
import { questions as id } from '../messages/id/questions.ts'
import type { Words } from '../messages/words.ts'

/** What is said about questions. It comes with the pages that ask or set them. */
export const questionWords = ({ language }: Pick<Words, 'language'>): typeof id => (language === 'en' ? en : id)
