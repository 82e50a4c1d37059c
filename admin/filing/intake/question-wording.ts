import { questions as en } from '../../wording/en/questions.ts'
import { questions as id } from '../../wording/id/questions.ts'
import type { Wording } from '../../wording/wording.ts'

export const questionWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
