import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StaffAct } from '../../service/contract/acts.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import { actTable, type PanelAct, panelActs } from '../desk/acts/act-table.ts'
import type { SeriesMenu } from '../desk/series/series-menu.ts'
import { mergeAddress } from '../page/addresses.ts'
import { PageElement } from '../page/page-element.ts'
import actWords from '../texts/act-words.json'
import mergeWording from '../texts/merge.json'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'

/** So many acts stand on the bar; the others are under "Lainnya". */
const MOST_SHOWN = 3

/** The usual way of a case comes first, then what ends it here, then what only puts something right. */
function rankOf(act: PanelAct, isDispatched: boolean): number {
  if (actTable[act].weight === 'rare') return 3
  if (actTable[act].weight === 'end') return 2
  return act === 'dispatch' && isDispatched ? 1 : 0
}

interface ArrangedActs {
  readonly shown: readonly PanelAct[]
  /** These stand under "Lainnya". */
  readonly more: readonly PanelAct[]
  /** The first one shown, where it brings the case on; otherwise nothing stands out, so that nothing is pressed by habit. */
  readonly next: PanelAct | null
}

export function arrangeActs(open: readonly StaffAct[], isDispatched: boolean): ArrangedActs {
  const sorted = panelActs
    .filter((act) => open.includes(act))
    .sort((one, other) => rankOf(one, isDispatched) - rankOf(other, isDispatched))
  const [first] = sorted
  const isNext = first && actTable[first].weight === 'next' && rankOf(first, isDispatched) === 0
  return { shown: sorted.slice(0, MOST_SHOWN), more: sorted.slice(MOST_SHOWN), next: isNext ? first : null }
}

/**
 * The acts that are open to this person now; the next step of the case stands out until an act is chosen, which brings a button of its own.
 * @fires act-chosen - `detail` is the act
 * @fires template-wanted - an act is to begin from the unit's own words
 */
@customElement('act-bar')
export class ActBar extends PageElement {
  static override styles = [
    controls,
    css`
      [role='group'] {
        position: relative;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      .more {
        position: absolute;
        z-index: 6;
        inset-block-start: calc(100% + 4px);
        inset-inline-end: 0;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        min-inline-size: min(260px, 100%);
        max-inline-size: 100%;
        /* The bar stays while the page moves, so what does not fit is moved to within the list. */
        max-block-size: 60vh;
        overflow-y: auto;
        padding: 6px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-large);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .more > * {
        justify-content: flex-start;
        border-color: transparent;
        background: transparent;
        color: var(--ink);
        font-weight: 500;
      }
      .opens {
        margin-inline-start: auto;
      }
      @media (max-width: 640px) {
        [role='group'] {
          display: grid;
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        button {
          padding-inline: 8px;
        }
        .opens {
          margin: 0;
        }
        .more {
          max-block-size: 45vh;
        }
      }
      p {
        margin: 0 0 8px;
        color: var(--ink-soft);
      }
      [aria-expanded='true'] {
        box-shadow: 0 0 0 2px var(--paper), 0 0 0 4px var(--accent);
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @property() chosen: PanelAct | '' = ''
  @state() private isOpen = false
  @state() private looksForSeries = false

  override disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('click', this.onElsewhere)
  }

  override render() {
    const { acts, templates } = this.wording
    const { shown, more, next } = arrangeActs(this.case.acts, this.case.handler !== null)
    // One reason may close several acts.
    const closed = [...new Set(this.case.closedActs.map(({ detail }) => detail))].map(
      (detail) => html`<p>${detail}</p>`,
    )
    if (shown.length === 0) return closed.length > 0 ? closed : html`<p>${acts.none}</p>`
    return html`${closed}<div role="group" aria-label=${acts.bar} @keydown=${this.onKey}>
      ${shown.map((act) => this.renderAct(act, act === next && this.chosen === ''))}
      <button class="opens" aria-expanded=${this.isOpen} aria-controls="more" @click=${this.toggle}>${acts.more}${icons.down}</button>
      <div id="more" class="more" ?hidden=${!this.isOpen}>
        ${more.map((act) => this.renderAct(act, false))} ${this.renderMerge()}
        <button class="act" @click=${this.wantTemplate}>${icons.file}${templates.use}</button>
        ${this.looksForSeries ? html`<series-menu .case=${this.case} @series-chosen=${this.open} @series-over=${this.shut}></series-menu>` : nothing}
      </div>
    </div>`
  }

  override focus() {
    this.renderRoot.querySelector('button')?.focus()
  }

  private renderAct(act: PanelAct, isNext: boolean) {
    return html`<button class="act ${isNext ? 'primary' : ''}" aria-expanded=${act === this.chosen} @click=${() => this.choose(act)}>
      ${icons[actTable[act].icon]}${actWords(this.wording)[act].name}
    </button>`
  }

  private renderMerge() {
    if (!this.case.acts.includes('merge')) return nothing
    const address = mergeAddress(this.unit.tenant, this.case.number)
    return html`<a class="button act" href=${address}>${icons.copy}${mergeWording(this.wording).action}</a>`
  }

  private toggle() {
    this.isOpen = !this.isOpen
    if (!this.isOpen) return removeEventListener('click', this.onElsewhere)
    addEventListener('click', this.onElsewhere)
    void this.lookForSeries()
  }

  private open() {
    if (!this.isOpen) this.toggle()
  }

  private shut() {
    if (this.isOpen) this.toggle()
  }

  /** Series of acts are looked for only where somebody opens a list of acts: this menu, or the palette. */
  async lookForSeries(): Promise<void> {
    const menu = this.renderRoot.querySelector<SeriesMenu>('series-menu')
    if (menu) return menu.look()
    const isLoaded = await import('../desk/series/series-menu.ts').then(
      () => true,
      () => false,
    )
    // Somebody may have left the page meanwhile.
    this.looksForSeries = isLoaded && this.isConnected
    await this.updateComplete
    await this.renderRoot.querySelector<SeriesMenu>('series-menu')?.look()
  }

  private readonly onElsewhere = (event: Event) => {
    if (!event.composedPath().includes(this)) this.toggle()
  }

  private onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !this.isOpen) return
    this.toggle()
    this.renderRoot.querySelector<HTMLButtonElement>('.opens')?.focus()
  }

  private wantTemplate() {
    if (this.isOpen) this.toggle()
    this.dispatchEvent(new CustomEvent('template-wanted'))
  }

  private choose(act: PanelAct) {
    if (this.isOpen) this.toggle()
    this.dispatchEvent(new CustomEvent('act-chosen', { detail: act }))
  }
}
