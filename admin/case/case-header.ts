import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { forwardingWording } from '../desk/acts/forwarding-wording.ts'
import { casesAddress, todayAddress } from '../page/addresses.ts'
import { badges, bookMark, careMarks, dueWords, statusBadge } from '../page/case-badges.ts'
import { cameFrom } from '../page/navigation.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'

/** What a case is, at one look: number, status, subject, and the facts that decide what to do. */
@customElement('case-header')
export class CaseHeader extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .number {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      h1 {
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 24px;
        font-size: 0.875rem;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      dd {
        font-weight: 500;
      }
      .back {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: var(--size-small);
        text-decoration: none;
      }
      .tools {
        flex-wrap: nowrap;
        margin-inline: -14px;
      }
      .marks {
        gap: 14px;
        font-size: var(--size-small);
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    const { casePage } = this.wording
    const { number, status, subject, destroyed, fromBook } = this.case
    const register = casesAddress(this.unit.tenant)
    const today = todayAddress(this.unit.tenant)
    const from = cameFrom(register) ?? cameFrom(today)
    return html`
      <div class="spread">
        <div class="row marks">
          <a class="back screen-only" href=${from ?? register} @click=${from ? this.goBack : nothing}>
            ${icons.left}${from?.startsWith(today) ? this.wording.today.heading : casePage.backToRegister}
          </a>
          <span class="number">${number}</span>${statusBadge(status, this.wording)}${this.renderMarks()}
        </div>
        <div class="row tools screen-only">
          ${
            destroyed
              ? nothing
              : html`${
                  fromBook
                    ? nothing
                    : html`<a class="button quiet" href=${this.client.receiptAddress(this.unit.tenant, number)} target="_blank" rel="noopener">
            ${icons.file}${casePage.receiptPdf}
          </a>`
                }
          <a class="button quiet" href=${this.client.papers.printAddress(this.unit.tenant, number)} target="_blank" rel="noopener">
            ${icons.print}${casePage.print}
          </a>`
          }
        </div>
      </div>
      <h1>${destroyed ? this.wording.retention.destroyed.heading : subject}</h1>
      ${this.renderFacts()}
    `
  }

  // What asks for care is marked; the usual is shown too, so that nobody has to know what a missing mark means.
  private renderMarks() {
    const { vocabulary } = this.wording
    const { class: kind, privacy } = this.case
    return html`${careMarks(this.case, this.wording)} ${this.renderGuard()} ${this.renderOrigin()}
      ${kind === 'oversight' ? nothing : html`<span class="soft">${vocabulary.classes[kind]}</span>`}
      ${privacy === 'named' ? html`<span class="soft">${vocabulary.privacy[privacy]}</span>` : nothing}`
  }

  private renderOrigin() {
    const { cameFrom: from, fromBook } = this.case
    const forwarding = forwardingWording(this.wording)
    return html`${from ? html`<span class="mark">${icons.returned}${forwarding.cameFrom(from.office, from.number)}</span>` : nothing}
      ${bookMark(fromBook !== null, this.wording)}`
  }

  private renderGuard() {
    if (!this.case.guard) return nothing
    const { guard } = this.wording
    const { concerns, steward } = this.case.guard
    const mark = guard.mark(concerns.map(({ name }) => name).join(', '))
    return html`<span class="mark care">${icons.hidden}${steward ? `${mark} · ${guard.handledBy(steward.name)}` : mark}</span>`
  }

  private renderFacts() {
    const { casePage, register, vocabulary, formats } = this.wording
    const { category, channel, handler, receivedAt, clocks, place, receivedBy } = this.case
    const [nearest] = clocks
      .filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null)
      .sort((one, other) => one.dueAt.localeCompare(other.dueAt))
    return html`<dl aria-label=${casePage.facts}>
      <div>
        <dt>${casePage.nearestClock}</dt>
        <dd>
          ${dueWords(nearest?.dueAt ?? null, nearest?.overdue ?? false, this.wording)}${nearest ? html` · ${nearest.label}` : nothing}
        </dd>
      </div>
      <div><dt>${casePage.handler}</dt><dd>${handler?.name ?? register.noHandler}</dd></div>
      <div><dt>${casePage.category}</dt><dd>${category.label}</dd></div>
      <div>
        <dt>${casePage.received}</dt>
        <dd title=${casePage.receivedBy(receivedBy)}>
          ${formats.dayAndTime(receivedAt)} · ${vocabulary.channels[channel]}${place ? ` ${casePage.receivedAtPlace(place)}` : ''}
        </dd>
      </div>
    </dl>`
  }

  private goBack(event: Event) {
    event.preventDefault()
    history.back()
  }
}
