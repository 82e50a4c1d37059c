import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LetterList } from '../../../service/contract/letters.ts'
import { entriesOf } from '../../../service/shared/records.ts'
import type { LetterState } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { sideways, tabs } from '../../ui/tabs.ts'

/** Links to the stages of letters, each with how many there are. */
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
