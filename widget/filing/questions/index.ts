import { register } from '../../element/register.ts'
import { AduanLocation } from './aduan-location.ts'

register('aduan-location', AduanLocation)

export { listAnswers } from './answer-text.ts'
export { readAnswers } from './asked-here.ts'
export { findAnswerProblems } from './find-answer-problems.ts'
export { renderQuestions } from './questions-step.ts'
