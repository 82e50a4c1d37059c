import { html, nothing } from 'lit/html.js'
import type { UnitTrustView } from '../../../service/contract/unit.ts'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { formatDate } from '../../element/dates.ts'
import type { WidgetOnPage } from '../../element/events.ts'
import { register } from '../../element/register.ts'
import { css } from '../../element/theme.ts'
import { reactive, WidgetElement } from '../../element/widget-element.ts'
import { readLanguage, readPartWording } from '../../texts/languages.ts'

export const trustStyles = css`
  dialog {
    width: min(34rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    overflow: auto;
    padding: 1.5rem;
    color: var(--_text);
    background: var(--_surface);
    border: 0;
    border-top: 5px solid var(--_accent);
    border-radius: var(--_radius);
  }
  dialog::backdrop {
    background: #0b1413cc;
  }
  h2,
  h3 {
    margin-bottom: 0.5rem;
  }
  h3,
  .quiet {
    margin-top: 1rem;
  }
  ol {
    display: grid;
    gap: 1rem;
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  li p + p {
    margin-top: 0.4rem;
  }
  a {
    overflow-wrap: anywhere;
  }
  .quiet {
    color: var(--_muted);
  }
  .spoken {
    display: grid;
    grid-template-columns: repeat(3, max-content);
    gap: 0.25rem 1.25rem;
    font: 600 1.25rem ui-monospace, monospace;
  }
`

/**
 * Says who vouches for the office, and how anybody can make sure without believing this page. Stays inside the widget.
 */
export class AduanTrust extends WidgetElement {
  static override styles = [base, trustStyles]

  @reactive override lang: FormLanguage = 'id'

  @reactive service = ''
  @reactive tenant = ''

  @reactive private trust: UnitTrustView | undefined
  @reactive private hasFailed = false

  protected override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal()
    void this.ask()
  }

  protected override render() {
    const wording = readPartWording(this.lang).trust
    const { trust } = this
    const form = trust?.form ?? `${this.service}/t/${this.tenant}`
    return html`
      <dialog aria-labelledby="title" @close=${this.remove} @pointerdown=${keepInside}>
        <h2 id="title">${wording.title}</h2>
        <div role="status">
          ${trust ? this.renderOffice(trust) : html`<p>${this.hasFailed ? wording.failed : wording.loading}</p>`}
        </div>
        <h3>${wording.sure}</h3>
        <ol>
          <li>
            <p>${wording.address({ host: new URL(form).host })}</p>
            <p><a href=${form} target="_blank" rel="noopener">${form}</a></p>
          </li>
          ${trust ? this.renderFingerprint(trust) : nothing}
        </ol>
        <p class="quiet">${wording.honest}</p>
        <div class="actions"><button type="button" class="primary" @click=${this.close}>${wording.close}</button></div>
      </dialog>
    `
  }

  private renderOffice({ name, parent, vouchedFor, timeZone }: UnitTrustView) {
    const wording = readPartWording(this.lang).trust
    return html`
      <p><strong>${parent ? `${name}, ${parent}` : name}</strong></p>
      ${
        vouchedFor
          ? html`<p>${wording.vouched({ by: vouchedFor.by, day: formatDate(vouchedFor.at, { timeZone, language: this.lang }) })}</p>
              <p class="quiet">${wording.basis({ basis: vouchedFor.basis })}</p>`
          : html`<p>${wording.notVouched}</p>`
      }
    `
  }

  /** Thirty digits frighten who only wants to file, so they are shown to who asks for them. */
  private renderFingerprint({ fingerprint, page }: UnitTrustView) {
    const wording = readPartWording(this.lang).trust
    return html`<li>
      <details>
        <summary>${wording.compare}</summary>
        <p class="spoken" role="img" aria-label=${wording.aloud({ groups: fingerprint.map((group) => [...group].join(' ')).join(', ') })}>
          ${fingerprint.map((group) => html`<span>${group}</span>`)}
        </p>
        <p><a href=${page} target="_blank" rel="noopener">${wording.more}</a></p>
      </details>
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

register('aduan-trust', AduanTrust)

export function showTrust(widget: WidgetOnPage): void {
  const panel = document.createElement('aduan-trust')
  panel.lang = readLanguage(widget.lang)
  panel.service = widget.service
  panel.tenant = widget.tenant
  widget.shadowRoot?.querySelector('.root')?.append(panel)
}
