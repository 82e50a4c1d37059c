import en from '../texts/en/papers.json'
import id from '../texts/id/papers.json'
import { inBoth } from './wording.ts'

/** Wording of the papers of a case. It comes with the case and the page of a paper. */
export const papersWording = inBoth({ id, en })
