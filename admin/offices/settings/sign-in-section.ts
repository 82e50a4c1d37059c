import { html } from 'lit'
import { isTicked } from '../../ui/form.ts'
import { type Section, settingField } from './section.ts'

export const signInSection: Section = {
  id: 'sign-in',
  title: (wording) => wording.settings.signIn.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { signIn } = wording.settings
    const lock = settingField(scene, {
      path: 'lockAfterMinutes',
      label: signIn.lock,
      hint: signIn.lockHint,
      type: 'number',
      value: String(settings.lockAfterMinutes),
      written: (text) => change({ lockAfterMinutes: Number(text) }),
    })
    return html`<label class="choice">
      <input type="checkbox" name="requireSecondFactor" .checked=${settings.requireSecondFactor}
        @change=${(event: Event) => change({ requireSecondFactor: isTicked(event) })}>
      <span>${signIn.require}<span class="hint">${signIn.consequence}</span></span>
    </label>
    ${lock}`
  },
}
