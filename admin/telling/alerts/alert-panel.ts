import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AlertEvent, AlertList } from '../../../service/contract/messages.ts'
import { alertsContext } from '../../api/context.ts'
import type { AlertView } from '../../api/wire.ts'
import {
  alertSettingsAddress,
  approvalsAddress,
  caseAddress,
  casesAddress,
  inboundAddress,
  transfersAddress,
} from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'

/** Which cases of the register an alert about many of them means. */
const dueOf: Readonly<Partial<Record<AlertView['kind'], 'soon' | 'overdue'>>> = {
  clock_near: 'soon',
  clock_over: 'overdue',
  clock_escalated: 'overdue',
}

@customElement('alert-panel')
export class AlertPanel extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
        padding: 16px 0 8px;
      }
      .spread {
        padding-inline: 20px 12px;
      }
      h3 {
        padding: 6px 20px;
        background: var(--sunk);
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      li a {
        display: grid;
        grid-template-columns: 8px minmax(0, 1fr) auto;
        gap: 0 10px;
        align-items: baseline;
        min-block-size: 44px;
        padding: 10px 20px 10px 12px;
        border-block-end: 1px solid var(--line);
        color: var(--ink);
        text-decoration: none;
      }
      li a:hover {
        background: var(--accent-soft);
      }
      li a:focus-visible {
        outline-offset: -2px;
      }
      .dot {
        inline-size: 8px;
        block-size: 8px;
        border-radius: 4px;
      }
      .unread .dot {
        background: var(--accent);
      }
      .unread .what {
        font-weight: 600;
      }
      .subject {
        display: block;
        overflow-wrap: anywhere;
      }
      .others {
        display: block;
        font-weight: 400;
      }
      .number {
        white-space: nowrap;
      }
      p,
      .foot {
        padding-inline: 20px;
      }
      .foot {
        padding-block: 4px 8px;
      }
    `,
  ]

  @consume({ context: alertsContext, subscribe: true })
  @state()
  private told: AlertEvent | null = null

  private readonly attempt = new Attempt(this)

  private readonly alerts = new Task(this, {
    args: () => [this.unit.tenant, this.told] as const,
    task: ([tenant], { signal }) => this.client.call('GET /alerts', { params: { tenant }, signal }),
  })

  override render() {
    const { alerts } = this.wording
    const list = this.alerts.value
    return html`
      <div class="spread">
        <h2>${alerts.heading}</h2>
        ${
          list && list.unread > 0
            ? html`<button class="quiet" ?disabled=${this.attempt.isBusy} @click=${() => this.readAll(list)}>${alerts.readAll}</button>`
            : nothing
        }
      </div>
      ${this.attempt.render()}
      ${list ? this.renderDays(list) : this.renderLoaded(this.alerts)}
      <div class="foot">
        <a href=${alertSettingsAddress(this.unit.tenant)} @click=${this.leave}>${alerts.set}</a>
      </div>
    `
  }

  private renderDays({ items }: AlertList) {
    const { alerts, formats } = this.wording
    if (items.length === 0) return html`<p class="soft">${alerts.empty}</p>`
    const days = new Map<string, AlertView[]>()
    for (const alert of items) {
      const day = formats.longDay(alert.at)
      days.set(day, [...(days.get(day) ?? []), alert])
    }
    return [...days].map(
      ([day, ofDay]) => html`<section>
        <h3>${day}</h3>
        <ul class="plain">${byCase(ofDay).map((some) => this.renderCase(some))}</ul>
      </section>`,
    )
  }

  /** Alerts about one case are one row: the newest, and below it what else happened. */
  private renderCase(some: readonly AlertView[]) {
    const [newest, ...others] = some
    return newest ? this.renderOne(newest, others) : nothing
  }

  private renderOne(alert: AlertView, others: readonly AlertView[]) {
    const { alerts, formats } = this.wording
    const { kind, number, about, read, at, subject } = alert
    return html`<li>
      <a href=${this.addressOf(alert)} class=${read && others.every((one) => one.read) ? '' : 'unread'} @click=${() => this.follow([alert, ...others])}>
        <span class="dot"></span>
        <span class="what">
          ${read ? nothing : html`<span class="unseen">${alerts.unread}</span>`}
          ${subject ? html`<span class="subject">${subject}</span>` : nothing}
          ${alerts.kinds[kind]}${about ? ` ${this.aboutWords(about)}` : ''}${number ? html` <span class="number">${number}</span>` : nothing}${this.timesOf(alert)}
          ${others.map((one) => html`<span class="soft small others">${alerts.kinds[one.kind].replace(/:$/, '')}</span>`)}
        </span>
        <time class="soft small" datetime=${at}>${formats.time(at)}</time>
      </a>
    </li>`
  }

  /** Where dates of many cases pass at once, most of them are one alert. */
  private timesOf({ kind, number, times }: AlertView) {
    const { alerts } = this.wording
    if (number === null && dueOf[kind]) return ` ${alerts.others({ count: times })}`
    return times > 1 ? html` <span class="soft small">${alerts.times({ count: times })}</span>` : nothing
  }

  private aboutWords({ name, role, unitRole, formerName }: NonNullable<AlertView['about']>): string {
    if (formerName) return `${formerName} → ${name}`
    const { vocabulary, language } = this.wording
    const named = unitRole ? unitRole[language] || unitRole.id : role && vocabulary.roles[role]
    return named ? `${name}, ${named}` : name
  }

  private addressOf({ kind, number }: AlertView) {
    const { tenant } = this.unit
    if (number) return caseAddress(tenant, number)
    const due = dueOf[kind]
    if (due) return `${casesAddress(tenant)}?due=${due}`
    if (kind === 'message_arrived') return inboundAddress(tenant)
    if (kind === 'transfer_news') return transfersAddress(tenant)
    return kind === 'approval_waits' ? approvalsAddress(tenant) : casesAddress(tenant)
  }

  // The link is followed by the application; what came of the reading shows when the panel is next open.
  private follow(some: readonly AlertView[]) {
    const ids = some.filter(({ read }) => !read).map(({ id }) => id)
    if (ids.length > 0)
      void this.client.call('POST /alerts/reading', { params: this.inUnit, body: { ids } }).catch(() => {})
    this.leave()
  }

  private leave() {
    this.dispatchEvent(new CustomEvent('alert-followed', { bubbles: true }))
  }

  private readAll({ items }: AlertList) {
    return this.attempt.run(async () => {
      const [newest] = items
      if (newest) await this.client.call('POST /alerts/reading', { params: this.inUnit, body: { until: newest.at } })
      await this.alerts.run()
    })
  }
}

function byCase(alerts: readonly AlertView[]): AlertView[][] {
  const cases = new Map<string, AlertView[]>()
  for (const alert of alerts) {
    const key = alert.number ?? alert.id
    const there = cases.get(key)
    if (there) there.push(alert)
    else cases.set(key, [alert])
  }
  return [...cases.values()]
}
