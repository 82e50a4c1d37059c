import { html } from 'lit/html.js'
import type { PrivacyChoice } from '../../../service/offices/vocabulary.ts'
import { withPrivacy } from '../draft/draft.ts'
import { choiceCards } from '../form/choice-cards.ts'
import type { Form } from '../form/form.ts'
import { privacyNotice } from './privacy-notice.ts'

/** The unit's rules, and the privacy choice before anything is typed. */
export function procedureStep(form: Form) {
  const { messages, unit } = form
  return html`
    <section class="rules">
      <h3>${unit.procedure.title}</h3>
      <ol>
        ${unit.procedure.rules.map((rule) => html`<li>${rule}</li>`)}
      </ol>
    </section>
    ${choiceCards(form, {
      name: 'privacy',
      question: messages.procedure.privacy,
      hint: messages.procedure.privacyHint,
      choices: unit.privacyChoices.map(({ choice, ...rest }) => ({ value: choice, ...rest })),
      choose: (choice) => form.change(withPrivacy(form.draft, choice as PrivacyChoice)),
    })}
    ${privacyNotice(form)}
  `
}
