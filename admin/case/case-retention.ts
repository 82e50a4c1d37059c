import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { problemCode } from '../api/problems.ts'
import { PageElement } from '../page/page-element.ts'
import { controls } from '../ui/controls.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { surfaces } from '../ui/surfaces.ts'

/**
 * How long the case is kept, and the legal hold that keeps it longer.
 * @fires case-changed - with the case as it is now
 * @fires case-outdated - somebody was faster
 */
@customElement('case-retention')
export class CaseRetention extends PageElement {
  static override styles = [
    controls,
    surfaces,
    fields,
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
  @state() private error = ''
  @state() private refusal = ''
  @state() private sending = false
  @query('textarea') private readonly because!: HTMLTextAreaElement

  override render() {
    const { hold: words } = this.words.retention
    const { hold, mayHold } = this.case
    if (!mayHold && !hold) return nothing
    return html`<section class="card" aria-labelledby="retention">
      <h2 id="retention">${words.heading}</h2>
      <p>${this.sayUntil()}</p>
      ${
        hold
          ? html`<div class="banner warn">${icons.lock}<div><strong>${words.held}</strong><p>${hold.reason}</p>
              <p class="soft small">${this.words.retention.heldBy(hold.by, this.words.formats.day(hold.at))}</p></div></div>`
          : nothing
      }
      ${mayHold ? this.renderChange() : nothing}
    </section>`
  }

  private sayUntil(): string {
    const { hold: words } = this.words.retention
    const { retention } = this.case
    if (!retention) return words.open
    return retention.destroyFrom ? words.until(this.words.formats.day(retention.destroyFrom)) : words.permanent
  }

  private renderChange() {
    const { hold: words } = this.words.retention
    const label = this.case.hold ? words.lift : words.set
    if (!this.isWriting) return html`<div><button @click=${this.begin}>${icons.lock}${label}</button></div>`
    return html`<form novalidate @submit=${this.submit}>
      ${textField({
        name: 'hold-because',
        label: words.because,
        hint: words.becauseHint,
        rows: 2,
        limit: this.unit.view.form.limits.reason,
        error: this.error,
        focusFirst: true,
      })}
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      <div class="actions">
        <button class="primary" ?disabled=${this.sending}>${label}</button>
        <button type="button" class="quiet" @click=${this.end}>${this.words.common.cancel}</button>
      </div>
    </form>`
  }

  private begin() {
    this.isWriting = true
    this.error = ''
    this.refusal = ''
  }

  private end() {
    this.isWriting = false
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.sending) return
    const because = this.because.value.trim()
    this.error = because ? '' : this.words.common.required
    if (this.error) return
    const { number, revision, hold } = this.case
    this.sending = true
    try {
      const changed = await this.client.retention.hold(this.unit.tenant, number, { revision, held: !hold, because })
      this.end()
      say(this, this.words.retention.hold.saved)
      this.dispatchEvent(new CustomEvent('case-changed', { detail: changed }))
    } catch (error) {
      this.refusal = this.explain(error)
      if (problemCode(error) === 'case/changed-meanwhile') this.dispatchEvent(new CustomEvent('case-outdated'))
    } finally {
      this.sending = false
    }
  }
}
