import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { problemCode } from '../api/problems.ts'
import { FormElement } from '../page/form-element.ts'
import { KeptForm } from '../page/kept-form.ts'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'

@customElement('case-retention')
export class CaseRetention extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      form,
      .card {
        display: grid;
        gap: 10px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private isWriting = false
  private readonly kept = new KeptForm(this, () => {
    const { number } = this.case
    return { client: this.client, tenant: this.unit.tenant, number, kind: 'hold' }
  })

  override render() {
    const { hold: wording } = this.wording.retention
    const { hold, mayHold } = this.case
    if (!mayHold && !hold) return nothing
    return html`<section class="card" aria-labelledby="retention">
      <h2 id="retention">${wording.heading}</h2>
      <p>${this.sayUntil()}</p>
      ${
        hold
          ? html`<div class="banner warn">${icons.lock}<div><strong>${wording.held}</strong><p>${hold.reason}</p>
              <p class="soft small">${this.wording.retention.heldBy({ name: hold.by, at: this.wording.formats.day(hold.at) })}</p></div></div>`
          : nothing
      }
      ${mayHold ? this.renderChange() : nothing}
    </section>`
  }

  private sayUntil(): string {
    const { hold: wording } = this.wording.retention
    const { retention } = this.case
    if (!retention) return wording.open
    return retention.destroyFrom
      ? wording.until({ day: this.wording.formats.day(retention.destroyFrom) })
      : wording.permanent
  }

  private renderChange() {
    const { hold: wording } = this.wording.retention
    const label = this.case.hold ? wording.lift : wording.set
    if (!this.isWriting) return html`<div><button @click=${this.begin}>${icons.lock}${label}</button></div>`
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)}
      ${textField({
        name: 'hold-because',
        label: wording.because,
        hint: wording.becauseHint,
        rows: 2,
        limit: this.unit.view.form.limits.reason,
        error: this.attempt.errors['hold-because'],
        focusFirst: true,
      })}
      ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${label}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.end}>${this.wording.common.cancel}</button>
      </div>
    </form>`
  }

  private begin() {
    this.isWriting = true
    this.attempt.errors = {}
    this.attempt.refusal = ''
  }

  private end() {
    this.isWriting = false
  }

  override explain(error: unknown) {
    if (problemCode(error) === 'case/changed-meanwhile') this.dispatchEvent(new CustomEvent('case-outdated'))
    return super.explain(error)
  }

  protected async send(written: FormData) {
    const { number, revision, hold } = this.case
    const request = { revision, held: !hold, because: textIn(written, 'hold-because') }
    const { tenant } = this.unit
    const changed = await this.kept.send((client) =>
      client.call('POST /cases/{number}/hold', { params: { tenant, number }, body: request }),
    )
    this.end()
    say(this, this.wording.retention.hold.saved)
    this.dispatchEvent(new CustomEvent('case-changed', { detail: changed }))
  }
}
