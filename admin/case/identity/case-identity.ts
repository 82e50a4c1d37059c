import './case-requests.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { OpenedIdentityView } from '../../../service/contract/identity.ts'
import type { ServiceClient } from '../../api/client.ts'
import { problemCode } from '../../api/problems.ts'
import { serviceNow } from '../../api/service-clock.ts'
import type { OpeningReason } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import sealingWording from '../../texts/sealing.json'
import { selectField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import type { Decide, ReasonAsked } from './case-requests.ts'

/** Opening an identity or masked words, asking a custodian, giving the reporter a new code, or confirming one. Each takes a reason. */
type Purpose = 'open' | 'ask' | 'words' | 'renew' | 'confirm'

@customElement('case-identity')
export class CaseIdentity extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      h2:focus-visible {
        outline: none;
      }
      dl {
        display: grid;
        gap: 8px;
      }
      .masked {
        gap: 4px;
      }
      .masked > div {
        display: grid;
        grid-template-columns: 84px minmax(0, 1fr);
        align-items: baseline;
      }
      /* What shows nothing takes no gap. */
      reason-dialog,
      [aria-live]:not(:has(*)) {
        position: absolute;
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

  @property({ attribute: false }) case!: CaseView
  @state() private opened: OpenedIdentityView | null = null
  @state() private purpose: Purpose | '' = ''
  /** A code for the reporter, shown until the page is left. */
  @state() private newCode = ''
  @query('h2') private readonly heading!: HTMLElement
  private hideTimer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.hide()
  }

  override render() {
    const { casePage } = this.wording
    const { identity } = this.case
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${casePage.identity}</h2>
      <div aria-live="polite">${this.opened ? this.renderOpened(this.opened) : this.renderMasked()}</div>
      ${this.renderConfirmed()} ${this.renderCodeWaits()} ${this.renderWays()} ${this.renderNewCode()} ${this.renderOpenings()}
      ${
        identity.requests.length === 0
          ? nothing
          : html`<case-requests number=${this.case.number} .identity=${identity} .decide=${this.decide}></case-requests>`
      }
      <reason-dialog .asked=${this.purpose ? this.whyOpen(this.purpose) : null} @reason-closed=${this.onDialogClosed}></reason-dialog>
    </section>`
  }

  private renderConfirmed() {
    const { casePage, vocabulary } = this.wording
    const { confirmed } = this.case.identity
    if (confirmed.length === 0) return nothing
    const channels = confirmed.map((channel) => vocabulary.noticeChannels[channel]).join(', ')
    return html`<p class="small">${icons.check} ${casePage.contactConfirmed({ channels })}</p>`
  }

  private renderCodeWaits() {
    const { casePage, formats } = this.wording
    const { codeWaits } = this.case.identity
    if (!codeWaits) return nothing
    const { by, at, mayConfirm } = codeWaits
    return html`<p class="small">${icons.key} ${casePage.codeWaits({ by, at: formats.dayAndTime(at) })}</p>
      ${mayConfirm ? html`<div class="screen-only"><button @click=${() => this.want('confirm')}>${icons.check}${casePage.confirmCode}</button></div>` : nothing}`
  }

  private renderWays() {
    const { casePage, custody } = this.wording
    const { given, mayOpen, mayAsk, nobodyKeeps, mayDecide, requests } = this.case.identity
    if (this.opened) return nothing
    if (!given && this.case.mayUncover)
      return html`<div class="screen-only"><button @click=${() => this.want('words')}>${icons.eye}${casePage.openWords}</button></div>`
    if (mayAsk)
      return html`<div class="screen-only"><button @click=${() => this.want('ask')}>${icons.key}${custody.ask}</button></div>`
    if (nobodyKeeps) return html`<p class="soft small">${custody.nobodyKeeps}</p>`
    if (!mayOpen) return nothing
    const isGranted = !mayDecide && requests.some(({ own, decision }) => own && decision?.granted)
    return html`<div class="screen-only stack">
      ${isGranted ? html`<p class="small">${custody.grantHint}</p>` : nothing}
      <div><button @click=${() => this.want('open')}>${icons.eye}${casePage.openIdentity}</button></div>
      <div><button @click=${() => this.want('renew')}>${icons.key}${casePage.renewCode}</button></div>
    </div>`
  }

  private renderNewCode() {
    const { casePage } = this.wording
    return html`<div aria-live="polite">
      ${
        this.newCode
          ? html`<div class="opened stack screen-only">
              <p>${casePage.newCode}</p>
              <p><strong>${this.case.number}</strong><br><code>${this.newCode}</code></p>
              <p class="small">${casePage.newCodeGive}</p>
            </div>`
          : nothing
      }
    </div>`
  }

  private renderMasked() {
    const { casePage } = this.wording
    const { given, masked, sealedTo } = this.case.identity
    if (sealedTo) return this.renderSealed()
    if (!given) return html`<p class="soft">${casePage.identityNone}</p>`
    if (!masked) return html`<p class="soft">${icons.lock} ${casePage.identityHidden}</p>`
    return html`<div class="stack">
      <dl class="masked">${this.renderLine(casePage.name, masked.name)} ${this.renderLine(casePage.phone, masked.phone)} ${this.renderLine(casePage.email, masked.email)}</dl>
      <p class="soft small">${casePage.identityMasked}</p>
    </div>`
  }

  private renderSealed() {
    const wording = sealingWording(this.wording)
    const { mayOpen } = this.case.identity
    return html`<div class="stack">
      <p>${icons.lock} ${wording.case}</p>
      <p class="soft small">${wording.caseLimits}</p>
      ${mayOpen ? nothing : html`<p class="soft small">${wording.waits}</p>`}
    </div>`
  }

  private renderOpened(identity: OpenedIdentityView) {
    const { name, phone, email, address, onBehalfOf, signature, sealed, until } = identity
    const { casePage, formats } = this.wording
    return html`<div class="opened stack">
      ${sealed ? html`<open-sealed .sealed=${sealed}></open-sealed>` : nothing}
      ${sealed && (phone || email) ? html`<h3>${sealingWording(this.wording).openContact}</h3>` : nothing}
      <dl>
        ${this.renderLine(casePage.name, name)} ${this.renderLine(casePage.phone, phone)}
        ${this.renderLine(casePage.email, email)} ${this.renderLine(casePage.address, address)}
        ${this.renderLine(casePage.onBehalfOf, onBehalfOf)}
      </dl>
      ${signature ? html`<signature-picture .file=${signature}></signature-picture>` : nothing}
      <div class="spread">
        <span class="small">${casePage.visibleUntil({ time: formats.time(until) })}</span>
        <button @click=${this.hide}>${icons.hidden}${casePage.hideNow}</button>
      </div>
    </div>`
  }

  private renderLine(term: string, value: string | null) {
    return value === null ? nothing : html`<div><dt>${term}</dt><dd>${value}</dd></div>`
  }

  private renderOpenings() {
    const { casePage, formats } = this.wording
    const { openings, openedTimes, given } = this.case.identity
    if (!given) return nothing
    if (openings.length === 0) return html`<p class="soft small">${casePage.openings({ count: 0 })}</p>`
    return html`<details class="small">
      <summary>${casePage.openings({ count: openedTimes })}</summary>
      <ul class="plain stack">
        ${openings.map(
          ({ at, by, groundLabel, reason }) => html`<li>
            <span class="soft">${formats.dayAndTime(at)} · ${by}</span><br><strong>${groundLabel}</strong><br>${reason}
          </li>`,
        )}
      </ul>
    </details>`
  }

  private want(purpose: Purpose) {
    this.purpose = purpose
  }

  private onDialogClosed() {
    this.purpose = ''
    void this.keepFocus()
  }

  private hide() {
    clearTimeout(this.hideTimer)
    this.opened = null
  }

  private whyOpen(purpose: Purpose): ReasonAsked {
    const { casePage, custody, common, vocabulary } = this.wording
    const isAsking = purpose === 'ask'
    if (purpose === 'renew') return this.whyRenew()
    if (purpose === 'confirm') return this.whyConfirm()
    return {
      place: { number: this.case.number, kind: `identity-${purpose}` },
      heading: isAsking ? custody.askHeading : purpose === 'words' ? casePage.openWords : casePage.openIdentity,
      text: isAsking ? custody.askText : casePage.openIdentityText,
      label: casePage.openIdentityReason,
      hint: casePage.openIdentityHint,
      submit: isAsking ? custody.askSubmit : casePage.openIdentitySubmit,
      more: ({ ground }) =>
        selectField({
          name: 'ground',
          label: custody.ground,
          error: ground,
          options: [
            { value: '', label: common.choose },
            ...Object.entries(vocabulary.openingGrounds).map(([value, label]) => ({ value, label })),
          ],
        }),
      act: (reason, written, client) =>
        this.pursue(client, purpose, { ground: textIn(written, 'ground') as OpeningReason['ground'], ...reason }),
    }
  }

  private whyRenew(): ReasonAsked {
    const { casePage } = this.wording
    return {
      place: { number: this.case.number, kind: 'identity-renew' },
      heading: casePage.renewCode,
      text: casePage.renewCodeText,
      label: casePage.renewCodeReason,
      hint: casePage.renewCodeHint,
      submit: casePage.renewCodeSubmit,
      act: async (reason, _, client) => {
        this.newCode = (
          await client.call('POST /cases/{number}/tracking-code', {
            params: { tenant: this.unit.tenant, number: this.case.number },
            body: reason,
          })
        ).trackingCode
        this.outdated()
      },
    }
  }

  private whyConfirm(): ReasonAsked {
    const { casePage } = this.wording
    return {
      place: { number: this.case.number, kind: 'identity-confirm' },
      heading: casePage.confirmCode,
      text: casePage.confirmCodeText,
      label: casePage.renewCodeReason,
      hint: casePage.renewCodeHint,
      submit: casePage.confirmCodeSubmit,
      act: async (reason, _, client) => {
        this.changed(
          await client.call('POST /cases/{number}/tracking-code/confirmation', {
            params: { tenant: this.unit.tenant, number: this.case.number },
            body: reason,
          }),
        )
      },
    }
  }

  private async pursue(client: ServiceClient, purpose: Purpose, reason: OpeningReason): Promise<void> {
    const { tenant } = this.unit
    const { number } = this.case
    if (purpose === 'words') {
      this.changed(await client.call('POST /cases/{number}/words/open', { params: { tenant, number }, body: reason }))
      return this.keepFocus()
    }
    if (purpose === 'ask') {
      this.changed(
        await client.call('POST /cases/{number}/identity/requests', { params: { tenant, number }, body: reason }),
      )
      say(this, this.wording.custody.asked)
      return
    }
    this.opened = await client.call('POST /cases/{number}/identity/reveal', {
      params: { tenant, number },
      body: reason,
    })
    if (this.opened.sealed) void import('../../keeping/sealing/open-sealed.ts')
    this.hideTimer = setTimeout(() => this.hide(), Math.max(0, Date.parse(this.opened.until) - serviceNow()))
    this.outdated()
  }

  private readonly decide: Decide = async (request, decision, client) => {
    const { custody } = this.wording
    try {
      this.changed(
        await client.call('POST /cases/{number}/identity/requests/{id}/decision', {
          params: { tenant: this.unit.tenant, number: this.case.number, id: request },
          body: decision,
        }),
      )
      say(this, decision.granted ? custody.granted : custody.refused)
      await this.keepFocus()
    } catch (error) {
      if (problemCode(error) !== 'identity/request-unknown') throw error
      say(this, custody.decidedMeanwhile)
      this.outdated()
    }
  }

  /** The element with the focus may be gone after the act. */
  private async keepFocus() {
    await new Promise(requestAnimationFrame)
    if (document.activeElement === document.body) this.heading.focus()
  }

  private changed(now: CaseView) {
    this.dispatchEvent(new CustomEvent('case-changed', { detail: now }))
  }

  private outdated() {
    this.dispatchEvent(new CustomEvent('case-outdated'))
  }
}
