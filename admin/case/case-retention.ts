import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { problemCode } from '../api/problems.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
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
  @query('textarea') private readonly because!: HTMLTextAreaElement
  private readonly attempt = new Attempt(this, (error) => {
    if (problemCode(error) === 'case/changed-meanwhile') this.dispatchEvent(new CustomEvent('case-outdated'))
    return this.explain(error)
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
              <p class="soft small">${this.wording.retention.heldBy(hold.by, this.wording.formats.day(hold.at))}</p></div></div>`
          : nothing
      }
      ${mayHold ? this.renderChange() : nothing}
    </section>`
  }

  private sayUntil(): string {
    const { hold: wording } = this.wording.retention
    const { retention } = this.case
    if (!retention) return wording.open
    return retention.destroyFrom ? wording.until(this.wording.formats.day(retention.destroyFrom)) : wording.permanent
  }

  private renderChange() {
    const { hold: wording } = this.wording.retention
    const label = this.case.hold ? wording.lift : wording.set
    if (!this.isWriting) return html`<div><button @click=${this.begin}>${icons.lock}${label}</button></div>`
    return html`<form novalidate @submit=${this.submit}>
      ${textField({
        name: 'hold-because',
        label: wording.because,
        hint: wording.becauseHint,
        rows: 2,
        limit: this.unit.view.form.limits.reason,
        error: this.error,
        focusFirst: true,
      })}
      ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${label}</button>
        <button type="button" class="quiet" @click=${this.end}>${this.wording.common.cancel}</button>
      </div>
    </form>`
  }

  private begin() {
    this.isWriting = true
    this.error = ''
    this.attempt.refusal = ''
  }

  private end() {
    this.isWriting = false
  }

  private async submit(event: Event) {
    event.preventDefault()
    const because = this.because.value.trim()
    this.error = because ? '' : this.wording.common.required
    if (this.error) return
    const { number, revision, hold } = this.case
    await this.attempt.run(async () => {
      const changed = await this.client.retention.hold(this.unit.tenant, number, { revision, held: !hold, because })
      this.end()
      say(this, this.wording.retention.hold.saved)
      this.dispatchEvent(new CustomEvent('case-changed', { detail: changed }))
    })
  }
}
