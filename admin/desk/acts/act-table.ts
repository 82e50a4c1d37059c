import type { StaffAct } from '../../../service/contract/acts.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { IconName } from '../../ui/icons.ts'
import type { ActForm } from './act-form.ts'
import type { actForms } from './act-forms.ts'

type Forms = typeof actForms

/** How the act bar shows an act, and the form that its panel draws. */
interface PanelRow<Act extends StaffAct> {
  readonly icon: IconName
  /** `next`: the act brings the case on. `end`: it ends the case here, so it stands after the usual ones. `rare`: it only puts something right, and stands last. */
  readonly weight: 'next' | 'usual' | 'end' | 'rare'
  /** The form's name; the forms themselves come with the panel. */
  readonly form: { [Name in keyof Forms]: Forms[Name] extends ActForm<Act> ? Name : never }[keyof Forms]
}

/** Acts with a panel of their own, as the act bar orders them. Messages, notes and labels have their place on the page, merging a page of its own. */
export const actTable = {
  verify: { icon: 'check', weight: 'next', form: 'verifyForm' },
  dispatch: { icon: 'person', weight: 'next', form: 'dispatchForm' },
  answer: { icon: 'send', weight: 'next', form: 'answerForm' },
  'propose-answer': { icon: 'edit', weight: 'next', form: 'proposeAnswerForm' },
  'return-answer': { icon: 'returned', weight: 'usual', form: 'returnAnswerForm' },
  'decide-objection': { icon: 'shield', weight: 'next', form: 'decideObjectionForm' },
  close: { icon: 'check', weight: 'next', form: 'closeForm' },
  transcribe: { icon: 'edit', weight: 'next', form: 'transcribeForm' },
  'name-improvement': { icon: 'edit', weight: 'next', form: 'nameImprovementForm' },
  'check-improvement': { icon: 'check', weight: 'next', form: 'checkImprovementForm' },
  'record-call': { icon: 'chat', weight: 'next', form: 'recordCallForm' },
  'ask-for-completion': { icon: 'question', weight: 'usual', form: 'askForCompletionForm' },
  'explain-delay': { icon: 'chat', weight: 'usual', form: 'explainDelayForm' },
  extend: { icon: 'add', weight: 'rare', form: 'extendForm' },
  pause: { icon: 'pause', weight: 'rare', form: 'pauseForm' },
  resume: { icon: 'clock', weight: 'next', form: 'resumeForm' },
  correct: { icon: 'edit', weight: 'rare', form: 'correctForm' },
  redact: { icon: 'hidden', weight: 'rare', form: 'redactForm' },
  'keep-confidential': { icon: 'shield', weight: 'rare', form: 'keepConfidentialForm' },
  'add-reference': { icon: 'note', weight: 'usual', form: 'addReferenceForm' },
  'recall-forward': { icon: 'returned', weight: 'usual', form: 'recallForwardForm' },
  forward: { icon: 'send', weight: 'end', form: 'forwardForm' },
  split: { icon: 'copy', weight: 'rare', form: 'splitForm' },
  unmerge: { icon: 'copy', weight: 'end', form: 'unmergeForm' },
  decline: { icon: 'close', weight: 'end', form: 'declineForm' },
} as const satisfies { readonly [Act in Exclude<StaffAct, 'message' | 'note' | 'set-label' | 'merge'>]: PanelRow<Act> }

export type PanelAct = keyof typeof actTable

export const panelActs = keysOf(actTable)
