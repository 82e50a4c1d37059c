import type figures from '../texts/id/figures.json'
import type { Language } from '../wording/wording.ts'

export type FiguresWording = typeof figures

const sources: Readonly<Record<Language, () => Promise<{ readonly default: FiguresWording }>>> = {
  id: () => import('../texts/id/figures.json'),
  en: () => import('../texts/en/figures.json'),
}

/** Names of the figures; they come with the page or the filter that names one, so that the desk opens sooner. */
export const figuresWordsIn = async (language: Language): Promise<FiguresWording> => (await sources[language]()).default
