import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { beginWording } from '../../wording/begin-wording.ts'
import { type FoundSetting, findSettings } from './find-settings.ts'

/**
 * Finds a section of the settings by its words.
 * @fires setting-chosen - The section, to be opened.
 */
@customElement('settings-search')
export class SettingsSearch extends PageElement {
  static override styles = [PageElement.styles, fields]

  @property({ attribute: false }) sections: readonly FoundSetting[] = []
  @state() private asked = ''

  override render() {
    const { search, words } = beginWording(this.wording)
    const found = findSettings(this.sections, words, this.asked)
    return html`<search>
      ${textField({
        ...{ name: 'setting', label: search.label, hint: search.hint, value: this.asked, optional: '' },
        written: (asked) => {
          this.asked = asked
        },
      })}
      <ul class="plain" aria-live="polite">
        ${found.map(
          (one) =>
            html`<li><button type="button" class="quiet" @click=${() => this.choose(one)}>${one.title}</button></li>`,
        )}
      </ul>
      ${this.asked.trim() !== '' && found.length === 0 ? html`<p role="status">${search.none}</p>` : nothing}
    </search>`
  }

  private choose(detail: FoundSetting) {
    this.asked = ''
    this.dispatchEvent(new CustomEvent<FoundSetting>('setting-chosen', { detail }))
  }
}
