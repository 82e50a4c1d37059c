import type { statistics } from '../../wording/id/statistics.ts'
import type { Language, Wording } from '../../wording/wording.ts'

/** With what is said where a unit is shown in numbers; that comes with its page, so that the desk opens sooner. */
export type StatisticsWording = Wording & { readonly statistics: typeof statistics }

const sources: Readonly<Record<Language, () => Promise<Pick<StatisticsWording, 'statistics'>>>> = {
  id: () => import('../../wording/id/statistics.ts'),
  en: () => import('../../wording/en/statistics.ts'),
}

export const statisticsWordsIn = async (wording: Wording): Promise<StatisticsWording> => ({
  ...wording,
  ...(await sources[wording.language]()),
})
