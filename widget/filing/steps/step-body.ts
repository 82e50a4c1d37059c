import { nothing } from 'lit/html.js'
import type { StepName } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'
import { categoryStep } from './category-step.ts'
import { identityStep } from './identity-step.ts'
import { procedureStep } from './procedure-step.ts'
import { reviewStep } from './review-step.ts'
import { storyStep } from './story-step.ts'

/** What a step asks. The evidence part is drawn by the form itself, because it outlives its step. */
export function stepBody(form: Form, goTo: (step: StepName) => void) {
  switch (form.draft.step) {
    case 'procedure':
      return procedureStep(form)
    case 'category':
      return categoryStep(form)
    case 'questions':
      return form.questions?.questionsStep(form)
    case 'story':
      return storyStep(form)
    case 'evidence':
      return nothing
    case 'identity':
      return identityStep(form)
    case 'review':
      return reviewStep(form, goTo)
  }
}
