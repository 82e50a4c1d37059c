import { consume } from '@lit/context'
import { Task, TaskStatus } from '@lit/task'
import { html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { LogView } from '../../service/contract/log-view.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import type { LogLine } from '../api/wire.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { caseAddress } from '../routes.ts'
import { controls } from '../ui/controls.ts'
import '../ui/empty-state.ts'
import { MediaMatch } from '../ui/media-match.ts'
import { failedState, pendingState, states } from '../ui/states.ts'
import { surfaces } from '../ui/surfaces.ts'
import { logLooks } from './log-looks.ts'
import { deedOf, isCaseNumber, noticeSubject } from './log-words.ts'

/** Who read or did what in the unit, the latest first. */
@customElement('access-log-page')
export class AccessLogPage extends LitElement {
  static override styles = [controls, surfaces, states, logLooks]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @state() private lines: readonly LogLine[] = []
  @state() private nextCursor: string | null = null
  private readonly narrow = new MediaMatch(this, '(max-width: 760px)')

  private readonly log = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => this.take(await this.client.readLog(tenant, null, signal)),
  })

  private readonly older = new Task(this, {
    autoRun: false,
    task: async (_, { signal }) => {
      const page = await this.client.readLog(this.unit.tenant, this.nextCursor, signal)
      const first = this.lines.length
      this.take({ ...page, items: [...this.lines, ...page.items] })
      await this.updateComplete
      this.renderRoot.querySelectorAll<HTMLElement>('.line').item(first)?.focus()
    },
  })

  override render() {
    const { accessLog, common } = this.words
    return html`
      <div class="promise">
        <h1>${accessLog.heading}</h1>
        <p class="soft">${accessLog.intro} ${accessLog.promise} <code translate="no">aduan verify-log</code>.</p>
      </div>
      ${this.log.render({
        pending: () => pendingState(accessLog.loading),
        error: (error) => failedState(explain(error, this.words), common.tryAgain, () => void this.log.run()),
        complete: () => (this.lines.length === 0 ? this.renderEmpty() : this.renderLines()),
      })}
    `
  }

  private renderEmpty() {
    const { emptyHeading, emptyText } = this.words.accessLog
    return html`<ui-empty icon="history" heading=${emptyHeading} text=${emptyText}></ui-empty>`
  }

  private renderLines() {
    return html`${this.narrow.holds ? this.renderCards() : this.renderTable()} ${this.renderOlder()}`
  }

  private renderTable() {
    const { columns, table } = this.words.accessLog
    return html`<table>
      <caption class="unseen">${table}</caption>
      <thead>
        <tr>
          <th scope="col">${columns.at}</th>
          <th scope="col">${columns.by}</th>
          <th scope="col">${columns.what}</th>
          <th scope="col">${columns.subject}</th>
        </tr>
      </thead>
      <tbody>
        ${this.lines.map(
          (line) => html`<tr class="line" tabindex="-1">
            <td>${this.words.formats.dayAndTime(line.at)}</td>
            <td>${this.renderWho(line)}</td>
            <td>${this.renderDeed(line)}</td>
            <td>${this.renderSubject(line)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`
  }

  private renderCards() {
    const { table } = this.words.accessLog
    return html`<ol class="plain cards" aria-label=${table}>
      ${this.lines.map(
        (line) => html`<li class="line" tabindex="-1">
          <p>${this.renderDeed(line)}</p>
          <div class="spread small">${this.renderWho(line)} ${this.renderSubject(line)}</div>
          <p class="soft small">${this.words.formats.dayAndTime(line.at)}</p>
        </li>`,
      )}
    </ol>`
  }

  private renderWho({ by }: LogLine) {
    return html`<span>${by === 'system' ? this.words.accessLog.system : by}</span>`
  }

  private renderDeed(line: LogLine) {
    const { deed, detail } = deedOf(line, this.words)
    return html`<strong>${deed}</strong>${detail ? html`<span class="soft"> · ${detail}</span>` : nothing}`
  }

  private renderSubject({ subject }: LogLine) {
    if (subject === null) return nothing
    const ofNotices = noticeSubject(subject, this.words)
    if (ofNotices) return html`<span class="soft small">${ofNotices}</span>`
    if (!isCaseNumber(subject)) return html`<span class="soft small">${this.words.accessLog.account(subject)}</span>`
    if (!this.unit.permissions.includes('cases.read')) return subject
    return html`<a href=${caseAddress(this.unit.tenant, subject)}>${subject}</a>`
  }

  private renderOlder() {
    const { accessLog, common } = this.words
    if (this.older.status === TaskStatus.ERROR)
      return failedState(explain(this.older.error, this.words), common.tryAgain, () => void this.older.run())
    if (!this.nextCursor) return nothing
    const isLoading = this.older.status === TaskStatus.PENDING
    return html`<div>
      <button ?disabled=${isLoading} @click=${() => this.older.run()}>
        ${isLoading ? accessLog.loadingOlder : accessLog.older}
      </button>
    </div>`
  }

  private take({ items, nextCursor }: LogView) {
    this.lines = items
    this.nextCursor = nextCursor
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'access-log-page': AccessLogPage
  }
}
