import { html } from 'lit/html.js'
import { listFields } from '../draft/asked-fields.ts'
import type { Form } from '../form/form.ts'
import { renderTextField } from '../form/text-field.ts'

/** Asks what happened, when, where, by whom, and what the reporter hopes for. */
export function renderStoryStep(form: Form) {
  // Without it the story is written.
  import('../aloud/index.ts').catch(() => {})
  return html`
  <p class="lead">${form.wording.story.hint}</p>
  <aduan-aloud .form=${form}></aduan-aloud>
  ${listFields('story', form.draft, form.unit).map((field) => renderTextField(form, field))}
`
}
