import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LetterLine, LetterList } from '../../../service/contract/papers.ts'
import { entriesOf } from '../../../service/shared/records.ts'
import type { LetterState } from '../../api/wire.ts'
import { caseAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { fields } from '../../ui/fields.ts'
import { isTicked } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { sideways, tabs } from '../../ui/tabs.ts'

@customElement('letter-row')
export class LetterRow extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 12px;
        align-items: start;
        padding: 14px 20px;
        border-radius: var(--radius-large);
        background: var(--surface);
        overflow-wrap: anywhere;
      }
      .late {
        color: var(--danger);
      }
    `,
  ]

  @property({ attribute: false }) letter!: LetterLine
  @property({ type: Boolean }) choosable = false
  @property({ type: Boolean }) chosen = false

  override render() {
    const { letters, formats } = this.wording
    const {
      kind,
      letterNumber,
      number,
      addressee,
      changedAt,
      courierNumber,
      returned,
      replaced,
      obstacle,
      postedOn,
      mayRead,
    } = this.letter
    const name = letterNumber ?? `${letters.kinds[kind]}, ${number}`
    const steps = [
      postedOn
        ? letters.postedOn({ day: formats.day(postedOn) })
        : letters.since({ when: formats.dayAndTime(changedAt) }),
      courierNumber && letters.courier({ number: courierNumber }),
      returned && letters.reasons[returned],
      replaced && letters.replaced,
    ]
    return html`
      <input type="checkbox" aria-label=${letters.choose({ name })} .checked=${this.chosen} ?disabled=${!this.choosable}
        @change=${this.onChosen}>
      <div>
        <strong>${letters.kinds[kind]}</strong>${letterNumber ? html` · ${letterNumber}` : nothing}
        <p class="small">
          ${letters.to}: ${addressee ?? letters.confidential} · ${letters.forCase}
          <a href=${caseAddress(this.unit.tenant, number)}>${number}</a>
        </p>
        <p class="soft small">${steps.filter(Boolean).join(' · ')}</p>
        ${obstacle ? html`<p class="small late">${icons.alert} ${letters.obstacles[obstacle]}</p>` : nothing}
      </div>
      ${
        mayRead
          ? html`<button type="button" @click=${this.onOpened}>${letters.open}<span class="unseen"> ${name}</span></button>`
          : nothing
      }
    `
  }

  private onChosen(event: Event) {
    const detail = isTicked(event)
    this.dispatchEvent(new CustomEvent('letter-chosen', { detail }))
  }

  private onOpened() {
    this.dispatchEvent(new CustomEvent('letter-opened'))
  }
}

@customElement('letter-tabs')
export class LetterTabs extends PageElement {
  static override styles = [controls, tabs]

  @property() state: LetterState = 'approved'
  @property({ attribute: false }) counts: LetterList['counts'] = {}

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('state') || changed.has('counts')) {
      this.renderRoot.querySelector('[aria-current]')?.scrollIntoView(sideways)
    }
  }

  override render() {
    const { letters, formats } = this.wording
    const stages = entriesOf(letters.states)
    return html`<nav aria-label=${letters.tabs}>
      ${stages.map(([stage, name]) => {
        const count = this.counts[stage]
        return html`<a href="${location.pathname}?state=${stage}" aria-current=${stage === this.state ? 'page' : nothing}>
          ${name}${count ? html`<span class="count">${formats.number(count)}</span>` : nothing}
        </a>`
      })}
    </nav>`
  }
}
