import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { panelActs } from '../desk/acts/act-table.ts'
import { PageElement } from '../page/page-element.ts'
import type { UnsentWords } from '../page/unsent-words.ts'
import { icons } from '../ui/icons.ts'
import { unsentWording } from '../wording/unsent-wording.ts'

/**
 * Says in one line what the person typed here and has not sent, and asks where two devices wrote.
 * @fires unsent-wanted - `detail` is the form in which it goes on
 */
@customElement('case-unsent')
export class CaseUnsent extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin: 0;
      }
      /* Who types far below must see it. */
      .banner {
        position: fixed;
        z-index: 7;
        inset-block-end: 88px;
        inset-inline: max(16px, calc(50% - 360px));
        align-items: center;
        box-shadow: var(--shadow);
      }
    `,
  ]

  @property({ attribute: false }) unsent!: UnsentWords
  /** The form that is open, which needs no pointing at. */
  @property() shown = ''
  /** The acts that are open; a form of another one would be refused. */
  @property({ attribute: false }) acts: readonly string[] = []
  /** Changes with what is kept, so that the line is drawn anew. */
  @property({ type: Number }) turn = 0

  override render() {
    const words = unsentWording(this.wording)
    const waiting = [...this.unsent.keys()].filter((kind) => kind !== this.shown && this.acts.includes(kind))
    return html`<div role="status">
      ${this.unsent.hasFailed ? html`<div class="banner warn">${icons.alert}<p>${words.notKept}</p></div>` : nothing}
      ${[...this.unsent.elsewhere].map(
        ([kind, { savedAt }]) => html`<div class="banner warn">${icons.alert}<p>
          ${words.elsewhere(this.nameOf(kind), this.wording.formats.dayAndTime(savedAt))}
          <button @click=${() => this.choose(kind, 'elsewhere')}>${words.useElsewhere}</button>
          <button @click=${() => this.choose(kind, 'here')}>${words.useHere}</button>
        </p></div>`,
      )}
      ${
        waiting.length > 0
          ? html`<p class="soft small">${icons.edit}${words.waits}
              ${waiting.map((kind) => html`<button class="quiet" @click=${() => this.want(kind)}>${this.nameOf(kind)}</button>`)}
            </p>`
          : nothing
      }
    </div>`
  }

  private nameOf(kind: string): string {
    const words = unsentWording(this.wording)
    if (kind === 'message' || kind === 'note') return words[kind]
    const act = panelActs.find((one) => one === kind)
    return act ? this.wording.acts.byAct[act].name : ''
  }

  private choose(kind: string, whose: 'here' | 'elsewhere') {
    this.unsent.choose(kind, whose)
    if (whose === 'elsewhere') this.want(kind)
  }

  private want(kind: string) {
    this.dispatchEvent(new CustomEvent('unsent-wanted', { detail: kind }))
  }
}
