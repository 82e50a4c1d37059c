import { live as en } from '../messages/en/live.ts'
import { live as id } from '../messages/id/live.ts'
import type { Words } from '../messages/words.ts'

/** What is said of what others do meanwhile. It comes with the elements that say it. */
export const liveWords = ({ language }: Pick<Words, 'language'>): typeof id => (language === 'en' ? en : id)
