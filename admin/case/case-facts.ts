import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { caseAddress } from '../page/addresses.ts'
import { badges, bookMark, careMarks } from '../page/case-badges.ts'
import { ownWords } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import forwardingWording from '../texts/forwarding.json'
import guardWording from '../texts/guard.json'
import { icons } from '../ui/icons.ts'

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
    return html`<div class="marks">${this.renderMarks()}</div>
      <dl aria-label=${this.wording.casePage.facts}>${this.facts.map(renderFact)}</dl>
      ${this.case.destroyed ? nothing : html`<div class="row tools screen-only">${this.papers.map(renderPaper)}</div>`}`
  }

  /** What asks for care is marked; the usual is shown too, so that nobody has to know what a missing mark means. */
  private renderMarks() {
    const { vocabulary } = this.wording
    const { class: kind, privacy } = this.case
    return html`${careMarks(this.case, this.wording)} ${this.renderGuard()} ${this.renderOrigin()}
      ${kind === 'oversight' ? nothing : html`<span class="soft">${vocabulary.classes[kind]}</span>`}
      ${privacy === 'named' ? html`<span class="soft">${vocabulary.privacy[privacy]}</span>` : nothing}`
  }

  private renderGuard() {
    if (!this.case.guard) return nothing
    const guard = guardWording(this.wording)
    const { concerns, candidates, declared, chosen, steward } = this.case.guard
    const parts = [
      concerns.length > 0 && guard.mark({ names: namesOf(concerns) }),
      chosen.length > 0 && guard.markChosen({ positions: chosen.join(', ') }),
      declared.length > 0 && guard.markDeclared({ names: namesOf(declared) }),
      candidates.length > 0 && guard.markMeanwhile({ names: namesOf(candidates) }),
      steward && guard.handledBy({ name: steward.name }),
    ]
    return html`<span class="mark care">${icons.hidden}${parts.filter(Boolean).join(' · ')}</span>`
  }

  private renderOrigin() {
    const { cameFrom: from, fromBook, split } = this.case
    const { cameFrom, splitFrom, splitInto } = forwardingWording(this.wording)
    return html`${from ? html`<span class="mark">${icons.returned}${cameFrom({ office: from.office, number: from.number })}</span>` : nothing}
      ${split.from ? this.renderSplit(splitFrom, split.from) : nothing}
      ${split.into.map((number) => this.renderSplit(splitInto, number))}
      ${bookMark(fromBook !== null, this.wording)}`
  }

  private renderSplit(what: string, number: string) {
    return html`<span class="mark">${icons.copy}${what} <a href=${caseAddress(this.unit.tenant, number)}>${number}</a></span>`
  }

  private get facts(): readonly Fact[] {
    const { casePage, register } = this.wording
    const { category, handler, receivedBy } = this.case
    return [
      { name: casePage.handler, value: handler?.name ?? register.noHandler },
      { name: casePage.category, value: ownWords(this.unit.view, category.label) },
      { name: casePage.received, value: this.received, title: casePage.receivedBy({ by: receivedBy }) },
    ]
  }

  private get received(): string {
    const { casePage, vocabulary, formats } = this.wording
    const { receivedAt, channel, place, enteredAt } = this.case
    const way = `${formats.dayAndTime(receivedAt)} · ${vocabulary.channels[channel]}`
    const where = place ? `${way} ${casePage.receivedAtPlace({ place })}` : way
    return enteredAt ? `${where}, ${casePage.enteredOn({ day: formats.longDay(enteredAt) })}` : where
  }

  /** A case from an old register has no receipt. */
  private get papers(): readonly Paper[] {
    const { casePage } = this.wording
    const { number, fromBook } = this.case
    const { tenant } = this.unit
    const receipt = {
      at: this.client.address('GET /cases/{number}/receipt.pdf', { params: { tenant, number } }),
      icon: icons.file,
      name: casePage.receiptPdf,
    }
    const print = {
      at: this.client.address('GET /cases/{number}/print.pdf', { params: { tenant, number } }),
      icon: icons.print,
      name: casePage.print,
    }
    return fromBook ? [print] : [receipt, print]
  }
}

interface Fact {
  readonly name: string
  readonly value: string | TemplateResult
  readonly title?: string
}

interface Paper {
  readonly at: string
  readonly icon: TemplateResult
  readonly name: string
}

const namesOf = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).join(', ')

const renderFact = ({ name, value, title }: Fact) =>
  html`<div><dt>${name}</dt><dd title=${title ?? nothing}>${value}</dd></div>`

const renderPaper = ({ at, icon, name }: Paper) =>
  html`<a class="button quiet" href=${at} target="_blank" rel="noopener">${icon}${name}</a>`
