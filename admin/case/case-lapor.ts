import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { FormElement } from '../page/form-element.ts'
import laporWording from '../texts/lapor.json'
import { textField } from '../ui/field.ts'
import { type FieldErrors, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import './lapor-entry.ts'

@customElement('case-lapor')
export class CaseLapor extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      .card,
      form {
        display: grid;
        gap: 10px;
      }
      .id {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private isWriting = false
  @state() private isPreparing = false

  override render() {
    const lapor = laporWording(this.wording)
    const { lapor: entry, mayNoteLapor, destroyed } = this.case
    if (destroyed || (!entry && !mayNoteLapor)) return nothing
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${lapor.card}</h2>
      ${
        entry
          ? html`<p><span class="id">${entry.id}</span><br><span class="soft small">${lapor.noted({ by: entry.by, at: this.wording.formats.dayAndTime(entry.at) })}</span></p>`
          : html`<p class="soft">${lapor.none}</p>`
      }
      ${this.attempt.render()} ${mayNoteLapor ? this.renderWays() : nothing}
    </section>`
  }

  private renderWays() {
    const lapor = laporWording(this.wording)
    if (this.isWriting) return this.renderForm()
    if (this.isPreparing)
      return html`<lapor-entry .case=${this.case} @entry-closed=${this.close} @case-outdated=${this.outdated}></lapor-entry>`
    return html`<div class="actions screen-only">
      <button @click=${this.write}>${icons.edit}${this.case.lapor ? lapor.change : lapor.add}</button>
      <button class="quiet" @click=${this.prepare}>${icons.copy}${lapor.prepare}</button>
    </div>`
  }

  private renderForm() {
    const lapor = laporWording(this.wording)
    return html`<form class="screen-only" novalidate @submit=${this.onSubmit}>
      ${textField({
        name: 'id',
        label: lapor.id,
        hint: lapor.idHint,
        limit: 20,
        value: this.case.lapor?.id ?? '',
        error: this.attempt.errors.id,
        focusFirst: true,
      })}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${lapor.save}</button>
        ${
          this.case.lapor
            ? html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.takeOut}>${lapor.remove}</button>`
            : nothing
        }
        <button value="cancel" type="button" class="quiet" @click=${this.close}>${this.wording.common.cancel}</button>
      </div>
    </form>`
  }

  private async write() {
    this.isWriting = true
    await this.updateComplete
    this.renderRoot.querySelector('input')?.focus()
  }

  private prepare() {
    this.isPreparing = true
  }

  private async close() {
    this.isWriting = false
    this.isPreparing = false
    this.attempt.errors = {}
    await this.updateComplete
    this.renderRoot.querySelector('button')?.focus()
  }

  protected override findMistakes(written: FormData): FieldErrors {
    return /^\d{4,15}$/.test(idIn(written)) ? {} : { id: laporWording(this.wording).idWrong }
  }

  protected send(written: FormData) {
    return this.note(idIn(written))
  }

  private readonly takeOut = () => this.attempt.run(() => this.note(null))

  private async note(id: string | null) {
    const lapor = laporWording(this.wording)
    const { number, revision } = this.case
    const detail = await this.client.call('POST /cases/{number}/lapor-id', {
      params: { tenant: this.unit.tenant, number },
      body: { revision, id },
    })
    say(this, id ? lapor.saved : lapor.removed)
    this.dispatchEvent(new CustomEvent('case-changed', { detail }))
    await this.close()
  }

  // The identity was opened with it, which stands in the case's history now.
  private outdated() {
    this.dispatchEvent(new CustomEvent('case-outdated'))
  }
}

const idIn = (written: FormData): string => textIn(written, 'id').replace(/^#\s*/, '')
