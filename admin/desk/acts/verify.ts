import { html, nothing } from 'lit'
import type { StaffList } from '../../api/wire.ts'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, limitOf, type Scene, writtenIn } from './act-form.ts'
import { becomes, clockStarts, clocksStop, handlingClock, reporterIsNotified } from './consequences.ts'

/** Verification, with the decision that rule 5 of the procedure asks for where a complaint bears no identity. */
export const verifyForm: ActForm<'verify'> = {
  fields(scene) {
    const isRefused = writtenIn(scene.written, 'wellFounded') === 'no'
    return html`${scene.case.needsGroundedDecision ? groundedFields(scene) : nothing}
    ${isRefused || !scene.handlers?.length || isSpread(scene) ? nothing : handlerField(scene, scene.handlers)}`
  },
  mistakes({ written, wording: { acts } }) {
    return writtenIn(written, 'wellFounded') === 'no' ? { wellFounded: acts.groundedRefused } : {}
  },
  consequences(scene) {
    if (writtenIn(scene.written, 'wellFounded') === 'no') return []
    return [
      becomes('in_progress', scene),
      ...(isSpread(scene) ? [{ icon: 'person', text: scene.wording.consequences.spread } as const] : []),
      reporterIsNotified(scene),
      ...clocksStop(['verification'], scene),
      clockStarts(handlingClock(scene.case), scene),
    ]
  },
  body(written) {
    const decision = writtenIn(written, 'wellFounded')
    const handler = writtenIn(written, 'handler')
    return {
      ...(decision && { grounded: { wellFounded: decision === 'yes', because: textIn(written, 'because') } }),
      ...(handler && { handler }),
    }
  },
}

/** The unit lets verified cases find their handler by themselves. */
const isSpread = ({ handlers }: Scene): boolean => handlers?.some(({ openCases }) => openCases !== undefined) ?? false

function groundedFields({ unit, wording: { acts }, written, errors }: Scene) {
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
}

/** A person who may dispatch names the handler at once, which spares a second panel. */
function handlerField({ wording: { acts, common }, written, errors }: Scene, handlers: StaffList['items']) {
  return selectField({
    name: 'handler',
    label: acts.dispatchAtOnce,
    optional: common.optional,
    error: errors.handler,
    value: writtenIn(written, 'handler'),
    options: [
      { value: '', label: acts.dispatchLater },
      ...handlers.map(({ id, name, position }) => ({ value: id, label: `${name} · ${position}` })),
    ],
  })
}
