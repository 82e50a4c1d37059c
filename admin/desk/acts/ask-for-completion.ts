import { html } from 'lit'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { CompletionItem } from '../../api/wire.ts'
import { checksField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { becomes, clockStarts, clocksStop, reporterIsNotified } from './consequences.ts'

const itemsIn = (written: FormData) => written.getAll('items') as CompletionItem[]

/** Begins with what the complaint lacks; what somebody chose stays as they chose it. */
function readItems(written: FormData, { coach }: CaseView): readonly CompletionItem[] {
  if (written.has('items') || written.has('text')) return itemsIn(written)
  return coach?.items.filter(({ lacking }) => lacking).map(({ item }) => item) ?? []
}

const lineOf = (sentence: string) => `- ${sentence}`

/** The words for these items, in the language of the case; what somebody wrote themselves stays. */
function wordsFor(items: readonly CompletionItem[], { coach }: CaseView, text: string): string {
  if (!coach) return text
  const ours = [coach.lead, ...coach.items.map(({ sentence }) => lineOf(sentence))]
  const isTheirs = text.split('\n').some((line) => line.trim() !== '' && !ours.includes(line.trim()))
  if (isTheirs) return text
  const lines = coach.items.filter(({ item }) => items.includes(item)).map(({ sentence }) => lineOf(sentence))
  return lines.length > 0 ? [coach.lead, ...lines].join('\n') : ''
}

/** Asks the reporter for exactly the things that are missing. */
export const askForCompletionForm: ActForm<'ask-for-completion'> = {
  fields({ case: current, unit, wording: { acts, vocabulary }, written, errors }) {
    const items = readItems(written, current)
    return html`
      ${checksField({
        name: 'items',
        label: acts.items,
        hint: acts.itemsHint,
        values: items,
        error: errors.items,
        options: Object.entries(vocabulary.completionItems).map(([value, label]) => ({ value, label })),
      })}
      ${textField({
        name: 'text',
        label: acts.completionText,
        hint: acts.completionHint,
        rows: 8,
        limit: limitOf(unit, 'message'),
        value: wordsFor(items, current, writtenIn(written, 'text')),
        error: errors.text,
      })}
    `
  },
  mistakes({ written, wording: { acts } }) {
    return itemsIn(written).length === 0 ? { items: acts.itemsMissing } : {}
  },
  consequences(scene) {
    const { wording } = scene
    return [
      becomes('incomplete', scene),
      reporterIsNotified(scene),
      ...clocksStop(['first_response'], scene),
      { icon: 'pause', text: wording.consequences.clocksPause },
      clockStarts('completion', scene),
      { icon: 'alert', text: wording.consequences.lapses },
    ]
  },
  body: (written) => ({ items: itemsIn(written), text: textIn(written, 'text') }),
}
