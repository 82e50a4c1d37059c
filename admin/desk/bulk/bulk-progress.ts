import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BulkView } from '../../../service/contract/series.ts'
import { problemCode } from '../../api/problems.ts'
import { serviceNow } from '../../api/service-clock.ts'
import { caseAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import bulkWording from '../../texts/bulk.json'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'

const SECOND = 1_000

@customElement('bulk-progress')
export class BulkProgress extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .banner {
        align-items: center;
        flex-wrap: wrap;
      }
      .words {
        flex: 1 1 20ch;
      }
      ul {
        flex-basis: 100%;
      }
    `,
  ]

  @property() bulk = ''
  @state() private view: BulkView | null = null
  @state() private secondsLeft = 0
  private readonly attempt = new Attempt(this, (error) =>
    problemCode(error) === 'bulk/unknown' ? bulkWording(this.wording).lost : this.explain(error),
  )
  @query('.words') private readonly sentence!: HTMLElement
  private ticking: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.ticking)
  }

  protected override willUpdate(changed: PropertyValues) {
    if (!changed.has('bulk') || !this.bulk) return
    this.view = null
    void this.look()
  }

  override render() {
    const bulk = bulkWording(this.wording)
    const { view } = this
    if (this.attempt.refusal) return html`${this.attempt.render()} ${this.renderDismissal()}`
    if (!view) return nothing
    const what = bulk.acts[view.act]
    const isWaiting = view.state === 'waiting'
    const isOver = view.state === 'done' || view.state === 'undone'
    return html`<div class="banner">
      ${icons.clock}
      <p class="words" tabindex="-1" role=${isOver ? 'status' : nothing}>${this.sentenceFor(view, what)}</p>
      ${
        isWaiting
          ? html`<button @click=${() => this.step('undo')}>${bulk.undo}</button>
              <button class="quiet" @click=${() => this.step('haste')}>${bulk.haste}</button>`
          : nothing
      }
      ${isOver ? this.renderDismissal() : nothing}
      ${this.renderNotDone(view)}
    </div>`
  }

  private sentenceFor({ state: stands, cases }: BulkView, what: string) {
    const bulk = bulkWording(this.wording)
    switch (stands) {
      case 'waiting':
        return bulk.waiting({ what, cases: cases.length, seconds: this.secondsLeft })
      case 'running':
        return bulk.running({ what })
      case 'undone':
        return bulk.undone({ what })
      case 'done':
        return bulk.done({ what, cases: cases.filter(({ done }) => done).length })
    }
  }

  private renderNotDone({ state: stands, cases }: BulkView) {
    const left = cases.filter(({ done }) => !done)
    if (stands !== 'done' || left.length === 0) return nothing
    return html`<p>${bulkWording(this.wording).notDone({ cases: left.length })}</p>
      <ul>
        ${left.map(
          ({ number, why }) => html`<li><a href=${caseAddress(this.unit.tenant, number)}>${number}</a>: ${why}</li>`,
        )}
      </ul>`
  }

  private renderDismissal() {
    return html`<button class="quiet" @click=${this.dismiss}>${this.wording.common.close}</button>`
  }

  private dismiss() {
    this.dispatchEvent(new CustomEvent('bulk-dismissed'))
  }

  private get place() {
    return { tenant: this.unit.tenant, id: this.bulk }
  }

  private async look() {
    await this.take(() => this.read())
  }

  private async step(verb: 'undo' | 'haste') {
    await this.take(() => this.client.call(`POST /bulk-acts/{id}/${verb}`, { params: this.place, body: {} }))
    // The button goes with the step, so the focus must stay somewhere.
    await this.updateComplete
    this.sentence?.focus()
  }

  private async take(ask: () => Promise<BulkView>) {
    clearTimeout(this.ticking)
    const before = this.view?.state
    await this.attempt.run(async () => {
      const view = await ask().catch((error: unknown) => {
        // Somebody pressed it too late: what became of it is shown instead.
        if (problemCode(error) === 'bulk/begun') return this.read()
        throw error
      })
      this.view = view
      if (view.state === 'waiting' || view.state === 'running') this.tick()
      else if (before) this.dispatchEvent(new CustomEvent('bulk-over'))
    })
  }

  private read(): Promise<BulkView> {
    return this.client.call('GET /bulk-acts/{id}', { params: this.place, background: true })
  }

  private tick() {
    const { view } = this
    if (!view) return
    this.secondsLeft = Math.max(0, Math.ceil((Date.parse(view.undoUntil) - serviceNow()) / SECOND))
    const isDue = view.state === 'running' || this.secondsLeft === 0
    this.ticking = setTimeout(() => (isDue ? void this.look() : this.tick()), SECOND)
  }
}
