import { html, nothing } from 'lit'
import { selectField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { reporterIsNotTold, reporterSees, statusStays } from './consequences.ts'

/** Hands the case to one who handles it. */
export const dispatchForm: ActForm<'dispatch'> = {
  icon: 'person',
  weight: 'usual',
  fields({ case: current, unit, handlers, words: { acts, common }, written, errors }) {
    const chosen = writtenIn(written, 'handler') || (current.handler?.id ?? '')
    return html`
      ${handlers ? nothing : html`<p class="error">${icons.alert}${acts.handlersFailed}</p>`}
      ${selectField({
        name: 'handler',
        label: acts.handler,
        value: chosen,
        error: errors.handler,
        options: [
          { value: '', label: common.choose },
          ...(handlers ?? []).map(({ id, name, position }) => ({ value: id, label: `${name} · ${position}` })),
        ],
      })}
      ${textField({
        name: 'instruction',
        label: acts.instruction,
        hint: acts.instructionHint,
        optional: common.optional,
        rows: 4,
        limit: limitOf(unit, 'note'),
        value: written.has('instruction') ? writtenIn(written, 'instruction') : (current.instruction ?? ''),
        error: errors.instruction,
      })}
    `
  },
  consequences(scene) {
    const { words } = scene
    return [
      statusStays(scene),
      { icon: 'list', text: words.consequences.handlerSees },
      reporterSees(words.consequences.dispatchSeen),
      reporterIsNotTold(scene),
    ]
  },
  body: (written) => ({ handler: textIn(written, 'handler'), instruction: optionalTextIn(written, 'instruction') }),
}
