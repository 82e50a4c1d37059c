import { consume } from '@lit/context'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SessionView } from '../../service/contract/account.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { HistoryLineView } from '../../service/contract/complaint-view.ts'
import { sessionContext } from '../api/context.ts'
import { casesAddress } from '../page/addresses.ts'
import { goTo } from '../page/navigation.ts'
import { sayNames } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { olderButton } from './older-page.ts'

@customElement('case-history')
export class CaseHistory extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ol,
      ul {
        display: grid;
        gap: 14px;
      }
      li {
        position: relative;
        padding-inline-start: 20px;
      }
      li::before {
        content: '';
        position: absolute;
        inset-block-start: 7px;
        inset-inline-start: 2px;
        inline-size: 8px;
        block-size: 8px;
        border-radius: 50%;
        background: var(--accent);
      }
      li.staff::before {
        background: var(--note-line);
      }
      .label {
        font-weight: 600;
      }
      .prose {
        font-size: 0.875rem;
      }
      details p {
        margin-block: 4px 8px;
      }
      .only .icon {
        vertical-align: -3px;
      }
    `,
  ]

  @consume({ context: sessionContext })
  private session!: SessionView

  @property() number = ''
  @property({ attribute: false }) history: readonly HistoryLineView[] = []
  @property({ attribute: false }) readers: CaseView['readers'] = []
  /** Names the page before; `null`: there is none. */
  @property({ attribute: false }) older: string | null = null

  private readonly attempt = new Attempt(this)

  override render() {
    const { casePage } = this.wording
    const latestFirst = [...this.history].sort((one, other) => other.at.localeCompare(one.at))
    return html`${this.renderReaders()}<section class="card" aria-labelledby="heading">
      <h2 id="heading">${casePage.history}</h2>
      <ol class="plain">${latestFirst.map((line) => this.renderLine(line))}</ol>
      ${olderButton(this.wording, 'history', this.older)}
    </section>`
  }

  private renderReaders() {
    const { casePage, formats } = this.wording
    if (this.readers.length === 0) return nothing
    return html`<section class="card" aria-labelledby="readers">
      <h2 id="readers">${casePage.readers}</h2>
      <ul class="plain">
        ${this.readers.map(
          ({ name, position, as, since, declared }) =>
            html`<li>
              <p class="label">${name} <span class="soft">${position}</span></p>
              <p class="soft small">
                ${casePage.readsAs[as]} · ${formats.dayAndTime(since)}${declared ? nothing : html` · ${casePage.notTakenUp}`}
              </p>
            </li>`,
        )}
      </ul>
      ${this.readers.some(({ id }) => id === this.session.staff.id) ? this.renderHandingOn() : nothing}
    </section>`
  }

  /** Somebody learns only from the story, or later, that it may concern them. */
  private renderHandingOn() {
    const { later, consequence, concerned } = this.wording.casePage.opening
    return html`<details class="screen-only">
      <summary>${later}</summary>
      <p>${consequence}</p>
      ${this.attempt.render()}
      <div class="actions"><button type="button" ?disabled=${this.attempt.isBusy} @click=${this.handOn}>${concerned}</button></div>
    </details>`
  }

  private readonly handOn = () =>
    this.attempt.run(async () => {
      const [{ tenant }, { number }] = [this.unit, this]
      await this.client.call('POST /cases/{number}/opening', { params: { tenant, number }, body: { concerned: true } })
      say(this, this.wording.casePage.opening.handedOn({ number }))
      goTo(casesAddress(tenant))
    })

  private renderLine(line: HistoryLineView) {
    const { casePage, formats } = this.wording
    return html`<li class=${line.public ? '' : 'staff'}>
      <p class="label">${sayNames(line.label, line.ownNames)}</p>
      ${line.text ? html`<p class="prose">${sayNames(line.text, line.ownNames)}</p>` : nothing}
      <p class="soft small">
        ${formats.dayAndTime(line.at)} · ${line.by}${line.series ? html` · ${sayNames(casePage.ofSeries({ name: line.series }), [line.series])}` : nothing}
        ${line.public ? nothing : html`<span class="only">· ${icons.lock} ${casePage.staffOnly}</span>`}
      </p>
    </li>`
  }
}
