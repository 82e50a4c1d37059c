import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import { PageElement } from '../../page/page-element.ts'
import guardWording from '../../texts/guard.json'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'

export interface GuardWanted {
  readonly staff: readonly string[]
  readonly because: string
}

/** More than these are chosen from the list alone. */
const MOST_BUTTONS = 4

/**
 * Asks who of the candidates is meant. Until somebody answers, the case is kept from all of them.
 * @fires guard-wanted - somebody begins to answer; `detail` is a `GuardWanted`
 * @fires guard-changed - none of them is meant; `detail` says whether the case stays visible
 */
@customElement('who-is-meant')
export class WhoIsMeant extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: block;
      }
      div {
        display: grid;
        gap: 8px;
      }
      h2 {
        font-size: 1rem;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
      }
      button {
        text-align: start;
      }
      .position {
        font-weight: 400;
      }
      @media (max-width: 600px) {
        .choices {
          display: grid;
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  private readonly attempt = new Attempt(this)

  override render() {
    const { formats } = this.wording
    const guard = guardWording(this.wording)
    const candidates = this.case.guard?.candidates ?? []
    if (candidates.length === 0) return nothing
    const few = candidates.length <= MOST_BUTTONS ? candidates : []
    return html`<section class="banner warn" aria-labelledby="heading">
      ${icons.hidden}
      <div>
        <h2 id="heading">${guard.whoIsMeant}</h2>
        <p>${guard.keptMeanwhile({ names: formats.list(candidates.map(({ name }) => name)) })}</p>
        <div class="choices screen-only">
          ${few.map(({ id, name, position }) =>
            this.renderChoice(html`${name} <span class="position">${position}</span>`, [id], guard.isMeant({ name })),
          )}
          <button ?disabled=${this.attempt.isBusy} @click=${this.sayNobody}>${guard.noneOfThem}</button>
          ${this.renderChoice(guard.somebodyElse, [], '')}
        </div>
        ${this.attempt.render()}
      </div>
    </section>`
  }

  /** It takes one press, because a name that was found in error must cost nobody anything. */
  private readonly sayNobody = () =>
    this.attempt.run(async () => {
      const { number, revision } = this.case
      const { isNotMeant: because } = guardWording(this.wording)
      const { visible: detail } = await this.client.call('POST /cases/{number}/guard', {
        params: { tenant: this.unit.tenant, number },
        body: { revision, staff: [], because },
      })
      this.dispatchEvent(new CustomEvent('guard-changed', { detail }))
    })

  private renderChoice(label: unknown, staff: readonly string[], because: string) {
    const detail: GuardWanted = { staff, because }
    return html`<button @click=${() => this.dispatchEvent(new CustomEvent('guard-wanted', { detail }))}>${label}</button>`
  }
}
