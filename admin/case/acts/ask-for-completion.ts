import { html } from 'lit'
import type { CompletionItem } from '../../api/wire.ts'
import { checksField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { becomes, clockStarts, clocksStop, reporterIsTold } from './consequences.ts'

const itemsIn = (written: FormData) => written.getAll('items') as CompletionItem[]

/** Asks the reporter for exactly the things that are missing. */
export const askForCompletionForm: ActForm<'ask-for-completion'> = {
  icon: 'question',
  weight: 'usual',
  fields({ unit, words: { acts, vocabulary }, written, errors }) {
    return html`
      ${checksField({
        name: 'items',
        label: acts.items,
        values: itemsIn(written),
        error: errors.items,
        options: Object.entries(vocabulary.completionItems).map(([value, label]) => ({ value, label })),
      })}
      ${textField({
        name: 'text',
        label: acts.completionText,
        hint: acts.completionHint,
        rows: 5,
        limit: limitOf(unit, 'message'),
        value: writtenIn(written, 'text'),
        error: errors.text,
      })}
    `
  },
  mistakes({ written, words: { acts } }) {
    return itemsIn(written).length === 0 ? { items: acts.itemsMissing } : {}
  },
  consequences(scene) {
    const { words } = scene
    return [
      becomes('incomplete', scene),
      reporterIsTold(scene),
      ...clocksStop(['first_response'], scene),
      { icon: 'pause', text: words.consequences.clocksPause },
      clockStarts('completion', scene),
      { icon: 'alert', text: words.consequences.lapses },
    ]
  },
  body: (written) => ({ items: itemsIn(written), text: textIn(written, 'text') }),
}
