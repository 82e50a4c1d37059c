import { papers as en } from './en/papers.ts'
import { papers as id } from './id/papers.ts'
import type { Wording } from './wording.ts'

/** Wording of the papers of a case. It comes with the case and the page of a paper. */
export const papersWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
