import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { BulkView } from '../../service/contract/bulk.ts'
import type { LabelView } from '../../service/contract/labels.ts'
import type { Unit } from '../api/context.ts'
import type { StaffList } from '../api/wire.ts'
import { bulkActsFor } from '../desk/bulk/bulk-acts.ts'

/** The lines of the register that a person has chosen, and what they ordered for them. Its parts are loaded when needed. */
export class RegisterSelection implements ReactiveController {
  numbers: readonly string[] = []
  private ordered = ''

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly unit: () => Unit,
    private readonly reload: () => void,
  ) {
    host.addController(this)
  }

  hostConnected() {
    this.follow(sessionStorage.getItem(this.keptAs) ?? '')
  }

  get isOffered(): boolean {
    return bulkActsFor(this.unit()).length > 0
  }

  select(numbers: readonly string[]) {
    if (numbers.length === 0 && this.numbers.length === 0) return
    this.numbers = numbers
    if (numbers.length > 0) void import('../desk/bulk/bulk-bar.ts')
    this.host.requestUpdate()
  }

  readonly onSelected = ({ detail }: CustomEvent<readonly string[]>) => this.select(detail)

  renderBar(handlers: StaffList['items'], labels: readonly LabelView[]) {
    if (this.numbers.length === 0) return nothing
    return html`<bulk-bar .numbers=${this.numbers} .handlers=${handlers} .labels=${labels} @selection-changed=${this.onSelected}
      @bulk-ordered=${this.onOrdered}></bulk-bar>`
  }

  renderProgress() {
    if (!this.ordered) return nothing
    return html`<bulk-progress bulk=${this.ordered} @bulk-over=${this.reload}
      @bulk-dismissed=${() => this.follow('')}></bulk-progress>`
  }

  private readonly onOrdered = ({ detail }: CustomEvent<BulkView>) => {
    this.select([])
    this.follow(detail.id)
  }

  /** Key under which this tab remembers a waiting bulk action, so that it can be undone after a reload. */
  private get keptAs(): string {
    return `bulk ${this.unit().tenant}`
  }

  private follow(bulk: string) {
    this.ordered = bulk
    sessionStorage.setItem(this.keptAs, bulk)
    if (bulk) void import('../desk/bulk/bulk-progress.ts')
    this.host.requestUpdate()
  }
}
