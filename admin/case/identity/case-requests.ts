import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { IdentityRequest } from '../../api/wire.ts'
import { badges } from '../../page/case-badges.ts'
import { PageElement } from '../../page/page-element.ts'
import './decision-form.ts'
import type { Decide } from './decision-form.ts'

/** Lists the requests to open the identity with their reasons and decisions, and lets a custodian decide. */
@customElement('case-requests')
export class CaseRequests extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host,
      ul,
      li {
        display: grid;
        gap: 12px;
      }
      li {
        gap: 8px;
        padding-block-start: 12px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .decision {
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--line-strong);
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: false }) identity!: CaseView['identity']
  @property({ attribute: false }) decide!: Decide

  override render() {
    const latestFirst = [...this.identity.requests].sort((one, other) => other.at.localeCompare(one.at))
    return html`<h3 id="requests">${this.wording.custody.requests}</h3>
      <ul class="plain" aria-labelledby="requests">${latestFirst.map((request) => this.renderRequest(request))}</ul>`
  }

  private renderRequest(request: IdentityRequest) {
    const { formats } = this.wording
    const { at, by, groundLabel, reason, decision } = request
    return html`<li>
      <div class="spread"><strong>${groundLabel}</strong>${this.renderState(request)}</div>
      <p class="prose">${reason}</p>
      <p class="soft small">${by} · ${formats.dayAndTime(at)}</p>
      ${
        decision
          ? html`<div class="decision">
              <p class="prose">${decision.because}</p>
              <p class="soft small">${decision.by} · ${formats.dayAndTime(decision.at)}</p>
            </div>`
          : this.renderWaiting(request)
      }
    </li>`
  }

  private renderState({ decision }: IdentityRequest) {
    const { states } = this.wording.custody
    if (!decision) return html`<span class="badge waiting">${states.waiting}</span>`
    return decision.granted
      ? html`<span class="badge done">${states.granted}</span>`
      : html`<span class="badge alarm">${states.refused}</span>`
  }

  private renderWaiting(request: IdentityRequest) {
    if (request.own) return html`<p class="soft small">${this.wording.custody.ownWaits}</p>`
    if (!this.identity.mayDecide) return nothing
    return html`<decision-form class="screen-only" number=${this.number} .request=${request} .decide=${this.decide}></decision-form>`
  }
}
