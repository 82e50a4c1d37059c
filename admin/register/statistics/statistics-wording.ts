import type { statistics } from '../../wording/id/statistics.ts'
import type { Language, Wording } from '../../wording/wording.ts'

/** The wording with the texts of a unit's numbers; these come with its page, so that the desk opens sooner. */
export type StatisticsWording = Wording & { readonly statistics: typeof statistics }

const sources: Readonly<Record<Language, () => Promise<Pick<StatisticsWording, 'statistics'>>>> = {
  id: () => import('../../wording/id/statistics.ts'),
  en: () => import('../../wording/en/statistics.ts'),
}

export const statisticsWordsIn = async (wording: Wording): Promise<StatisticsWording> => ({
  ...wording,
  ...(await sources[wording.language]()),
})
