import { consume } from '@lit/context'
import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ClockView } from '../../service/contract/complaint-view.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'
import { surfaces } from '../ui/surfaces.ts'
import { badges, dueWords } from './case-badges.ts'

/** The clocks of a case: those that run first, each with how its date was counted. */
@customElement('case-clocks')
export class CaseClocks extends LitElement {
  static override styles = [
    controls,
    surfaces,
    badges,
    css`
      ul {
        display: grid;
        gap: 14px;
      }
      li.over {
        color: var(--ink-soft);
      }
      summary {
        color: var(--accent);
        cursor: pointer;
      }
      .label {
        font-weight: 600;
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @property({ attribute: false }) clocks: readonly ClockView[] = []

  override render() {
    const { casePage } = this.words
    const order = (clock: ClockView) => `${clock.stoppedAt === null ? 0 : 1}${clock.dueAt}`
    const sorted = [...this.clocks].sort((one, other) => order(one).localeCompare(order(other)))
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading">${casePage.clocks}</h2>
        <p class="soft small">${casePage.clocksHint}</p>
      </div>
      ${
        sorted.length === 0
          ? html`<p class="soft">${casePage.noClocks}</p>`
          : html`<ul class="plain">${sorted.map((clock) => this.renderClock(clock))}</ul>`
      }
    </section>`
  }

  private renderClock(clock: ClockView) {
    const { casePage } = this.words
    return html`<li class=${clock.stoppedAt === null ? '' : 'over'}>
      <p class="label">${clock.label}</p>
      <p class="spread">${this.renderState(clock)}</p>
      <details class="small">
        <summary>${casePage.howCounted}</summary>
        <p>${clock.explanation}</p>
      </details>
    </li>`
  }

  private renderState({ stoppedAt, pausedAt, dueAt, overdue }: ClockView) {
    const { casePage, formats } = this.words
    if (stoppedAt !== null)
      return html`<span class="due">${icons.check}${casePage.stoppedAt(formats.day(stoppedAt))}</span>`
    if (pausedAt !== null)
      return html`<span class="due">${icons.pause}${casePage.pausedAt(formats.day(pausedAt))}</span>`
    return html`${dueWords(dueAt, overdue, this.words)}
      <span class="soft small">${casePage.dueAt(formats.day(dueAt))}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-clocks': CaseClocks
  }
}
