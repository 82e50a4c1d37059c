import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isDeclarationAsked, problemCode } from '../api/problems.ts'
import { casesAddress } from '../page/addresses.ts'
import { FormElement } from '../page/form-element.ts'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'

/**
 * Somebody takes up a case here: where a person may be meant, they declare first whether it may concern them; without a
 * part in it they give a reason, which the head and its reporter read.
 */
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
  @property({ attribute: false }) refusal: unknown
  @state() private isHandedOn = false

  override render() {
    const { opening, backToRegister } = this.wording.casePage
    const { number, asksReason, asksDeclaration } = this
    if (this.isHandedOn)
      return html`<h1 class="unseen">${opening.heading({ number })}</h1>
        <ui-empty icon="check" heading=${opening.handedOn({ number })} text=${opening.recorded}>
        <a href=${casesAddress(this.unit.tenant)}>${backToRegister}</a>
      </ui-empty>`
    return html`<section class="card" aria-labelledby="heading">
      <h1 id="heading">${opening.heading({ number })}</h1>
      <form novalidate @submit=${this.onSubmit}>
        <p>${this.explain(this.refusal)}</p>
        ${
          asksReason
            ? textField({
                name: 'opening-reason',
                label: opening.reason,
                limit: this.unit.view.form.limits.reason,
                error: this.attempt.errors['opening-reason'],
              })
            : nothing
        }
        ${asksReason && asksDeclaration ? html`<p>${opening.declare}</p>` : nothing}
        ${this.attempt.render()}
        <div class="actions">
          <button class="primary" ?disabled=${this.attempt.isBusy}>
            ${icons.eye}${asksDeclaration ? opening.unconcerned : opening.open}
          </button>
          ${
            asksDeclaration
              ? html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.handOn}>${opening.concerned}</button>`
              : nothing
          }
        </div>
      </form>
    </section>`
  }

  private get asksReason() {
    return problemCode(this.refusal) === 'case/unread'
  }

  private get asksDeclaration() {
    return !this.asksReason || isDeclarationAsked(this.refusal)
  }

  protected async send(written: FormData) {
    const reason = this.asksReason ? textIn(written, 'opening-reason') : undefined
    await this.open({ ...(reason && { reason }), ...(this.asksDeclaration && { concerned: false }) })
    this.dispatchEvent(new CustomEvent('case-opened'))
  }

  private readonly handOn = () =>
    this.attempt.run(async () => {
      await this.open({ concerned: true })
      this.isHandedOn = true
    })

  private readonly open = (body: { readonly reason?: string; readonly concerned?: boolean }) =>
    this.client.call('POST /cases/{number}/opening', {
      params: { tenant: this.unit.tenant, number: this.number },
      body,
    })
}
