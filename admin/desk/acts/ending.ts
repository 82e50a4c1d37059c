import { html, nothing } from 'lit'
import type { DeclineReason } from '../../api/wire.ts'
import dutiesWording from '../../texts/duties.json'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import { type ActForm, fieldOf, writtenIn } from './act-form.ts'
import { becomes, clockStarts, handlingClock, reporterIsNotified } from './consequences.ts'
import { improvementFields, improvementIn } from './improving.ts'

/** The office cannot follow this up: it says why, and where to go. */
export const declineForm: ActForm<'decline'> = {
  fields(scene) {
    const { privacy } = scene.case
    const { acts, common, vocabulary } = scene.wording
    return html`
      ${selectField({
        ...fieldOf(scene, 'reason'),
        label: acts.declineReason,
        options: [
          { value: '', label: common.choose },
          ...Object.entries(vocabulary.declineReasons)
            .filter(([value]) => value !== 'no_identity_not_grounded' || privacy === 'anonymous')
            .map(([value, label]) => ({ value, label })),
        ],
      })}
      ${textField({
        ...fieldOf(scene, 'text', 'message'),
        label: acts.declineText,
        rows: 5,
      })}
      ${textField({
        ...fieldOf(scene, 'elsewhere', 'reason'),
        label: acts.elsewhere,
        hint: acts.elsewhereHint,
        rows: 2,
      })}
    `
  },
  consequences(scene) {
    const { wording } = scene
    return [
      becomes('declined', scene),
      reporterIsNotified(scene),
      { icon: 'clock', text: wording.consequences.clocksEnd },
      clockStarts('objection_window', scene),
      { icon: 'people', text: wording.consequences.otherDecides },
    ]
  },
  body: (written) => ({
    reason: textIn(written, 'reason') as DeclineReason,
    text: textIn(written, 'text'),
    elsewhere: textIn(written, 'elsewhere'),
  }),
}

/** An answered case is done. */
export const closeForm: ActForm<'close'> = {
  fields(scene) {
    const { acts, common } = scene.wording
    return html`
      ${scene.case.owesImprovement ? improvementFields(scene) : nothing}
      ${textField({
        ...fieldOf(scene, 'text', 'reason'),
        label: acts.closeText,
        optional: common.optional,
        rows: 3,
      })}
    `
  },
  consequences(scene) {
    const { wording } = scene
    return [
      becomes('closed', scene),
      reporterIsNotified(scene),
      { icon: 'clock', text: wording.consequences.objectionOpen },
    ]
  },
  body: (written, scene) => ({
    text: optionalTextIn(written, 'text'),
    ...(scene.case.owesImprovement && improvementIn(written, scene)),
  }),
}

/** Somebody other than the one who answered decides what the reporter objected to. */
export const decideObjectionForm: ActForm<'decide-objection'> = {
  fields(scene) {
    const { case: current, wording } = scene
    const { acts } = wording
    return html`
      ${radioField({
        ...fieldOf(scene, 'upheld'),
        label: acts.upheld,
        options: [
          { value: 'yes', label: acts.upheldYes, hint: acts.upheldYesHint },
          { value: 'no', label: acts.upheldNo, hint: acts.upheldNoHint },
        ],
      })}
      ${textField({
        ...fieldOf(scene, 'text', 'message'),
        label: acts.decisionText,
        rows: 5,
      })}
      ${
        current.decidesOnOwnAnswer
          ? textField({
              ...fieldOf(scene, 'ownReason', 'reason'),
              label: dutiesWording(wording).ownReason,
              hint: dutiesWording(wording).ownReasonHint,
              rows: 2,
            })
          : nothing
      }
    `
  },
  consequences(scene) {
    const { wording, written } = scene
    const notified = reporterIsNotified(scene)
    const decision = writtenIn(written, 'upheld')
    if (decision === 'yes')
      return [becomes('in_progress', scene), notified, clockStarts(handlingClock(scene.case), scene)]
    if (decision === 'no') {
      return [
        becomes(scene.case.declined ? 'declined' : 'closed', scene),
        notified,
        { icon: 'clock', text: wording.consequences.clocksEnd },
        { icon: 'alert', text: wording.consequences.final },
      ]
    }
    return [notified]
  },
  body: (written) => ({
    ...{ upheld: written.get('upheld') === 'yes', text: textIn(written, 'text') },
    ownReason: optionalTextIn(written, 'ownReason'),
  }),
}
