import { html, nothing } from 'lit'
import type { Outcome } from '../../api/wire.ts'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import { type ActForm, fieldOf, limitOf, type Scene, writtenIn } from './act-form.ts'
import {
  becomes,
  clockStarts,
  clocksGoOn,
  clocksStop,
  handlingClock,
  reporterIsNotified,
  reporterIsNotNotified,
  reporterSees,
} from './consequences.ts'

/** Outcome and words of an answer; they begin with what was proposed before. */
function answerFields({ case: { proposal }, unit, wording: { acts, common, vocabulary }, written, errors }: Scene) {
  return html`
    ${selectField({
      name: 'outcome',
      label: acts.outcome,
      value: written.has('outcome') ? writtenIn(written, 'outcome') : (proposal?.outcome ?? ''),
      error: errors.outcome,
      options: [
        { value: '', label: common.choose },
        ...Object.entries(vocabulary.outcomes).map(([value, label]) => ({ value, label })),
      ],
    })}
    ${textField({
      name: 'text',
      label: acts.answerText,
      hint: acts.answerHint,
      rows: 7,
      limit: limitOf(unit, 'message'),
      value: written.has('text') ? writtenIn(written, 'text') : (proposal?.text ?? ''),
      error: errors.text,
    })}
  `
}

/** A handler puts an answer before the head. */
export const proposeAnswerForm: ActForm<'propose-answer'> = {
  fields: answerFields,
  consequences(scene) {
    const { wording } = scene
    return [
      becomes('awaiting_approval', scene),
      reporterSees(wording.consequences.waitingSeen),
      ...clocksGoOn([handlingClock(scene.case)], scene),
    ]
  },
  body: (written) => ({ outcome: textIn(written, 'outcome') as Outcome, text: textIn(written, 'text') }),
}

/** The head sends a proposal back. */
export const returnAnswerForm: ActForm<'return-answer'> = {
  fields(scene) {
    const { acts } = scene.wording
    return textField({
      ...fieldOf(scene, 'text', 'note'),
      label: acts.returnText,
      hint: acts.returnHint,
      rows: 4,
    })
  },
  consequences(scene) {
    return [
      becomes('in_progress', scene),
      reporterIsNotNotified(scene),
      ...clocksGoOn([handlingClock(scene.case)], scene),
    ]
  },
  body: (written) => ({ text: textIn(written, 'text') }),
}

/** The head answers: with the proposal as it is, or in other words. */
export const answerForm: ActForm<'answer'> = {
  fields(scene) {
    const { case: current, wording, written } = scene
    const { proposal } = current
    if (!proposal || current.status !== 'awaiting_approval') return answerFields(scene)
    const way = writtenIn(written, 'way') || 'as-is'
    return html`
      ${radioField({
        name: 'way',
        label: wording.acts.approval,
        value: way,
        options: [
          { value: 'as-is', label: wording.acts.approveAsIs, hint: wording.acts.approveAsIsHint },
          { value: 'rewrite', label: wording.acts.rewrite, hint: wording.acts.rewriteHint },
        ],
      })}
      ${
        way === 'as-is'
          ? html`<blockquote><strong>${proposal.outcomeLabel}</strong><p class="prose">${proposal.text}</p></blockquote>`
          : nothing
      }
      ${way === 'rewrite' ? answerFields(scene) : nothing}
    `
  },
  consequences(scene) {
    const { wording } = scene
    return [
      becomes('answered', scene),
      reporterIsNotified(scene),
      ...clocksStop([handlingClock(scene.case), 'first_response'], scene),
      clockStarts('objection_window', scene),
      { icon: 'people', text: wording.consequences.otherDecides },
    ]
  },
  body(written) {
    if (written.get('way') === 'as-is') return {}
    return { outcome: textIn(written, 'outcome') as Outcome, text: optionalTextIn(written, 'text') }
  },
}
