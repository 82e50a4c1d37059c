import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LabelView } from '../../service/contract/labels.ts'
import { PageElement } from '../page/page-element.ts'
import labelsWording from '../texts/labels.json'
import { controls } from '../ui/controls.ts'
import { fields } from '../ui/fields.ts'
import { valueIn } from '../ui/form.ts'

@customElement('label-filter')
export class LabelFilter extends PageElement {
  static override styles = [
    controls,
    fields,
    css`
      .set {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
    `,
  ]

  @property() label = ''
  @property({ attribute: false }) labels: readonly LabelView[] = []

  override render() {
    const { label, labels } = this
    const words = labelsWording(this.wording)
    const isKnown = label === '' || labels.some(({ id }) => id === label)
    return html`<select name="label" aria-label=${words.heading} class=${label ? 'set' : ''} @change=${this.choose}>
      <option value="">${words.any}</option>
      ${labels.map(({ id, name }) => html`<option value=${id} lang="id" ?selected=${id === label}>${name}</option>`)}
      ${isKnown ? '' : html`<option value=${label} selected>${words.archivedOne}</option>`}
    </select>`
  }

  private choose(event: Event) {
    this.dispatchEvent(new CustomEvent('label-chosen', { detail: valueIn(event) }))
  }
}
