import { html } from 'lit'
import type { Section } from './section.ts'

/** Whether a password alone opens the unit to its staff. */
export const signInSection: Section = {
  id: 'sign-in',
  title: (wording) => wording.settings.signIn.title,
  render({ settings, wording, change }) {
    const { signIn } = wording.settings
    return html`<label class="choice">
      <input type="checkbox" name="requireSecondFactor" .checked=${settings.requireSecondFactor}
        @change=${(event: Event) => change({ requireSecondFactor: (event.target as HTMLInputElement).checked })}>
      <span>${signIn.require}<span class="hint">${signIn.consequence}</span></span>
    </label>`
  },
}
