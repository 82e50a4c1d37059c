import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { casesAddress, todayAddress } from '../page/addresses.ts'
import { badges, dueWords, statusBadge } from '../page/case-badges.ts'
import { cameFrom } from '../page/navigation.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'

/** Which case this is, in one line that stays: number, subject, status and the nearest date. */
@customElement('case-header')
export class CaseHeader extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 12px;
        font-size: 0.875rem;
      }
      h1 {
        flex: 1 1 240px;
        min-inline-size: 0;
        overflow: hidden;
        font-size: var(--size-large);
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .number {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      .back {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: var(--size-small);
        text-decoration: none;
      }
      @media (pointer: coarse) {
        .back {
          min-block-size: 44px;
        }
      }
      @media (max-width: 767px) {
        h1 {
          flex-basis: 100%;
          order: 1;
          -webkit-line-clamp: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    const { casePage, retention, today } = this.wording
    const { number, status, subject, destroyed, clocks } = this.case
    const register = casesAddress(this.unit.tenant)
    const home = todayAddress(this.unit.tenant)
    const from = cameFrom(register) ?? cameFrom(home)
    const [nearest] = clocks
      .filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null)
      .sort((one, other) => one.dueAt.localeCompare(other.dueAt))
    const heading = destroyed ? retention.destroyed.heading : subject
    return html`
      <a class="back screen-only" href=${from ?? register} @click=${from ? this.goBack : nothing}>
        ${icons.left}${from?.startsWith(home) ? today.heading : casePage.backToRegister}
      </a>
      <span class="number">${number}</span>
      <h1 title=${heading}>${heading}</h1>
      ${statusBadge(status, this.wording)}
      ${nearest ? html`<span title=${nearest.label}>${dueWords(nearest.dueAt, nearest.overdue, this.wording)}</span>` : nothing}
    `
  }

  private goBack(event: Event) {
    event.preventDefault()
    history.back()
  }
}
