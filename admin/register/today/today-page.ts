import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import type { AlertEvent } from '../../../service/contract/messages.ts'
import type { TodayView } from '../../../service/contract/register.ts'
import { alertsContext, sessionContext } from '../../api/context.ts'
import { serviceNow } from '../../api/service-clock.ts'
import { caseAddress } from '../../page/addresses.ts'
import { badges, careMarks, dueWords } from '../../page/case-badges.ts'
import { lineLabels } from '../../page/line-labels.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import { actAddress, keepFor, pageOf, registerOf, todayWording } from './today-tasks.ts'
import '../../ui/empty-state.ts'
import { ownWords } from '../../page/own-words.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { tabs } from '../../ui/tabs.ts'
import { sealedWrongLines } from '../sealed-wrong-lines.ts'
import type { OwnWords } from './own-words.ts'
import { todayLooks } from './today-looks.ts'
import type { ReminderEnded } from './today-reminders.ts'

type Item = TodayView['items'][number]
type Shown = TodayView['cases'][number]['kind']

/** They may mend what a unit needs: give roles, or vouch for people and agree to absences. */
const mayMend = ['staff.manage', 'cases.approve', 'identity.open_confidential', 'objections.decide'] as const

/** The first page of everybody: what waits for them, whatever kind it is, with the act on the row. */
@customElement('today-page')
export class TodayPage extends PageElement {
  static override styles = [PageElement.styles, tabs, badges, todayLooks]

  @property() kind = ''

  @consume({ context: alertsContext, subscribe: true })
  @state()
  private told: AlertEvent | null = null

  @consume({ context: sessionContext })
  private session!: SessionView

