import { html, nothing } from 'lit'
import type { StaffList } from '../../api/wire.ts'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, fieldOf, type Scene, writtenIn } from './act-form.ts'
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

function groundedFields(scene: Scene) {
  const { written, errors } = scene
  const { acts } = scene.wording
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
              ...fieldOf(scene, 'because', 'reason'),
              label: acts.groundedBecause,
              hint: acts.groundedBecauseHint,
              rows: 3,
            })
      }
    `
}

/** A person who may dispatch names the handler at once, which spares a second panel. */
function handlerField(scene: Scene, handlers: StaffList['items']) {
  const { acts, common } = scene.wording
  return selectField({
    ...fieldOf(scene, 'handler'),
    label: acts.dispatchAtOnce,
    optional: common.optional,
    options: [
      { value: '', label: acts.dispatchLater },
      ...handlers.map(({ id, name, position }) => ({ value: id, label: `${name} · ${position}` })),
    ],
  })
}
