import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { serviceNow } from '../../api/service-clock.ts'
import type { TenantList } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import vouchingWording from '../../texts/vouching.json'
import { Attempt } from '../../ui/attempt.ts'
import { healthAlarm, healthLine, quotaAlarm, sortByNeed } from './unit-forms.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import './staff-requests.ts'
import { consoleLooks } from '../../page/console-looks.ts'
import closingWording from '../../texts/closing.json'
import consoleWording from '../../texts/console.json'
import movingWording from '../../texts/moving.json'
import operatorWording from '../../texts/operator.json'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

type Unit = Pick<TenantList['items'][number], 'tenant' | 'name'>

@customElement('operator-page')
export class OperatorPage extends PageElement {
  static override styles = [
    PageElement.styles,
    consoleLooks,
    css`
      .banner {
        flex-basis: 100%;
      }
    `,
  ]

  @state() private opening = false
  @state() private closing: Unit | null = null
  @state() private vouching: Unit | null = null
  @state() private moving: TenantList['items'][number] | null = null
  @state() private limiting: TenantList['items'][number] | null = null
  private readonly attempt = new Attempt(this)

  private readonly units = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /operator/tenants', { signal }),
  })

  override render() {
    const operator = operatorWording(this.wording)
    const { common } = this.wording
    const list = this.units.value
    return html`
      <div class="spread">
        <div>
          <h1>${operator.heading}</h1>
          <p class="soft">${operator.intro}</p>
        </div>
        <button class="primary" @click=${this.open}>${icons.add}${operator.open}</button>
      </div>
      ${this.attempt.render()}
      <staff-requests></staff-requests>
      ${list ? this.renderUnits(list) : this.renderLoaded(this.units, undefined, operator.loading)}
      <ui-dialog ?open=${this.opening} heading=${operator.openHeading} close-label=${common.close} @ui-close=${this.close}>
        ${this.opening ? html`<open-unit-form @unit-opened=${() => this.units.run()}></open-unit-form>` : nothing}
      </ui-dialog>
      <ui-dialog
        ?open=${this.closing !== null}
        heading=${closingWording(this.wording).closeHeading({ name: this.closing?.name ?? '' })}
        close-label=${common.close}
        @ui-close=${this.leaveOpen}
      >
        ${
          this.closing
            ? html`<close-unit-form tenant=${this.closing.tenant} @unit-changed=${this.isClosing}></close-unit-form>`
            : nothing
        }
      </ui-dialog>
      <ui-dialog
        ?open=${this.limiting !== null}
        heading=${consoleWording(this.wording).quotas.setOf({ name: this.limiting?.name ?? '' })}
        close-label=${common.close}
        @ui-close=${this.leaveLimits}
      >
        ${
          this.limiting
            ? html`<quota-form tenant=${this.limiting.tenant} .used=${this.limiting.quotas} @unit-changed=${this.isLimited}></quota-form>`
            : nothing
        }
      </ui-dialog>
      <ui-dialog
        ?open=${this.moving !== null}
        heading=${movingWording(this.wording).heading({ name: this.moving?.name ?? '' })}
        close-label=${common.close}
        @ui-close=${this.leaveMove}
      >
        ${
          this.moving
            ? html`<move-unit-form .departure=${this.moving.departure} @unit-changed=${this.isMoving}></move-unit-form>`
            : nothing
        }
      </ui-dialog>
      <ui-dialog
        ?open=${this.vouching !== null}
        heading=${vouchingWording(this.wording).askOf({ name: this.vouching?.name ?? '' })}
        close-label=${common.close}
        @ui-close=${this.leaveUnsaid}
      >
        ${
          this.vouching
            ? html`<vouch-form tenant=${this.vouching.tenant} @unit-changed=${this.showUnits}></vouch-form>`
            : nothing
        }
      </ui-dialog>
    `
  }

  private renderUnits({ items }: TenantList) {
    const operator = operatorWording(this.wording)
    const { formats } = this.wording
    if (items.length === 0) {
      return html`<ui-empty icon="building" heading=${operator.emptyHeading} text=${operator.emptyText}></ui-empty>`
    }
    return html`<ul class="plain" aria-label=${operator.list}>
      ${sortByNeed(items).map((unit) => {
        const { tenant, name, openedAt, unreadCases, closing, vouchedFor } = unit
        return html`<li class="spread">
          <div>
            <strong>${name}</strong>
            <p class="soft small">${tenant} · ${operator.openedAt({ date: formats.day(openedAt) })}</p>
            <p class="soft small">${healthLine(unit, this.wording)}</p>
            <p class="small">${vouchedFor ? vouchingWording(this.wording).vouched({ by: vouchedFor.by, day: formats.day(vouchedFor.at) }) : vouchingWording(this.wording).notVouched}</p>
          </div>
          <div class="row">
            <a href="/t/${tenant}" target="_blank" rel="noopener">${operator.hosted}</a>
            ${this.renderVouching({ tenant, name }, vouchedFor !== null)}
            <button aria-label=${consoleWording(this.wording).quotas.setOf({ name })} @click=${() => this.askForLimits(unit)}>${consoleWording(this.wording).quotas.set}</button>
            ${closing ? nothing : html`<button @click=${() => this.askToClose({ tenant, name })}>${closingWording(this.wording).close}</button>`}
          </div>
          ${closing ? this.renderClosing(tenant, closing) : nothing} ${this.renderMove(unit)}
          ${
            unreadCases > 0
              ? html`<div class="banner danger">
                  ${icons.alert}
                  <div>
                    <p><strong>${operator.unread({ cases: unreadCases })}</strong></p>
                    <p>${operator.unreadText}</p>
                  </div>
                </div>`
              : nothing
          }
          ${healthAlarm(unit, this.wording)} ${quotaAlarm(unit.quotas, this.wording)}
        </li>`
      })}
    </ul>`
  }

  private renderClosing(tenant: string, { since, until }: NonNullable<TenantList['items'][number]['closing']>) {
    const { formats } = this.wording
    const canBeTakenBack = Date.parse(until) > serviceNow()
    return html`<div class="banner spread">
      <p>
        ${canBeTakenBack ? closingWording(this.wording).closing({ since: formats.day(since), until: formats.day(until) }) : closingWording(this.wording).closed({ until: formats.day(until) })}
      </p>
      ${canBeTakenBack ? html`<button @click=${() => this.keepOpen(tenant)}>${closingWording(this.wording).keepOpen}</button>` : nothing}
    </div>`
  }

  private renderMove(unit: TenantList['items'][number]) {
    const { departure } = unit
    if (!departure) return nothing
    const moving = movingWording(this.wording)
    const { exportedAt, movedTo, allowedAt, mine } = departure
    const isDue = allowedAt === null && !(movedTo && mine)
    return html`<div class="banner spread">
      <p>
        ${movedTo ? moving.arrived({ url: movedTo }) : moving.copied({ at: this.wording.formats.day(exportedAt) })}
        ${allowedAt ? moving.beingDeleted : movedTo && mine ? moving.waitsForOther : nothing}
      </p>
      ${isDue ? html`<button @click=${() => this.askToMove(unit)}>${movedTo ? moving.allow : moving.begin}</button>` : nothing}
    </div>`
  }

  private askToMove(unit: TenantList['items'][number]) {
    this.moving = unit
  }

  private leaveMove() {
    this.moving = null
  }

  private isMoving() {
    this.moving = null
    void this.units.run()
  }

  private renderVouching(unit: Unit, isVouchedFor: boolean) {
    const say = vouchingWording(this.wording)
    return isVouchedFor
      ? html`<button class="quiet" aria-label=${`${say.takeBack}: ${unit.name}`} @click=${() => this.takeBack(unit.tenant)}>${say.takeBack}</button>`
      : html`<button aria-label=${`${say.ask}: ${unit.name}`} @click=${() => this.askToVouch(unit)}>${say.ask}</button>`
  }

  private askForLimits(unit: TenantList['items'][number]) {
    this.limiting = unit
  }

  private leaveLimits() {
    this.limiting = null
  }

  private isLimited() {
    this.limiting = null
    say(this, consoleWording(this.wording).quotas.saved)
    void this.units.run()
  }

  private askToVouch(unit: Unit) {
    this.vouching = unit
  }

  private leaveUnsaid() {
    this.vouching = null
  }

  private showUnits() {
    this.vouching = null
    void this.units.run()
  }

  private takeBack(tenant: string) {
    return this.change(() =>
      this.client.call('PUT /operator/tenants/{tenant}/vouching', { params: { tenant }, body: { word: null } }),
    )
  }

  private askToClose(unit: Unit) {
    this.closing = unit
  }

  private leaveOpen() {
    this.closing = null
  }

  private isClosing() {
    this.closing = null
    void this.units.run()
  }

  private keepOpen(tenant: string) {
    return this.change(() => this.client.call('DELETE /operator/tenants/{tenant}/closing', { params: { tenant } }))
  }

  private async change(act: () => Promise<unknown>) {
    this.attempt.refusal = ''
    await this.attempt.run(async () => {
      await act()
    })
    void this.units.run()
  }

  private open() {
    this.opening = true
  }

  private close() {
    this.opening = false
  }
}
