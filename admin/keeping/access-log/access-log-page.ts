import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { LogView } from '../../../service/contract/keeping.ts'
import type { LogHead, LogLine } from '../../api/wire.ts'
import { caseAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import accessLogWording from '../../texts/access-log.json'
import { describeDeed, everything, filterForm, isCaseNumber, type LogFilter, noticeSubject } from './access-log.ts'
import '../../ui/empty-state.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { MediaMatch } from '../../ui/media-match.ts'
import { PagedList } from '../../ui/paged-list.ts'
import { logLooks } from './log-looks.ts'

@customElement('access-log-page')
export class AccessLogPage extends PageElement {
  static override styles = [PageElement.styles, fields, logLooks]

  @state()
  private head: LogHead | null = null

  @state() private people: LogView['people'] = []
  @state() private filter: LogFilter = everything

  private readonly narrow = new MediaMatch(this, '(max-width: 760px)')

  private readonly log = new PagedList<LogLine>(this, {
    args: () => [this.unit.tenant, this.filter],
    load: async (cursor, signal) => {
      const page = await this.client.call('GET /log', {
        params: this.inUnit,
        query: { ...this.filter, cursor: cursor ?? '' },
        signal,
      })
      this.head = page.head
      this.people = page.people
      return page
    },
    rows: '.line',
  })

  override render() {
    const accessLog = accessLogWording(this.wording)
    return html`
      <div class="promise">
        <h1>${accessLog.heading}</h1>
        <p class="soft">${accessLog.intro} ${accessLog.promise}</p>
        ${this.renderHead()}
      </div>
      <chain-check></chain-check>
      ${filterForm({
        wording: this.wording,
        filter: this.filter,
        people: this.people,
        chosen: (filter) => {
          this.filter = filter
        },
      })}
      <div class="files">
        ${(['csv', 'xlsx'] as const).map(
          (format) => html`<a class="button quiet" download
            href=${this.client.address(`GET /log/log.${format}`, { params: this.inUnit, query: this.filter })}>
            ${icons.download}${accessLog.files[format]}</a>`,
        )}
      </div>
      ${this.log.render({
        loading: accessLog.loading,
        empty: () => this.renderEmpty(),
        full: (lines, more) => html`${this.narrow.holds ? this.renderCards(lines) : this.renderTable(lines)} ${more}`,
      })}
    `
  }

  private renderHead() {
    if (!this.head) return nothing
    const { day, digest } = this.head
    return html`<p class="soft small">
      ${accessLogWording(this.wording).head({ day: this.wording.formats.day(day) })} <code class="digest" translate="no">${digest}</code>
    </p>`
  }

  private renderEmpty() {
    const { emptyHeading, emptyText, noneHeading, noneText } = accessLogWording(this.wording)
    const isNarrowed = Object.values(this.filter).some(Boolean)
    return html`<ui-empty icon="history" heading=${isNarrowed ? noneHeading : emptyHeading}
      text=${isNarrowed ? noneText : emptyText}></ui-empty>`
  }

  private renderTable(lines: readonly LogLine[]) {
    const { columns, table } = accessLogWording(this.wording)
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
        ${lines.map(
          (line) => html`<tr class="line">
            <td>${this.renderWhen(line)}</td>
            <td>${this.renderWho(line)}</td>
            <td>${this.renderDeed(line)}</td>
            <td>${this.renderSubject(line)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`
  }

  private renderCards(lines: readonly LogLine[]) {
    const { table } = accessLogWording(this.wording)
    return html`<ol class="plain cards" aria-label=${table}>
      ${lines.map(
        (line) => html`<li class="line">
          <p>${this.renderDeed(line)}</p>
          <div class="spread small">${this.renderWho(line)} ${this.renderSubject(line)}</div>
          <p class="soft small">${this.renderWhen(line)}</p>
        </li>`,
      )}
    </ol>`
  }

  private renderWhen({ at, since, times }: LogLine) {
    const { dayAndTime, time } = this.wording.formats
    if (times === 1) return dayAndTime(at)
    const folded = accessLogWording(this.wording).folded({ times: String(times), from: time(since), to: time(at) })
    return html`${dayAndTime(at)}<br><span class="soft small">${folded}</span>`
  }

  private renderWho({ by }: LogLine) {
    return html`<span>${by === 'system' ? accessLogWording(this.wording).system : by}</span>`
  }

  private renderDeed(line: LogLine) {
    const { deed, detail } = describeDeed(line, this.wording)
    const { purpose } = line
    return html`<strong>${deed}</strong>${detail ? html`<span class="soft"> · ${detail}</span>` : nothing}
      ${purpose ? html`<p class="soft small">${purpose}</p>` : nothing}`
  }

  private renderSubject({ act, subject }: LogLine) {
    if (subject === null) return nothing
    const ofNotices = noticeSubject(subject, this.wording)
    if (ofNotices) return html`<span class="soft small">${ofNotices}</span>`
    if (act.startsWith('register.')) return nothing
    if (!isCaseNumber(subject))
      return html`<span class="soft small">${accessLogWording(this.wording).account({ id: subject })}</span>`
    if (!this.unit.permissions.includes('cases.read')) return subject
    return html`<a href=${caseAddress(this.unit.tenant, subject)}>${subject}</a>`
  }
}
