import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keysOf } from '../../service/shared/records.ts'
import type { ReporterLookUp } from '../api/wire.ts'
import { caseAddress } from '../page/addresses.ts'
import { FormElement } from '../page/form-element.ts'
import findingWording from '../texts/finding.json'
import { controls } from '../ui/controls.ts'
import { valueIn } from '../ui/form.ts'

/**
 * Finds the cases of somebody who came without their number, for who may open identities.
 * @fires toggled - it was opened or closed
 */
@customElement('reporter-look-up')
export class ReporterLookUpForm extends FormElement {
  static override styles = [
    FormElement.styles,
    controls,
    css`
      summary {
        inline-size: fit-content;
        padding-block: 6px;
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 8px 12px;
        padding-block: 8px;
      }
      label {
        display: grid;
        flex: 0 1 200px;
        gap: 2px;
        font-size: var(--size-small);
      }
      li a {
        display: inline-block;
        padding-block: 8px;
      }
      label.what {
        flex: 1 1 240px;
        max-inline-size: 420px;
      }
      @media (max-width: 720px) {
        label,
        label.what {
          flex-basis: 100%;
          max-inline-size: none;
        }
      }
    `,
  ]

  @state() private by: ReporterLookUp['by'] = 'phone'
  @state() private numbers: readonly string[] | null = null

  override render() {
    const { lookUp } = findingWording(this.wording)
    return html`<details @toggle=${this.onToggle}>
      <summary>${lookUp.heading}</summary>
      <p class="hint">${lookUp.intro}</p>
      <form role="search" novalidate @submit=${this.onSubmit}>
        <label>${lookUp.by}<select name="by" @change=${this.onKey}>
          ${keysOf(lookUp.keys).map((key) => html`<option value=${key} ?selected=${key === this.by}>${lookUp.keys[key]}</option>`)}
        </select></label>
        <label class="what">${lookUp.keys[this.by]}<input name="written" required maxlength="200" autocomplete="off"
          type=${{ phone: 'tel', email: 'email', name: 'text' }[this.by]} aria-invalid=${'written' in this.attempt.errors}></label>
        <label>${lookUp.reason}<select name="reason">
          ${keysOf(lookUp.reasons).map((reason) => html`<option value=${reason}>${lookUp.reasons[reason]}</option>`)}
        </select></label>
        <button ?disabled=${this.attempt.isBusy}>${lookUp.submit}</button>
      </form>
      ${this.attempt.refusal ? html`<p class="error" role="alert">${this.attempt.refusal}</p>` : nothing}
      <div role="status">${this.renderFound()}</div>
    </details>`
  }

  private onToggle({ target }: Event) {
    this.toggleAttribute('open', target instanceof HTMLDetailsElement && target.open)
    this.dispatchEvent(new CustomEvent('toggled'))
  }

  private renderFound() {
    if (!this.numbers) return nothing
    const { lookUp } = findingWording(this.wording)
    const looksAtAll = this.unit.permissions.includes('identity.open_confidential')
    if (this.numbers.length === 0) return html`<p>${looksAtAll ? lookUp.nothingAtAll : lookUp.nothing}</p>`
    return html`<p>${lookUp.found({ count: this.numbers.length })}</p>
      <ul class="plain">
        ${this.numbers.map((number) => html`<li><a href=${caseAddress(this.unit.tenant, number)}>${number}</a></li>`)}
      </ul>`
  }

  private onKey(event: Event) {
    const { keys } = findingWording(this.wording).lookUp
    this.by = keysOf(keys).find((key) => key === valueIn(event)) ?? this.by
    this.numbers = null
  }

  protected override async send(written: FormData) {
    this.numbers = null
    const { reasons } = findingWording(this.wording).lookUp
    const reason = keysOf(reasons).find((one) => one === written.get('reason')) ?? 'at_counter'
    const asked = { by: this.by, written: String(written.get('written')).trim(), reason }
    this.numbers = (await this.client.call('POST /reporter-look-ups', { params: this.inUnit, body: asked })).numbers
  }
}
