import { nothing } from 'lit/html.js'
import type { StepName } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'
import { renderCategoryStep } from './category-step.ts'
import { renderIdentityStep } from './identity-step.ts'
import { renderProcedureStep } from './procedure-step.ts'
import { renderReviewStep } from './review-step.ts'
import { renderStoryStep } from './story-step.ts'

/** Draws the current step. The form draws the evidence part itself, because it outlives its step. */
export function renderStep(form: Form, goTo: (step: StepName) => void) {
  switch (form.draft.step) {
    case 'procedure':
      return renderProcedureStep(form)
    case 'category':
      return renderCategoryStep(form)
    case 'questions':
      return form.questions?.renderQuestions(form)
    case 'story':
      return renderStoryStep(form)
    case 'evidence':
      return nothing
    case 'identity':
      return renderIdentityStep(form)
    case 'review':
      return renderReviewStep(form, goTo)
  }
}
