import type { statistics } from '../messages/id/statistics.ts'
import type { Language, Words } from '../messages/words.ts'

/** With what is said where a unit is shown in numbers; that comes with its page, so that the desk opens sooner. */
export type StatisticsWords = Words & { readonly statistics: typeof statistics }

const sources: Readonly<Record<Language, () => Promise<Pick<StatisticsWords, 'statistics'>>>> = {
  id: () => import('../messages/id/statistics.ts'),
  en: () => import('../messages/en/statistics.ts'),
}

export const statisticsWordsIn = async (words: Words): Promise<StatisticsWords> => ({
  ...words,
  ...(await sources[words.language]()),
})
