import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { laporWording } from '../desk/lapor/lapor-wording.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { controls } from '../ui/controls.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { formIn, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { surfaces } from '../ui/surfaces.ts'
import './lapor-entry.ts'

/**
 * The case in the national channel: its number there, and what to paste into its form.
 * @fires case-changed - `detail` is the case as it stands now
 */
@customElement('case-lapor')
export class CaseLapor extends PageElement {
  static override styles = [
    controls,
    surfaces,
    fields,
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
  @state() private error = ''
  private readonly attempt = new Attempt(this)

  override render() {
    const lapor = laporWording(this.wording)
    const { lapor: entry, mayNoteLapor, destroyed } = this.case
    if (destroyed || (!entry && !mayNoteLapor)) return nothing
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${lapor.card}</h2>
      ${
        entry
          ? html`<p><span class="id">${entry.id}</span><br><span class="soft small">${lapor.noted(entry.by, this.wording.formats.dayAndTime(entry.at))}</span></p>`
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
    return html`<form class="screen-only" novalidate @submit=${this.save}>
      ${textField({
        name: 'id',
        label: lapor.id,
        hint: lapor.idHint,
        limit: 20,
        value: this.case.lapor?.id ?? '',
        error: this.error,
        focusFirst: true,
      })}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${lapor.save}</button>
        ${
          this.case.lapor
            ? html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${() => this.note(null)}>${lapor.remove}</button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${this.close}>${this.wording.common.cancel}</button>
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
    this.error = ''
    await this.updateComplete
    this.renderRoot.querySelector('button')?.focus()
  }

  private async save(event: Event) {
    event.preventDefault()
    const id = textIn(new FormData(formIn(event)), 'id').replace(/^#\s*/, '')
    this.error = /^\d{4,15}$/.test(id) ? '' : laporWording(this.wording).idWrong
    if (!this.error) await this.note(id)
  }

  private async note(id: string | null) {
    const lapor = laporWording(this.wording)
    await this.attempt.run(async () => {
      const { number, revision } = this.case
      const detail = await this.client.lapor.note(this.unit.tenant, number, revision, id)
      say(this, id ? lapor.saved : lapor.removed)
      this.dispatchEvent(new CustomEvent('case-changed', { detail }))
      await this.close()
    })
  }

  // The identity was opened with it, which stands in the case's history now.
  private outdated() {
    this.dispatchEvent(new CustomEvent('case-outdated'))
  }
}
