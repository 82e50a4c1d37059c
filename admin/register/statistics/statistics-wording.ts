import type { statistics } from '../../wording/id/statistics.ts'
import type { Language, Words } from '../../wording/wording.ts'

/** With what is said where a unit is shown in numbers; that comes with its page, so that the desk opens sooner. */
export type StatisticsWords = Words & { readonly statistics: typeof statistics }

const sources: Readonly<Record<Language, () => Promise<Pick<StatisticsWords, 'statistics'>>>> = {
  id: () => import('../../wording/id/statistics.ts'),
  en: () => import('../../wording/en/statistics.ts'),
}

export const statisticsWordsIn = async (words: Words): Promise<StatisticsWords> => ({
  ...words,
  ...(await sources[words.language]()),
})
