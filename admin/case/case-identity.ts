import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView, OpenedIdentityView } from '../../service/contract/case-view.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import '../ui/dialog.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { surfaces } from '../ui/surfaces.ts'

/**
 * The reporter's identity: masked, and opened for a while by who gives a reason.
 * @fires identity-opened - the case has a new line of history
 */
@customElement('case-identity')
export class CaseIdentity extends LitElement {
  static override styles = [
    controls,
    surfaces,
    fields,
    css`
      form {
        display: grid;
        gap: 16px;
      }
      dl {
        display: grid;
        gap: 8px;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      dd {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .opened {
        padding: 12px 16px;
        border-radius: var(--radius);
        background: var(--warn-soft);
      }
      .opened dt {
        color: var(--warn);
      }
      @media print {
        .opened {
          display: none;
        }
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @property({ attribute: false }) case!: CaseView
  @state() private opened: OpenedIdentityView | null = null
  @state() private asking = false
  @state() private sending = false
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @query('form') private readonly form!: HTMLFormElement
  private hideTimer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.hide()
  }

  override render() {
    const { casePage } = this.words
    const { identity } = this.case
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${casePage.identity}</h2>
      <div aria-live="polite">${this.opened ? this.renderOpened(this.opened) : this.renderMasked()}</div>
      ${
        identity.mayOpen && !this.opened
          ? html`<div class="screen-only"><button @click=${this.ask}>${icons.eye}${casePage.openIdentity}</button></div>`
          : nothing
      }
      ${this.renderOpenings()} ${this.renderDialog()}
    </section>`
  }

  private renderMasked() {
    const { casePage } = this.words
    const { given, masked } = this.case.identity
    if (!given) return html`<p class="soft">${casePage.identityNone}</p>`
    if (!masked) return html`<p class="soft">${icons.lock} ${casePage.identityHidden}</p>`
    return html`<div class="stack">
      <dl>${this.renderLine(casePage.name, masked.name)} ${this.renderLine(casePage.phone, masked.phone)} ${this.renderLine(casePage.email, masked.email)}</dl>
      <p class="soft small">${casePage.identityMasked}</p>
    </div>`
  }

  private renderOpened({ name, phone, email, address, onBehalfOf, until }: OpenedIdentityView) {
    const { casePage, formats } = this.words
    return html`<div class="opened stack">
      <dl>
        ${this.renderLine(casePage.name, name)} ${this.renderLine(casePage.phone, phone)}
        ${this.renderLine(casePage.email, email)} ${this.renderLine(casePage.address, address)}
        ${this.renderLine(casePage.onBehalfOf, onBehalfOf)}
      </dl>
      <div class="spread">
        <span class="small">${casePage.visibleUntil(formats.time(until))}</span>
        <button @click=${this.hide}>${icons.hidden}${casePage.hideNow}</button>
      </div>
    </div>`
  }

  private renderLine(term: string, value: string | null) {
    return value === null ? nothing : html`<div><dt>${term}</dt><dd>${value}</dd></div>`
  }

  private renderOpenings() {
    const { casePage, formats } = this.words
    const { openings, given } = this.case.identity
    if (!given) return nothing
    if (openings.length === 0) return html`<p class="soft small">${casePage.openings(0)}</p>`
    return html`<details class="small">
      <summary>${casePage.openings(openings.length)}</summary>
      <ul class="plain stack">
        ${openings.map(
          ({ at, by, reason }) =>
            html`<li><span class="soft">${formats.dayAndTime(at)} · ${by}</span><br>${reason}</li>`,
        )}
      </ul>
    </details>`
  }

  private renderDialog() {
    const { casePage, common } = this.words
    return html`<ui-dialog ?open=${this.asking} heading=${casePage.openIdentity} close-label=${common.close} @ui-close=${this.stopAsking}>
      ${
        this.asking
          ? html`<form novalidate @submit=${this.open}>
              <p>${casePage.openIdentityText}</p>
              ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
              ${textField({
                name: 'reason',
                label: casePage.openIdentityReason,
                hint: casePage.openIdentityHint,
                rows: 3,
                limit: this.unit.view.form.limits.reason,
                error: this.errors.reason,
                focusFirst: true,
              })}
              <div class="actions">
                <button class="primary" ?disabled=${this.sending}>${casePage.openIdentitySubmit}</button>
                <button type="button" class="quiet" @click=${this.stopAsking}>${common.cancel}</button>
              </div>
            </form>`
          : nothing
      }
    </ui-dialog>`
  }

  private ask() {
    this.errors = {}
    this.refusal = ''
    this.asking = true
  }

  private stopAsking() {
    this.asking = false
  }

  private hide() {
    clearTimeout(this.hideTimer)
    this.opened = null
  }

  private async open(event: Event) {
    event.preventDefault()
    if (this.sending) return
    this.errors = missingFields(this.form, this.words.common.required)
    if (hasErrors(this.errors)) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    this.sending = true
    try {
      const reason = textIn(new FormData(this.form), 'reason')
      this.opened = await this.client.openIdentity(this.unit.tenant, this.case.number, reason)
      this.hideTimer = setTimeout(() => this.hide(), Math.max(0, Date.parse(this.opened.until) - Date.now()))
      this.asking = false
      this.dispatchEvent(new CustomEvent('identity-opened'))
    } catch (error) {
      this.refusal = explain(error, this.words)
    } finally {
      this.sending = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-identity': CaseIdentity
  }
}
