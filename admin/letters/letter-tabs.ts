import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LetterList } from '../../service/contract/letters.ts'
import type { LetterState } from '../api/wire.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'

/** Links to the stages of letters, each with how many there are. */
@customElement('letter-tabs')
export class LetterTabs extends LitElement {
  static override styles = [
    controls,
    css`
      nav {
        display: flex;
        gap: 2px;
        overflow-x: auto;
        scrollbar-width: thin;
        padding: 3px;
        margin: -3px;
      }
      a {
        display: flex;
        align-items: center;
        gap: 6px;
        min-block-size: 36px;
        padding: 4px 11px;
        border-radius: var(--radius);
        color: var(--ink);
        font-size: 0.875rem;
        text-decoration: none;
        white-space: nowrap;
      }
      a:hover {
        background: var(--sunk);
      }
      a[aria-current] {
        background: var(--ink);
        color: var(--paper);
        font-weight: 600;
      }
      .count {
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
      }
      @media (pointer: coarse) {
        a {
          min-block-size: 44px;
        }
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @property() state: LetterState = 'draft'
  @property({ attribute: false }) counts: LetterList['counts'] = {}

  override render() {
    const { letters, formats } = this.words
    const stages = Object.entries(letters.states) as [LetterState, string][]
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

declare global {
  interface HTMLElementTagNameMap {
    'letter-tabs': LetterTabs
  }
}
