import type { StaffAct } from '../../../service/contract/acts.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { IconName } from '../../ui/icons.ts'
import type { ActForm } from './act-form.ts'
import type { actForms } from './act-forms.ts'

type Forms = typeof actForms

/** How the act bar shows an act, and the form that its panel draws. */
interface PanelRow<Act extends StaffAct> {
  readonly icon: IconName
  /** `end`: the act ends the case here, so it stands after the usual ones. */
  readonly weight: 'usual' | 'end'
  /** The form's name; the forms themselves come with the panel. */
  readonly form: { [Name in keyof Forms]: Forms[Name] extends ActForm<Act> ? Name : never }[keyof Forms]
}

/** Acts with a panel of their own, as the act bar orders them. Messages, notes and labels have their place on the page, merging a page of its own. */
export const actTable = {
  verify: { icon: 'check', weight: 'usual', form: 'verifyForm' },
  dispatch: { icon: 'person', weight: 'usual', form: 'dispatchForm' },
  answer: { icon: 'send', weight: 'usual', form: 'answerForm' },
  'propose-answer': { icon: 'edit', weight: 'usual', form: 'proposeAnswerForm' },
  'return-answer': { icon: 'returned', weight: 'usual', form: 'returnAnswerForm' },
  'decide-objection': { icon: 'shield', weight: 'usual', form: 'decideObjectionForm' },
  close: { icon: 'check', weight: 'usual', form: 'closeForm' },
  transcribe: { icon: 'edit', weight: 'usual', form: 'transcribeForm' },
  'name-improvement': { icon: 'edit', weight: 'usual', form: 'nameImprovementForm' },
  'check-improvement': { icon: 'check', weight: 'usual', form: 'checkImprovementForm' },
  'record-call': { icon: 'chat', weight: 'usual', form: 'recordCallForm' },
  'ask-for-completion': { icon: 'question', weight: 'usual', form: 'askForCompletionForm' },
  'explain-delay': { icon: 'chat', weight: 'usual', form: 'explainDelayForm' },
  extend: { icon: 'add', weight: 'usual', form: 'extendForm' },
  pause: { icon: 'pause', weight: 'usual', form: 'pauseForm' },
  resume: { icon: 'clock', weight: 'usual', form: 'resumeForm' },
  correct: { icon: 'edit', weight: 'usual', form: 'correctForm' },
  redact: { icon: 'hidden', weight: 'usual', form: 'redactForm' },
  'keep-confidential': { icon: 'shield', weight: 'usual', form: 'keepConfidentialForm' },
  'add-reference': { icon: 'note', weight: 'usual', form: 'addReferenceForm' },
  'recall-forward': { icon: 'returned', weight: 'usual', form: 'recallForwardForm' },
  forward: { icon: 'send', weight: 'end', form: 'forwardForm' },
  split: { icon: 'copy', weight: 'usual', form: 'splitForm' },
  unmerge: { icon: 'copy', weight: 'end', form: 'unmergeForm' },
  decline: { icon: 'close', weight: 'end', form: 'declineForm' },
} as const satisfies { readonly [Act in Exclude<StaffAct, 'message' | 'note' | 'set-label' | 'merge'>]: PanelRow<Act> }

export type PanelAct = keyof typeof actTable

export const panelActs = keysOf(actTable)
