import { register } from '../../element/register.ts'
import { AduanLocation } from './questions-step.ts'

register('aduan-location', AduanLocation)

export { findAnswerProblems, listAnswers, readAnswers, renderQuestions } from './questions-step.ts'
