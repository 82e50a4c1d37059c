import { html, nothing } from 'lit'
import { radioField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { becomes, clockStarts, clocksStop, handlingClock, reporterIsNotified } from './consequences.ts'

/** Verification, with the decision that rule 5 of the procedure asks for where a complaint bears no identity. */
export const verifyForm: ActForm<'verify'> = {
  icon: 'check',
  weight: 'usual',
  fields({ case: { needsGroundedDecision }, unit, wording: { acts }, written, errors }) {
    if (!needsGroundedDecision) return html``
    const decision = writtenIn(written, 'wellFounded')
    return html`
      ${radioField({
        name: 'wellFounded',
        label: acts.grounded,
        value: decision,
        error: errors.wellFounded,
        options: [
          { value: 'yes', label: acts.groundedYes, hint: acts.groundedYesHint },
          { value: 'no', label: acts.groundedNo, hint: acts.groundedNoHint },
        ],
      })}
      ${
        decision === 'no'
          ? nothing
          : textField({
              name: 'because',
              label: acts.groundedBecause,
              hint: acts.groundedBecauseHint,
              rows: 3,
              limit: limitOf(unit, 'reason'),
              value: writtenIn(written, 'because'),
              error: errors.because,
            })
      }
    `
  },
  mistakes({ written, wording: { acts } }) {
    return writtenIn(written, 'wellFounded') === 'no' ? { wellFounded: acts.groundedRefused } : {}
  },
  consequences(scene) {
    if (writtenIn(scene.written, 'wellFounded') === 'no') return []
    return [
      becomes('in_progress', scene),
      reporterIsNotified(scene),
      ...clocksStop(['verification'], scene),
      clockStarts(handlingClock(scene.case), scene),
    ]
  },
  body(written) {
    const decision = writtenIn(written, 'wellFounded')
    return decision ? { grounded: { wellFounded: decision === 'yes', because: textIn(written, 'because') } } : {}
  },
}
