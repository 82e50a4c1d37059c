import { html, nothing } from 'lit'
import type { DeclineReason } from '../../api/wire.ts'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import { dutiesWording } from '../../wording/duties-wording.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { becomes, clockStarts, handlingClock, reporterIsNotified } from './consequences.ts'
import { improvementFields, improvementIn } from './improving.ts'

/** The office cannot follow this up: it says why, and where to go. */
export const declineForm: ActForm<'decline'> = {
  fields({ case: { privacy }, unit, wording: { acts, common, vocabulary }, written, errors }) {
    return html`
      ${selectField({
        name: 'reason',
        label: acts.declineReason,
        value: writtenIn(written, 'reason'),
        error: errors.reason,
        options: [
          { value: '', label: common.choose },
          ...Object.entries(vocabulary.declineReasons)
            .filter(([value]) => value !== 'no_identity_not_grounded' || privacy === 'anonymous')
            .map(([value, label]) => ({ value, label })),
        ],
      })}
      ${textField({
        name: 'text',
        label: acts.declineText,
        rows: 5,
        limit: limitOf(unit, 'message'),
        value: writtenIn(written, 'text'),
        error: errors.text,
      })}
      ${textField({
        name: 'elsewhere',
        label: acts.elsewhere,
        hint: acts.elsewhereHint,
        rows: 2,
        limit: limitOf(unit, 'reason'),
        value: writtenIn(written, 'elsewhere'),
        error: errors.elsewhere,
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
    const { unit, wording, written, errors } = scene
    const { acts, common } = wording
    return html`
      ${scene.case.owesImprovement ? improvementFields(scene) : nothing}
      ${textField({
        name: 'text',
        label: acts.closeText,
        optional: common.optional,
        rows: 3,
        limit: limitOf(unit, 'reason'),
        value: writtenIn(written, 'text'),
        error: errors.text,
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
  fields({ case: current, unit, wording, written, errors }) {
    const { acts } = wording
    return html`
      ${radioField({
        name: 'upheld',
        label: acts.upheld,
        value: writtenIn(written, 'upheld'),
        error: errors.upheld,
        options: [
          { value: 'yes', label: acts.upheldYes, hint: acts.upheldYesHint },
          { value: 'no', label: acts.upheldNo, hint: acts.upheldNoHint },
        ],
      })}
      ${textField({
        name: 'text',
        label: acts.decisionText,
        rows: 5,
        limit: limitOf(unit, 'message'),
        value: writtenIn(written, 'text'),
        error: errors.text,
      })}
      ${
        current.decidesOnOwnAnswer
          ? textField({
              name: 'ownReason',
              label: dutiesWording(wording).ownReason,
              hint: dutiesWording(wording).ownReasonHint,
              rows: 2,
              limit: limitOf(unit, 'reason'),
              value: writtenIn(written, 'ownReason'),
              error: errors.ownReason,
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
