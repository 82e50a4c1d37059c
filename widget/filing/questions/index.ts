import { register } from '../../element/register.ts'
import { AduanLocation } from './aduan-location.ts'

register('aduan-location', AduanLocation)

export { answerLines } from './answer-words.ts'
export { answersOf } from './asked-here.ts'
export { findAnswerProblems } from './find-answer-problems.ts'
export { questionsStep } from './questions-step.ts'
