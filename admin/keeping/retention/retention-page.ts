import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { DestructionList, DestructionView, RetentionView } from '../../../service/contract/keeping.ts'
import { caseAddress } from '../../page/addresses.ts'
import { ownWords } from '../../page/own-words.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import approvalsWording from '../../texts/approvals.json'
import { pendingState } from '../../ui/controls.ts'
import { icons } from '../../ui/icons.ts'
import { retentionLooks } from './due-list.ts'

@customElement('retention-page')
export class RetentionPage extends PageElement {
  static override styles = [PageElement.styles, retentionLooks, pageColumn]

  private readonly loading = this.load((tenant, signal) =>
    Promise.all([
      this.client.call('GET /retention', { params: { tenant }, signal }),
      this.client.call('GET /destructions', { params: { tenant }, signal }),
    ]),
  )

  override render() {
    const { retention } = this.wording
    return this.loading.render({
      pending: () => html`<h1>${retention.heading}</h1>${pendingState(retention.loading)}`,
      error: (error) => html`<h1>${retention.heading}</h1>
        ${this.renderFailure(error, () => void this.loading.run())}`,
      complete: ([due, destructions]) => this.renderAll(due, destructions),
    })
  }

  private renderAll(due: RetentionView, { items }: DestructionList) {
    const { retention } = this.wording
    return html`
      <div>
        <h1>${retention.heading}</h1>
        <p class="soft">${retention.intro({ basis: due.basis })}</p>
      </div>
      <section class="card" aria-labelledby="records">
        <h2 id="records">${retention.records}</h2>
        ${
          due.records.length > 0
            ? html`<due-list act="destroy-cases" .items=${due.records}></due-list>`
            : html`<p class="soft">${retention.recordsNone}</p>`
        }
      </section>
      ${
        due.identities.length > 0
          ? html`<section class="card" aria-labelledby="identities">
              <h2 id="identities">${retention.identities}</h2>
              <p class="soft">${retention.identitiesText}</p>
              <due-list act="erase-identities" .items=${due.identities}></due-list>
            </section>`
          : nothing
      }
      <section class="card" aria-labelledby="held">
        <h2 id="held">${retention.held}</h2>
        ${due.held.length > 0 ? this.renderHeld(due.held) : html`<p class="soft">${retention.heldNone}</p>`}
      </section>
      <section class="card" aria-labelledby="done">
        <h2 id="done">${retention.done}</h2>
        ${
          items.length > 0
            ? html`<ul class="plain lines">${items.map((one) => this.renderDestruction(one))}</ul>`
            : html`<p class="soft">${retention.doneNone}</p>`
        }
      </section>
    `
  }

  private renderHeld(held: RetentionView['held']) {
    const { retention, formats } = this.wording
    return html`<ul class="plain lines">
      ${held.map(
        ({ number, categoryLabel, reason, by, since }) => html`<li>
          <span><a href=${caseAddress(this.unit.tenant, number)}>${number}</a> <span class="soft">${ownWords(this.unit.view, categoryLabel)}</span></span>
          <span>${reason}</span>
          <span class="soft small">${retention.heldBy({ name: by, at: formats.day(since) })}</span>
        </li>`,
      )}
    </ul>`
  }

  private renderDestruction(one: DestructionView) {
    const { retention, formats } = this.wording
    const approvals = approvalsWording(this.wording)
    const { id, number, what, startedAt, finished, reason, proposedBy, approvedBy, cases, kept } = one
    return html`<li>
      <div class="spread">
        <strong>${number}</strong>
        ${
          finished
            ? html`<a href=${this.client.address('GET /destructions/{id}/record.pdf', { params: { tenant: this.unit.tenant, id } })} download>
                ${icons.download}${retention.record}<span class="unseen"> ${number}</span></a>`
            : html`<span class="soft">${retention.underWay}</span>`
        }
      </div>
      <span>${retention.what[what]} · ${approvals.cases({ count: cases.length })} · ${formats.dayAndTime(startedAt)}</span>
      <span class="soft small">${reason}</span>
      <span class="soft small">${retention.people({ proposer: proposedBy, approver: approvedBy })}</span>
      ${kept.length > 0 ? html`<span class="small">${retention.kept} ${kept.map(({ because }) => because).join(' ')}</span>` : nothing}
    </li>`
  }
}
