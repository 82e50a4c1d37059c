import { html, nothing } from 'lit'
import type { DispatchInstruction } from '../../api/wire.ts'
import { checksField, selectField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'
import { type ActForm, limitOf, type Scene, writtenIn } from './act-form.ts'
import { reporterIsNotNotified, reporterSees, statusStays } from './consequences.ts'
import { handlerOptions, nameHandler } from './handler-options.ts'

const isFull = ({ handlers, written }: Scene): boolean =>
  handlers?.some(({ id, isFull }) => isFull && id === writtenIn(written, 'handler')) ?? false

const instructionOptions = ({ vocabulary }: Wording) =>
  Object.entries(vocabulary.dispatchInstructions).map(([value, label]) => ({ value, label }))

/** The order for one person: boxes as on the paper slip, a text, a date. @param of ends the names of the fields */
function askedFields({ case: current, unit, wording, written, errors }: Scene, of: string) {
  const { acts, common } = wording
  const text = `instruction${of}`
  const begun = of === '' ? (current.instruction ?? '') : ''
  return html`
    ${checksField({
      name: `instructions${of}`,
      label: acts.instructions,
      optional: common.optional,
      values: written.getAll(`instructions${of}`).map(String),
      options: instructionOptions(wording),
    })}
    ${textField({
      name: text,
      label: acts.instruction,
      hint: acts.instructionHint,
      optional: common.optional,
      rows: of === '' ? 4 : 2,
      limit: limitOf(unit, 'note'),
      value: written.has(text) ? writtenIn(written, text) : begun,
      error: errors[text],
    })}
    ${textField({
      name: `dueOn${of}`,
      label: acts.dueOn,
      optional: common.optional,
      type: 'date',
      value: writtenIn(written, `dueOn${of}`),
      error: errors[`dueOn${of}`],
    })}
  `
}

const askedIn = (written: FormData, of: string) => ({
  instructions: written.getAll(`instructions${of}`) as DispatchInstruction[],
  instruction: optionalTextIn(written, `instruction${of}`),
  dueOn: optionalTextIn(written, `dueOn${of}`),
})

/** Hands the case to one who leads, and to others who assist, each with an instruction of their own. */
export const dispatchForm: ActForm<'dispatch'> = {
  fields(scene) {
    const { case: current, handlers, helpers, wording, written, errors } = scene
    const { acts, common } = wording
    const chosen = writtenIn(written, 'handler') || (current.handler?.id ?? '')
    const assisting = written.getAll('assistants').map(String)
    const others = (helpers ?? []).filter(({ id }) => id !== chosen)
    return html`
      ${handlers && helpers ? nothing : html`<p class="error">${icons.alert}${acts.handlersFailed}</p>`}
      ${selectField({
        name: 'handler',
        label: acts.handler,
        value: chosen,
        error: errors.handler,
        options: [{ value: '', label: common.choose }, ...handlerOptions(handlers ?? [], wording)],
      })}
      ${askedFields(scene, '')}
      ${
        others.length === 0
          ? nothing
          : checksField({
              name: 'assistants',
              label: acts.assistants,
              hint: acts.assistantsHint,
              optional: common.optional,
              error: errors.assistants,
              values: assisting,
              options: others.map((one) => ({
                value: one.id,
                label: nameHandler(one),
                more: assisting.includes(one.id)
                  ? html`<div class="asked" role="group" aria-label=${nameHandler(one)}>${askedFields(scene, `-${one.id}`)}</div>`
                  : undefined,
              })),
            })
      }
    `
  },
  mistakes: ({ written, wording: { acts } }) =>
    written.getAll('assistants').length > MOST_ASSISTANTS
      ? { assistants: acts.assistantsTooMany({ most: MOST_ASSISTANTS }) }
      : {},
  consequences(scene) {
    const { wording } = scene
    return [
      ...(isFull(scene) ? [{ icon: 'alert', text: wording.consequences.aboveMost } as const] : []),
      statusStays(scene),
      { icon: 'list', text: wording.consequences.handlerSees },
      reporterSees(wording.consequences.dispatchSeen),
      reporterIsNotNotified(scene),
    ]
  },
  body(written, scene) {
    const handler = textIn(written, 'handler')
    const assistants = written.getAll('assistants').map(String)
    return {
      handler,
      ...(isFull(scene) && { aboveMost: true }),
      ...askedIn(written, ''),
      assistants: assistants
        .filter((staff) => staff !== handler)
        .map((staff) => ({ staff, ...askedIn(written, `-${staff}`) })),
    }
  },
}

/** A slip has room for one who leads and these. */
const MOST_ASSISTANTS = 7
