import en from '../texts/en/question.json'
import id from '../texts/id/question.json'
import { inBoth } from './wording.ts'

export const questionWording = inBoth({ id, en })
