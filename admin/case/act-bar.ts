import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { actForms, type PanelAct, panelActs } from '../desk/acts/act-table.ts'
import { mergeWording } from '../desk/merge/merge-wording.ts'
import { mergeAddress } from '../page/addresses.ts'
import { PageElement } from '../page/page-element.ts'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'

/** Acts that close a way stand last; dispatching again comes after what is usually next. */
const rankOf = (act: PanelAct, isDispatched: boolean) =>
  actForms[act].weight === 'end' ? 2 : act === 'dispatch' && isDispatched ? 1 : 0

/**
 * The acts that are open to this person now; the first is the usual next step.
 * @fires act-chosen - `detail` is the act
 * @fires template-wanted - an act is to begin from the unit's own words
 */
@customElement('act-bar')
export class ActBar extends PageElement {
  static override styles = [
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      @media (max-width: 640px) {
        div {
          display: grid;
          grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        }
        button {
          padding-inline: 8px;
        }
      }
      p {
        margin: 0;
        color: var(--ink-soft);
      }
      .end {
        border-color: transparent;
        background: transparent;
        color: var(--danger);
      }
      [aria-expanded='true'] {
        box-shadow: 0 0 0 2px var(--paper), 0 0 0 4px var(--accent);
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @property() chosen: PanelAct | '' = ''

  override render() {
    const { acts } = this.wording
    const isDispatched = this.case.handler !== null
    const open = panelActs
      .filter((act) => this.case.acts.includes(act))
      .sort((one, other) => rankOf(one, isDispatched) - rankOf(other, isDispatched))
    if (open.length === 0) return html`<p>${acts.none}</p>`
    return html`<div role="group" aria-label=${acts.bar}>
      ${open.map((act, position) => this.renderAct(act, position === 0))} ${this.renderMerge()}
      <button class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('template-wanted'))}>${icons.file}${this.wording.templates.use}</button>
    </div>`
  }

  /** Where keyboard and screen reader go on once an act is done. */
  override focus() {
    this.renderRoot.querySelector('button')?.focus()
  }

  private renderAct(act: PanelAct, isFirst: boolean) {
    const { icon, weight } = actForms[act]
    const look = weight === 'end' ? 'end' : isFirst ? 'primary' : ''
    return html`<button class=${look} aria-expanded=${act === this.chosen} @click=${() => this.choose(act)}>
      ${icons[icon]}${this.wording.acts.byAct[act].name}
    </button>`
  }

  private renderMerge() {
    if (!this.case.acts.includes('merge')) return nothing
    const address = mergeAddress(this.unit.tenant, this.case.number)
    return html`<a class="button" href=${address}>${icons.copy}${mergeWording(this.wording).action}</a>`
  }

  private choose(act: PanelAct) {
    this.dispatchEvent(new CustomEvent('act-chosen', { detail: act }))
  }
}
