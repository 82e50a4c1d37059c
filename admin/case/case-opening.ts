import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { FormElement } from '../page/form-element.ts'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'

/** Somebody without a part in a case opens it here, for a reason that the head and its reporter read. */
@customElement('case-opening')
export class CaseOpening extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      form {
        display: grid;
        gap: 12px;
        max-inline-size: 36rem;
      }
    `,
  ]

  @property() number = ''
  /** The answer of the service. */
  @property() sentence = ''

  override render() {
    const { opening } = this.wording.casePage
    return html`<section class="card" aria-labelledby="heading">
      <h1 id="heading">${opening.heading({ number: this.number })}</h1>
      <form novalidate @submit=${this.onSubmit}>
        <p>${this.sentence}</p>
        ${textField({
          name: 'opening-reason',
          label: opening.reason,
          limit: this.unit.view.form.limits.reason,
          error: this.attempt.errors['opening-reason'],
        })}
        ${this.attempt.render()}
        <div class="actions">
          <button class="primary" ?disabled=${this.attempt.isBusy}>${icons.eye}${opening.open}</button>
        </div>
      </form>
    </section>`
  }

  protected async send(written: FormData) {
    await this.client.call('POST /cases/{number}/opening', {
      params: { tenant: this.unit.tenant, number: this.number },
      body: { reason: textIn(written, 'opening-reason') },
    })
    this.dispatchEvent(new CustomEvent('case-opened'))
  }
}
