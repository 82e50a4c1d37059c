import type { figures } from '../wording/id/figures.ts'
import type { Language } from '../wording/wording.ts'

export type FiguresWording = typeof figures

const sources: Readonly<Record<Language, () => Promise<{ readonly figures: FiguresWording }>>> = {
  id: () => import('../wording/id/figures.ts'),
  en: () => import('../wording/en/figures.ts'),
}

/** Names of the figures; they come with the page or the filter that names one, so that the desk opens sooner. */
export const figuresWordsIn = async (language: Language): Promise<FiguresWording> => (await sources[language]()).figures
