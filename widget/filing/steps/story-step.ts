import { html } from 'lit/html.js'
import { askedFields } from '../draft/asked-fields.ts'
import type { Form } from '../form/form.ts'
import { textField } from '../form/text-field.ts'

/** What happened, when, where, by whom, and what the reporter hopes for. */
export const storyStep = (form: Form) => html`
  <p class="lead">${form.messages.story.hint}</p>
  ${askedFields('story', form.draft, form.unit).map((field) => textField(form, field))}
`
