import { html } from 'lit'
import { isTicked } from '../../ui/form.ts'
import { dutiesWording } from '../../wording/duties-wording.ts'
import type { Section } from './section.ts'

/** Asks who decides on an objection in a unit where only one person can. */
export const objectionsSection: Section = {
  id: 'objections',
  title: (wording) => dutiesWording(wording).setting,
  render({ settings, wording, change }) {
    const { settingAllow, settingText } = dutiesWording(wording)
    return html`<label class="choice">
      <input type="checkbox" name="allowsOwnDecision" .checked=${settings.allowsOwnDecision ?? false}
        @change=${(event: Event) => change({ allowsOwnDecision: isTicked(event) })}>
      <span>${settingAllow}<span class="hint">${settingText}</span></span>
    </label>`
  },
}
