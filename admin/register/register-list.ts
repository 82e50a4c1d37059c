import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseLine, LeftOutNumbers } from '../../service/contract/case-view.ts'
import type { LabelView } from '../../service/contract/labels.ts'
import type { BulkView } from '../../service/contract/series.ts'
import type { Unit } from '../api/context.ts'
import type { StaffList } from '../api/wire.ts'
import { bulkActsFor } from '../desk/bulk/bulk-acts.ts'
import { caseAddress } from '../page/addresses.ts'
import { badges, bookMark, careMarks, dueWords, offerMark, statusBadge } from '../page/case-badges.ts'
import { lineLabels } from '../page/line-labels.ts'
import { ownWords } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import { isTicked } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { MediaMatch } from '../ui/media-match.ts'
import type { Wording } from '../wording/wording.ts'
import { listLooks } from './list-looks.ts'

/** Tells which numbers a restore left out, and how many people have shown a receipt with one of them. */
export const leftOutLines = (gaps: readonly LeftOutNumbers[], { register, formats }: Wording) =>
  gaps.length === 0
    ? nothing
    : html`<ul class="plain">
        ${gaps.map(
          ({ series, from, to, asOf, checked }) => html`<li class="banner warn">
            ${icons.alert}<p>${register.leftOut({ year: series, from, to, asOf: formats.dayAndTime(asOf) })} ${register.checkedReceipts({ count: checked })}</p>
          </li>`,
        )}
      </ul>`

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

@customElement('register-list')
export class RegisterList extends PageElement {
  static override styles = [PageElement.styles, badges, listLooks]

  @property({ attribute: false }) items: readonly CaseLine[] = []
  @property({ type: Boolean }) selectable = false
  @property({ attribute: false }) selected: readonly string[] = []
  /** The line from which a choice with Shift goes on. */
  private lastChosen = 0
  /** How many cases at the end of the list match only some words of the search. */
  @property({ type: Number }) partial = 0
  @property({ type: Boolean }) later = false
  private readonly narrow = new MediaMatch(this, 'screen and (max-width: 760px)')

  override render() {
    return this.narrow.holds ? this.renderCards() : this.renderTable()
  }

  private renderTable() {
    const { columns, table } = this.wording.register
    return html`<table>
      <caption class="unseen">${table}</caption>
      <thead>
        <tr>
          ${this.selectable ? html`<td class="pick">${this.renderPickAll()}</td>` : nothing}
          <th scope="col">${columns.number}</th>
          <th scope="col">${columns.subject}</th>
          <th scope="col">${columns.status}</th>
          <th scope="col">${columns.handler}</th>
          <th scope="col">${columns.received}</th>
          <th scope="col">${columns.due}</th>
        </tr>
      </thead>
      <tbody>
        ${this.whole.map((line, at) => this.renderRow(line, at))}
        ${this.partial > 0 ? html`<tr><th scope="rowgroup" colspan=${this.selectable ? 7 : 6} class="below">${this.partialSentence}</th></tr>` : nothing}
        ${this.items.slice(this.whole.length).map((line, at) => this.renderRow(line, this.whole.length + at))}
      </tbody>
    </table>`
  }

  private renderRow(line: CaseLine, at: number) {
    const { formats } = this.wording
    return html`<tr>
      ${this.selectable ? html`<td class="pick">${this.renderPick(line, at)}</td>` : nothing}
      <th scope="row"><a class="number" href=${this.addressOf(line)}>${line.number}</a></th>
      <td class="about"><span class="subject">${this.aboutOf(line)}</span><span class="below">${this.renderBelow(line)}</span>${lineLabels(line.labels)}${this.renderPaused(line)}</td>
      <td>${statusBadge(line.status, this.wording)}</td>
      <td class="handler">${this.renderHandler(line)}</td>
      <td class="date">${formats.shortDay(line.receivedAt)}</td>
      <td class="date">${this.renderDue(line)}</td>
    </tr>`
  }