  @state() private today: TodayView | null = null
  @state() private ownWords: OwnWords | null = null
  @state() private ownIntakes: unknown = nothing
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.kind, this.wording.language, this.told?.newest?.id ?? ''] as const,
    task: async ([tenant, kind], { signal }) => {
      this.today = await this.client.call('GET /today', { params: { tenant }, query: { kind }, signal })
      if (kind === '') keepFor(this.session, this.unit, this.today.items)
      void this.findOwnWords(tenant)
    },
  })

  override render() {
    const { today, formats } = this.wording
    return html`
      <div class="spread">
        <h1>${today.heading}</h1>
        <p class="soft">${formats.longDay(new Date(serviceNow()).toISOString())}</p>
      </div>
      ${mayMend.some((one) => this.unit.permissions.includes(one)) ? this.renderNeeds() : nothing}
      ${this.ownIntakes}
      ${this.today ? this.renderToday(this.today) : this.renderLoaded(this.loading)}
    `
  }

  /** It comes after the list, which is whole without it. */
  private async findOwnWords(tenant: string) {
    const { client, wording } = this
    const { permissions } = this.unit
    try {
      const { findOwnIntakes, findOwnWords } = await import('./own-words.ts')
      if (permissions.includes('cases.enter')) this.ownIntakes = await findOwnIntakes(client, tenant, wording)
      if (permissions.includes('cases.read')) this.ownWords = await findOwnWords(client, tenant, wording)
    } catch {
      this.ownWords = null
    }
  }

  /** Only people who may mend it read it here. */
  private renderNeeds() {
    void import('./unit-needs.ts')
    return html`<unit-needs></unit-needs>`
  }

  /** The list is fetched only for people who set some. */
  private renderReminders({ reminders, laterReminders }: TodayView) {
    if (this.kind !== '' || reminders.length + laterReminders === 0) return nothing
    void import('./today-reminders.ts')
    return html`<today-reminders .reminders=${reminders} .later=${laterReminders} @reminder-ended=${this.onReminderEnded}></today-reminders>`
  }

  private onReminderEnded({ detail }: ReminderEnded) {
    if (!this.today) return
    const reminders = this.today.reminders.filter(({ id }) => id !== detail.id)
    const wasLater = reminders.length === this.today.reminders.length
    this.today = { ...this.today, reminders, laterReminders: this.today.laterReminders - (wasLater ? 1 : 0) }
  }

  private renderToday(view: TodayView) {
    const today = todayWording(this.wording)
    const { items, sealedWrong } = view
    const isNothing = view.cases.length === 0 && view.pages.length === 0 && sealedWrong.length === 0
    if (isNothing) {
      if (view.reminders.length > 0) return this.renderReminders(view)
      return html`${this.renderReminders(view)}<ui-empty icon="check" heading=${today.emptyHeading} text=${today.emptyText}></ui-empty>`
    }
    return html`
      ${this.renderReminders(view)} ${this.attempt.render()} ${this.renderKinds(view)} ${sealedWrongLines(sealedWrong, this.wording)}
      ${
        items.length > 0
          ? html`<ul class="plain list" aria-label=${today.list}>${items.map((item) => this.renderItem(item))}</ul>`
          : view.cases.length > 0
            ? html`<p class="soft">${today.noneOfKind}</p>`
            : nothing
      }
      ${this.renderMore(view)}
    `
  }

  private renderKinds({ cases, pages }: TodayView) {
    const today = todayWording(this.wording)
    const { tenant } = this.unit
    const all = cases.reduce((sum, { count }) => sum + count, 0)
    return html`
      ${
        cases.length > 1
          ? html`<nav aria-label=${today.kindsLabel}>
              <a href=${location.pathname} aria-current=${this.kind === '' ? 'page' : nothing}>${today.all} ${this.renderCount(all)}</a>
              ${cases.map(
                ({ kind, count }) => html`<a href="?kind=${kind}" aria-current=${kind === this.kind ? 'page' : nothing}>
                  ${today.kinds[kind]} ${this.renderCount(count)}
                </a>`,
              )}
            </nav>`
          : nothing
      }
      ${
        pages.length > 0
          ? html`<ul class="plain pages" aria-label=${today.elsewhere}>
              ${pages.map(
                ({ kind, count }) => html`<li><a class=${kind} href=${pageOf(kind, tenant)}>
                  <strong>${this.amount(count)}</strong> ${today.pages[kind]}
                </a></li>`,
              )}
            </ul>`
          : nothing
      }
    `
  }

  private renderCount(count: number) {
    return html`<span class="count">${this.amount(count)}</span>`
  }

  private readonly amount = (count: number): string => (count > 99 ? '99+' : this.wording.formats.number(count))

  private renderItem(item: Item) {
    const today = todayWording(this.wording)
    const { vocabulary } = this.wording
    const { number, subject, categoryLabel, channel, kind, dueAt, overdue, handler, declares } = item
    const { tenant } = this.unit
    const category = ownWords(this.unit.view, categoryLabel)
    return html`<li>
      <div class="due-at">${dueWords(dueAt, overdue, this.wording)}</div>
      <div class="about">
        <strong id=${number}>${declares ? category : subject}</strong>
        <p class="soft small row">
          ${isEndedByAct(kind) ? nothing : html`<span class="kind">${today.kinds[kind]}</span>`}
          <a class="number" href=${caseAddress(tenant, number)}>${number}</a>
          ${careMarks(item, this.wording)}${declares ? nothing : html`<span>${category}</span>`}<span>${vocabulary.channels[channel]}</span>
          ${handler && kind !== 'handling' && kind !== 'reply' ? html`<span>${handler.name}</span>` : nothing}
          ${lineLabels(item.labels)} ${this.ownWords?.(number) ?? nothing}
        </p>
        ${item.paused ? html`<p class="small">${icons.pause} ${item.paused}</p>` : nothing}
      </div>
      ${
        declares
          ? this.renderDeclaring(item)
          : html`<a class="button act" href=${actAddress(item, tenant)} aria-describedby=${number}>${today.acts[this.actOf(item)]}</a>`
      }
    </li>`
  }

  /** The press that takes up the case declares, and leads on to the act. Handing it on is explained first. */
  private renderDeclaring(item: Item) {
    const { number } = item
    return html`<div class="declare">
      <button type="button" class="act" aria-describedby=${number} ?disabled=${this.attempt.isBusy}
        @click=${() => this.takeUp(item)}>${this.wording.casePage.opening.unconcerned}</button>
      <a class="small" href=${caseAddress(this.unit.tenant, number)} aria-describedby=${number}>${todayWording(this.wording).concerned}</a>
    </div>`
  }

  private readonly takeUp = (item: Item) =>
    this.attempt.run(async () => {
      const { tenant } = this.unit
      const { number } = item
      await this.client.call('POST /cases/{number}/opening', { params: { tenant, number }, body: { concerned: false } })
      goTo(actAddress(item, tenant))
    })

  /** An act that is not open to this person now is not named; the case tells why. */
  private actOf({ kind, act }: Item): Shown | 'open' {
    return isEndedByAct(kind) && act === null ? 'open' : kind
  }

  private renderMore({ cases, items }: TodayView) {
    const today = todayWording(this.wording)
    const shown = cases.find(({ kind }) => kind === this.kind)
    const address = shown && shown.count > items.length ? registerOf(shown.kind, this.unit.tenant) : null
    if (address) return html`<p><a href=${address}>${today.showAll}</a></p>`
    const all = cases.reduce((sum, { count }) => sum + count, 0)
    return this.kind === '' && all > items.length ? html`<p class="soft small">${today.nearest}</p>` : nothing
  }
}

/** Where one act ends the wait, the button names the kind. */
const isEndedByAct = (kind: Shown): boolean =>
  [
    'approval',
    'objection',
    'verification',
    'dispatch',
    'handling',
    'improvement_check',
    'improvement',
    'call',
  ].includes(kind)
