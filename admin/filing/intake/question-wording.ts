import { questions as en } from '../../wording/en/questions.ts'
import { questions as id } from '../../wording/id/questions.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about questions. It comes with the pages that ask or set them. */
export const questionWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
