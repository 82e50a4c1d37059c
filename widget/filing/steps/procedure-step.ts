import { html } from 'lit/html.js'
import { choosePrivacy } from '../draft/draft.ts'
import { renderChoiceCards } from '../form/choice-cards.ts'
import type { Form } from '../form/form.ts'
import { renderPolicyNote } from './policy-note.ts'

/** Asks for the privacy choice before anything is typed. The rules of the unit stand behind one line. */
export function renderProcedureStep(form: Form) {
  const { wording, unit } = form
  return html`
    ${renderChoiceCards(form, {
      name: 'privacy',
      question: wording.procedure.privacy,
      hint: '',
      choices: unit.privacyChoices.map(({ choice, ...rest }) => ({ value: choice, ...rest })),
      choose: (choice) => form.change(choosePrivacy(form.draft, choice)),
    })}
    ${renderPolicyNote(form)}
  `
}