  private renderCards() {
    const some = this.items.slice(this.whole.length)
    return html`
      ${this.selectable ? html`<p class="pick all">${this.renderPickAll(true)}</p>` : nothing}
      ${this.whole.length > 0 ? html`<ul class="plain cards">${this.whole.map((line, at) => this.renderCard(line, at))}</ul>` : nothing}
      ${
        some.length > 0
          ? html`<p class="below">${this.partialSentence}</p>
              <ul class="plain cards">${some.map((line, at) => this.renderCard(line, this.whole.length + at))}</ul>`
          : nothing
      }
    `
  }

  private get partialSentence(): string {
    const { views } = this.wording
    return this.whole.length > 0 || this.later ? views.partial : views.onlyPartial
  }

  private get whole(): readonly CaseLine[] {
    return this.items.slice(0, this.items.length - this.partial)
  }

  private renderCard(line: CaseLine, at: number) {
    return html`<li>
      <div class="spread">
        <span class="row">
          ${this.selectable ? html`<span class="pick">${this.renderPick(line, at)}</span>` : nothing}
          <a class="number" href=${this.addressOf(line)}>${line.number}</a>
        </span>
        ${statusBadge(line.status, this.wording)}
      </div>
      <p class="subject">${this.aboutOf(line)}</p>
      <p class="below">${this.renderBelow(line)}</p>
      ${lineLabels(line.labels)}
      ${this.renderPaused(line)}
      <div class="spread small">${this.renderDue(line)} ${this.renderHandler(line)}</div>
    </li>`
  }

  private renderPick({ number }: CaseLine, at: number) {
    return html`<input type="checkbox" aria-label=${this.wording.register.pick({ number })}
      .checked=${this.selected.includes(number)} @click=${(event: MouseEvent) => this.choose(at, event)}>`
  }

  private renderPickAll(isShown = false) {
    const { pickAll } = this.wording.register
    const chosen = this.items.filter(({ number }) => this.selected.includes(number)).length
    return html`<label><input type="checkbox" aria-label=${pickAll} .checked=${chosen > 0 && chosen === this.items.length}
      .indeterminate=${chosen > 0 && chosen < this.items.length} @change=${this.chooseAll}>${isShown ? pickAll : nothing}</label>`
  }

  private choose(at: number, event: MouseEvent) {
    const isOn = isTicked(event)
    const from = event.shiftKey ? Math.min(at, this.lastChosen) : at
    const to = event.shiftKey ? Math.max(at, this.lastChosen) : at
    const range = this.items.slice(from, to + 1).map(({ number }) => number)
    this.lastChosen = at
    const others = this.selected.filter((number) => !range.includes(number))
    this.select(isOn ? [...others, ...range] : others)
  }

  private chooseAll(event: Event) {
    this.select(isTicked(event) ? this.items.map(({ number }) => number) : [])
  }

  private select(detail: readonly string[]) {
    this.dispatchEvent(new CustomEvent('selection-changed', { detail }))
  }

  private renderBelow(line: CaseLine) {
    return html`${careMarks(line, this.wording)} ${offerMark(line.offeredTo, this.wording)}${line.laporId ? html`<span>LAPOR! ${line.laporId}</span>` : nothing}${bookMark(line.fromBook, this.wording)}<span>${ownWords(this.unit.view, line.categoryLabel)}</span>
      <span>${this.wording.vocabulary.channels[line.channel]}</span>`
  }

  private renderPaused({ paused }: CaseLine) {
    return paused ? html`<span class="paused">${paused}</span>` : nothing
  }

  private renderHandler({ handler }: CaseLine) {
    return handler
      ? html`<span title=${handler.position}>${handler.name}</span>`
      : html`<span class="soft">${this.wording.register.noHandler}</span>`
  }

  private renderDue({ dueAt, overdue, paused }: CaseLine) {
    if (paused && dueAt === null) return html`<span class="soft">${this.wording.register.paused}</span>`
    const date = dueAt === null ? '' : this.wording.formats.shortDay(dueAt)
    return html`<span class="when">${dueWords(dueAt, overdue, this.wording)}<span class="below">${date}</span></span>`
  }

  private aboutOf({ destroyed, subject }: CaseLine) {
    return destroyed ? html`<span class="soft">${this.wording.retention.destroyed.line}</span>` : subject
  }

  private addressOf({ number }: CaseLine) {
    return caseAddress(this.unit.tenant, number)
  }
}
