import { html } from 'lit/html.js'
import { choosePrivacy } from '../draft/draft.ts'
import { renderChoiceCards } from '../form/choice-cards.ts'
import type { Form } from '../form/form.ts'
import { renderPrivacyNotice } from './privacy-notice.ts'

/** Shows the rules of the unit, and asks for the privacy choice before anything is typed. */
export function renderProcedureStep(form: Form) {
  const { wording, unit } = form
  return html`
    <section class="rules">
      <h3>${unit.procedure.title}</h3>
      <ol>
        ${unit.procedure.rules.map((rule) => html`<li>${rule}</li>`)}
      </ol>
    </section>
    ${renderChoiceCards(form, {
      name: 'privacy',
      question: wording.procedure.privacy,
      hint: wording.procedure.privacyHint,
      choices: unit.privacyChoices.map(({ choice, ...rest }) => ({ value: choice, ...rest })),
      choose: (choice) => form.change(choosePrivacy(form.draft, choice)),
    })}
    ${renderPrivacyNotice(form)}
  `
}
