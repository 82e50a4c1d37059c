import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../page/page-element.ts'
import findingWording from '../texts/finding.json'
import { controls } from '../ui/controls.ts'
import { fields } from '../ui/fields.ts'
import { valueIn } from '../ui/form.ts'
import { isNarrowed, type RegisterQuery } from './register-query.ts'
import './reporter-look-up.ts'

/**
 * Filters by the days of receipt and by the channel. It comes after the list: most who open the register need neither.
 * @fires query-changed - `detail` is what changes in the query
 */
@customElement('more-filters')
export class MoreFilters extends PageElement {
  static override styles = [
    controls,
    fields,
    css`
      :host {
        display: flex;
        gap: 0 16px;
        white-space: nowrap;
      }
      :host([open]) {
        flex-wrap: wrap;
        white-space: normal;
      }
      details[open],
      reporter-look-up[open] {
        flex: 1 0 100%;
      }
      summary {
        inline-size: fit-content;
        padding-block: 6px;
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
      }
      label {
        display: grid;
        flex: 0 1 190px;
        gap: 2px;
        font-size: var(--size-small);
      }
      @media (max-width: 720px) {
        :host {
          flex-wrap: wrap;
        }
        label {
          flex-basis: 100%;
        }
      }
    `,
  ]

  @property({ attribute: false }) query!: RegisterQuery

  override render() {
    const words = findingWording(this.wording)
    const { from, to, channel, placeWords } = this.query
    return html`<details ?open=${isNarrowed(this.query)} @toggle=${this.onToggle}>
      <summary>${words.more}</summary>
      <div class="choices">
        <label>${words.from}<input type="date" name="from" .value=${from} max=${to || nothing} @change=${(event: Event) => this.change({ from: valueIn(event) })}></label>
        <label>${words.to}<input type="date" name="to" .value=${to} min=${from || nothing} @change=${(event: Event) => this.change({ to: valueIn(event) })}></label>
        <label>${words.channel}<select name="channel" @change=${(event: Event) => this.change({ channel: valueIn(event) })}>
          <option value="">${words.anyChannel}</option>
          ${Object.entries(this.wording.vocabulary.channels).map(
            ([code, name]) => html`<option value=${code} ?selected=${code === channel}>${name}</option>`,
          )}
        </select></label>
        <label>${words.placeWords}<input type="search" name="placeWords" maxlength="100" .value=${placeWords} @change=${(event: Event) => this.change({ placeWords: valueIn(event).trim() })}></label>
      </div>
      ${from && to && from > to ? html`<p class="error" role="alert">${words.reversed}</p>` : nothing}
      <p class="hint">${words.howToSearch}</p>
    </details>
    ${this.unit.permissions.includes('identity.open') ? html`<reporter-look-up @toggled=${this.onToggle}></reporter-look-up>` : nothing}`
  }

  private onToggle() {
    this.toggleAttribute('open', this.renderRoot.querySelector('[open]') !== null)
  }

  private change(detail: Partial<RegisterQuery>) {
    this.dispatchEvent(new CustomEvent('query-changed', { detail: { ...detail, cursor: '' } }))
  }
}
