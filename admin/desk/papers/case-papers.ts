import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { CasePapers as Papers } from '../../../service/contract/papers.ts'
import type { PaperKind, PaperLine } from '../../api/wire.ts'
import { paperAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import papersWording from '../../texts/papers.json'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'

const kinds: readonly PaperKind[] = ['minutes', 'report']

@customElement('case-papers')
export class CasePapers extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ul {
        display: grid;
        gap: 12px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private papers: Papers = { items: [], mayBegin: false }
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.case.number, this.case.revision] as const,
    task: async ([tenant, number], { signal }) => {
      this.papers = await this.client.call('GET /cases/{number}/papers', { params: { tenant, number }, signal })
    },
  })

  override render() {
    const { common } = this.wording
    const papers = papersWording(this.wording)
    const { items, mayBegin } = this.papers
    const failed = this.loading.error
    this.hidden = items.length === 0 && !mayBegin && !failed
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${this.wording.app.papers}</h2>
      ${
        failed
          ? html`<div class="banner danger" role="alert">${icons.alert}
              <p>${this.explain(failed)} <button type="button" @click=${() => this.loading.run()}>${common.tryAgain}</button></p>
            </div>`
          : nothing
      }
      ${items.length === 0 ? html`<p class="soft">${papers.none}</p>` : html`<ul class="plain">${items.map(this.renderLine)}</ul>`}
      ${this.attempt.render()}
      ${
        mayBegin
          ? html`<div class="row screen-only" role="group" aria-label=${papers.begin}>
              ${kinds.map(
                (
                  kind,
                ) => html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${() => this.onBegin(kind)}>
                  ${icons.add}${papers.kinds[kind]}
                </button>`,
              )}
            </div>`
          : nothing
      }
    </section>`
  }

  private readonly renderLine = (paper: PaperLine) => {
    const { formats } = this.wording
    const papers = papersWording(this.wording)
    const { id, kind, state: reached, changedAt, paperNumber, corrects, forCustodians, readable } = paper
    return html`<li class="spread">
      <div>
        <strong>${papers.kinds[kind]}</strong>
        <p class="small">
          ${[paperNumber, papers.states[reached], formats.dayAndTime(changedAt)].filter(Boolean).join(' · ')}
          ${corrects ? html`<br>${papers.corrects({ number: corrects })}` : nothing}
          ${forCustodians ? html`<br>${icons.lock}${papers.forCustodians}` : nothing}
        </p>
      </div>
      ${
        readable
          ? html`<a class="button quiet screen-only" href=${paperAddress(this.unit.tenant, id)}>
              ${papers.open}<span class="unseen"> ${paperNumber ?? papers.kinds[kind]}</span></a>`
          : nothing
      }
    </li>`
  }

  private onBegin(kind: PaperKind) {
    void this.attempt.run(async () => {
      const { id } = await this.client.call('POST /cases/{number}/papers', {
        params: { tenant: this.unit.tenant, number: this.case.number },
        body: { kind },
      })
      goTo(paperAddress(this.unit.tenant, id))
    })
  }
}
