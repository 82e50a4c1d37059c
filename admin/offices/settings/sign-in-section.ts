import { html } from 'lit'
import { isTicked } from '../../ui/form.ts'
import type { Section } from './section.ts'

export const signInSection: Section = {
  id: 'sign-in',
  title: (wording) => wording.settings.signIn.title,
  render({ settings, wording, change }) {
    const { signIn } = wording.settings
    return html`<label class="choice">
      <input type="checkbox" name="requireSecondFactor" .checked=${settings.requireSecondFactor}
        @change=${(event: Event) => change({ requireSecondFactor: isTicked(event) })}>
      <span>${signIn.require}<span class="hint">${signIn.consequence}</span></span>
    </label>`
  },
}
