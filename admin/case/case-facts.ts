import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { forwardingWording } from '../wording/forwarding-wording.ts'
import { caseAddress } from '../page/addresses.ts'
import { badges, bookMark, careMarks } from '../page/case-badges.ts'
import { ownWords } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'

/** The facts of a case that decide what to do, and its papers to take along. */
@customElement('case-facts')
export class CaseFacts extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host,
      .marks {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 16px;
        font-size: var(--size-small);
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
      }
      dl > div {
        display: flex;
        gap: 5px;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        font-weight: 600;
      }
      .tools {
        gap: 0;
        margin-inline-start: auto;
      }
      .tools a {
        min-block-size: 30px;
        padding-inline: 8px;
        font-size: var(--size-small);
      }
      @media (pointer: coarse) {
        .tools a {
          min-block-size: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    return html`<div class="marks">${this.renderMarks()}</div>${this.renderFacts()}${this.renderTools()}`
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
    const { cameFrom: from, fromBook, split } = this.case
    const forwarding = forwardingWording(this.wording)
    return html`${from ? html`<span class="mark">${icons.returned}${forwarding.cameFrom(from.office, from.number)}</span>` : nothing}
      ${split.from ? this.renderSplit(forwarding.splitFrom, split.from) : nothing}
      ${split.into.map((number) => this.renderSplit(forwarding.splitInto, number))}
      ${bookMark(fromBook !== null, this.wording)}`
  }

  private renderSplit(what: string, number: string) {
    return html`<span class="mark">${icons.copy}${what} <a href=${caseAddress(this.unit.tenant, number)}>${number}</a></span>`
  }

  private renderGuard() {
    if (!this.case.guard) return nothing
    const { guard } = this.wording
    const { concerns, candidates, steward } = this.case.guard
    const namesOf = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).join(', ')
    const mark = [
      ...(concerns.length > 0 ? [guard.mark(namesOf(concerns))] : []),
      ...(candidates.length > 0 ? [guard.markMeanwhile(namesOf(candidates))] : []),
    ].join(' · ')
    return html`<span class="mark care">${icons.hidden}${steward ? `${mark} · ${guard.handledBy(steward.name)}` : mark}</span>`
  }

  private renderFacts() {
    const { casePage, register, vocabulary, formats } = this.wording
    const { category, channel, handler, receivedAt, enteredAt, place, receivedBy } = this.case
    return html`<dl aria-label=${casePage.facts}>
      <div><dt>${casePage.handler}</dt><dd>${handler?.name ?? register.noHandler}</dd></div>
      <div><dt>${casePage.category}</dt><dd>${ownWords(this.unit.view, category.label)}</dd></div>
      <div>
        <dt>${casePage.received}</dt>
        <dd title=${casePage.receivedBy(receivedBy)}>
          ${formats.dayAndTime(receivedAt)} · ${vocabulary.channels[channel]}${place ? ` ${casePage.receivedAtPlace(place)}` : ''}${enteredAt ? `, ${casePage.enteredOn(formats.longDay(enteredAt))}` : ''}
        </dd>
      </div>
    </dl>`
  }

  private renderTools() {
    const { casePage } = this.wording
    const { number, destroyed, fromBook } = this.case
    if (destroyed) return nothing
    return html`<div class="row tools screen-only">
      ${
        fromBook
          ? nothing
          : html`<a class="button quiet" href=${this.client.receiptAddress(this.unit.tenant, number)} target="_blank" rel="noopener">${icons.file}${casePage.receiptPdf}</a>`
      }
      <a class="button quiet" href=${this.client.papers.printAddress(this.unit.tenant, number)} target="_blank" rel="noopener">${icons.print}${casePage.print}</a>
    </div>`
  }
}
