import { html, nothing } from 'lit/html.js'
import type { UnitTrustView } from '../../../service/contract/trust.ts'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { longDate } from '../../element/dates.ts'
import { reactive } from '../../element/reactive.ts'
import { WidgetElement } from '../../element/widget-element.ts'
import { partMessages } from '../../wording/languages.ts'
import { trustStyles } from './trust-styles.ts'

/** Says who vouches for the office, and how anybody can make sure without believing this page. Stays inside the widget. */
export class AduanTrust extends WidgetElement {
  static override styles = [base, trustStyles]

  @reactive override lang: FormLanguage = 'id'

  /** Origin of the service, and the unit's name in addresses. */
  @reactive service = ''
  @reactive tenant = ''

  @reactive private trust: UnitTrustView | undefined
  @reactive private hasFailed = false

  protected override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal()
    void this.ask()
  }

  protected override render() {
    const say = partMessages(this.lang).trust
    const { trust } = this
    const form = trust?.form ?? `${this.service}/t/${this.tenant}`
    return html`
      <dialog aria-labelledby="title" @close=${this.remove} @pointerdown=${keepInside}>
        <h2 id="title">${say.title}</h2>
        <div role="status">
          ${trust ? this.renderOffice(trust) : html`<p>${this.hasFailed ? say.failed : say.loading}</p>`}
        </div>
        <h3>${say.sure}</h3>
        <ol>
          <li>
            <p>${say.address(new URL(form).host)}</p>
            <p><a href=${form} target="_blank" rel="noopener">${form}</a></p>
          </li>
          ${trust ? this.renderFingerprint(trust) : nothing}
        </ol>
        <p class="quiet">${say.honest}</p>
        <div class="actions"><button type="button" class="primary" @click=${this.close}>${say.close}</button></div>
      </dialog>
    `
  }

  private renderOffice({ name, parent, vouchedFor, timeZone }: UnitTrustView) {
    const say = partMessages(this.lang).trust
    return html`
      <p><strong>${parent ? `${name}, ${parent}` : name}</strong></p>
      ${
        vouchedFor
          ? html`<p>${say.vouched(vouchedFor.by, longDate(vouchedFor.at, { timeZone, language: this.lang }))}</p>
              <p class="quiet">${say.basis(vouchedFor.basis)}</p>`
          : html`<p>${say.notVouched}</p>`
      }
    `
  }

  private renderFingerprint({ fingerprint, page }: UnitTrustView) {
    const say = partMessages(this.lang).trust
    return html`<li>
      <p>${say.compare}</p>
      <p class="spoken" role="img" aria-label=${say.aloud(fingerprint.map((group) => [...group].join(' ')).join(', '))}>
        ${fingerprint.map((group) => html`<span>${group}</span>`)}
      </p>
      <p><a href=${page} target="_blank" rel="noopener">${say.more}</a></p>
    </li>`
  }

  private close() {
    this.renderRoot.querySelector('dialog')?.close()
  }

  private async ask() {
    try {
      const address = `${this.service}/api/v1/tenants/${encodeURIComponent(this.tenant)}/trust`
      const answer = await fetch(address, { credentials: 'omit' })
      if (!answer.ok) throw new Error(String(answer.status))
      this.trust = await answer.json()
    } catch {
      this.hasFailed = true
    }
  }
}

const keepInside = (event: Event) => event.stopPropagation()

declare global {
  interface HTMLElementTagNameMap {
    'aduan-trust': AduanTrust
  }
}
