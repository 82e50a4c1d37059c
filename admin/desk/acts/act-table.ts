import type { StaffAct } from '../../../service/contract/acts.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { ActForm } from './act-form.ts'
import { answerForm, proposeAnswerForm, returnAnswerForm } from './answering.ts'
import { askForCompletionForm } from './ask-for-completion.ts'
import { correctForm } from './correct.ts'
import { dispatchForm } from './dispatch.ts'
import { closeForm, decideObjectionForm, declineForm } from './ending.ts'
import { addReferenceForm, forwardForm, recallForwardForm } from './forwarding.ts'
import { checkImprovementForm, nameImprovementForm, recordCallForm } from './improving.ts'
import { unmergeForm } from './merging.ts'
import { redactForm } from './redact.ts'
import { splitForm } from './split.ts'
import { explainDelayForm, extendForm, pauseForm, resumeForm } from './time-limits.ts'
import { transcribeForm } from './transcribe.ts'
import { verifyForm } from './verify.ts'

/** Acts with a panel of their own, as the act bar orders them. Messages, notes and labels have their place on the page, merging a page of its own. */
export const actForms = {
  verify: verifyForm,
  dispatch: dispatchForm,
  answer: answerForm,
  'propose-answer': proposeAnswerForm,
  'return-answer': returnAnswerForm,
  'decide-objection': decideObjectionForm,
  close: closeForm,
  transcribe: transcribeForm,
  'name-improvement': nameImprovementForm,
  'check-improvement': checkImprovementForm,
  'record-call': recordCallForm,
  'ask-for-completion': askForCompletionForm,
  'explain-delay': explainDelayForm,
  extend: extendForm,
  pause: pauseForm,
  resume: resumeForm,
  correct: correctForm,
  redact: redactForm,
  'add-reference': addReferenceForm,
  'recall-forward': recallForwardForm,
  forward: forwardForm,
  split: splitForm,
  unmerge: unmergeForm,
  decline: declineForm,
} as const satisfies { readonly [Act in Exclude<StaffAct, 'message' | 'note' | 'set-label' | 'merge'>]: ActForm<Act> }

export type PanelAct = keyof typeof actForms

export const panelActs = keysOf(actForms)
