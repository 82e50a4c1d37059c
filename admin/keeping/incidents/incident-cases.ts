import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { IncidentView } from '../../../service/contract/keeping.ts'
import type { BreachNoticeState, UnitAct } from '../../api/wire.ts'
import { caseAddress } from '../../page/addresses.ts'
import { badges } from '../../page/case-badges.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { ownWords } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import accessLogWording from '../../texts/access-log.json'
import { Attempt } from '../../ui/attempt.ts'
import { incidentLooks } from './incident-form.ts'
import '../../ui/dialog.ts'
import incidentWording from '../../texts/incident.json'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Change } from './change.ts'

type AffectedCase = IncidentView['cases'][number]

const tones: Readonly<Record<BreachNoticeState, string>> = {
  not_told: 'waiting',
  pending: 'moving',
  sent: 'done',
  failed: 'alarm',
  page_only: 'over',
  destroyed: 'over',
}

@customElement('incident-cases')
export class IncidentCases extends PageElement {
  static override styles = [PageElement.styles, fields, badges, incidentLooks]

  @property({ attribute: false }) incident!: IncidentView
  @property({ attribute: false }) change!: Change
  @state() private leaving: string | null = null
  @query('form.add') private readonly adding!: HTMLFormElement
  private readonly attempt = new Attempt(this)
  private readonly kept = new KeptForm(
    this,
    () => {
      const kind = `incident-leave-${this.incident.id}-${this.leaving}`
      return { client: this.client, tenant: this.unit.tenant, number: null, kind }
    },
    { form: 'form.leave' },
  )

  override render() {
    const incidents = incidentWording(this.wording)
    const { cases, lists, closed } = this.incident
    return html`<section class="card" aria-labelledby="cases">
      <div>
        <h2 id="cases">${incidents.cases} (${cases.filter(({ leftOutBecause }) => leftOutBecause === null).length})</h2>
        <p class="soft small">${incidents.casesText}</p>
      </div>
      ${lists > 0 ? html`<div class="banner warn">${icons.alert}<p>${incidents.lists({ count: lists })}</p></div>` : nothing}
      ${
        cases.length === 0
          ? html`<p class="soft">${incidents.noCases}</p>`
          : html`<ul class="plain lines" aria-labelledby="cases">${cases.map((one) => this.renderCase(one))}</ul>`
      }
      ${this.leaving === null ? this.attempt.render() : nothing} ${closed ? nothing : this.renderAdding()}
      ${this.renderLeaving()}
    </section>`
  }

  private renderCase({ number, categoryLabel, acts, leftOutBecause, state: noticeState }: AffectedCase) {
    const accessLog = accessLogWording(this.wording)
    const { formats } = this.wording
    const incidents = incidentWording(this.wording)
    const deeds = acts.length > 0 ? formats.list(acts.map((act) => accessLog.acts[act as UnitAct])) : incidents.picked
    return html`<li>
      <div class="spread">
        <a href=${caseAddress(this.unit.tenant, number)}>${number}</a>
        ${leftOutBecause === null ? html`<span class="badge ${tones[noticeState]}">${incidents.states[noticeState]}</span>` : nothing}
      </div>
      <div class="spread">
        <span class="soft small">${ownWords(this.unit.view, categoryLabel)} · ${leftOutBecause === null ? deeds : incidents.leftOut({ because: leftOutBecause })}</span>
        ${this.incident.closed || noticeState !== 'not_told' ? nothing : this.renderChoice(number, leftOutBecause === null)}
      </div>
    </li>`
  }

  private renderChoice(number: string, isAffected: boolean) {
    const incidents = incidentWording(this.wording)
    return isAffected
      ? html`<button class="quiet" aria-label=${incidents.leaveOutOf({ number })} @click=${() => this.askWhy(number)}>${incidents.leaveOut}</button>`
      : html`<button class="quiet" aria-label=${incidents.takeBackOf({ number })} @click=${() => this.take(number)}>${incidents.takeBack}</button>`
  }

  private renderAdding() {
    const incidents = incidentWording(this.wording)
    return html`<form class="add" @submit=${this.add}>
      ${textField({ name: 'number', label: incidents.number })}
      <div><button>${icons.add}${incidents.add}</button></div>
    </form>`
  }

  private renderLeaving() {
    const { common } = this.wording
    const incidents = incidentWording(this.wording)
    const { limits } = this.unit.view.form
    return html`<ui-dialog ?open=${this.leaving !== null} heading=${incidents.leaveOutHeading({ number: this.leaving ?? '' })}
      close-label=${common.close} @ui-close=${this.stopLeaving}>
      ${
        this.leaving === null
          ? nothing
          : html`<form class="leave" @submit=${this.leaveOut}>
              ${this.kept.render(this.wording)} ${this.attempt.render()}
              ${textField({ name: 'because', label: incidents.leaveOutReason, rows: 3, limit: limits.reason, focusFirst: true })}
              <div><button class="primary">${incidents.leaveOut}</button></div>
            </form>`
      }
    </ui-dialog>`
  }

  private askWhy(number: string) {
    this.leaving = number
  }

  private stopLeaving() {
    this.leaving = null
  }

  private take(number: string) {
    return this.attempt.run(() => this.change('case', { number }))
  }

  private async add(event: Event) {
    event.preventDefault()
    const number = textIn(new FormData(this.adding), 'number').toUpperCase()
    await this.attempt.run(async () => {
      await this.change('case', { number })
      this.adding.reset()
    })
  }

  private async leaveOut(event: SubmitEvent) {
    event.preventDefault()
    const number = this.leaving
    if (number === null || !(event.target instanceof HTMLFormElement)) return
    const leftOutBecause = textIn(new FormData(event.target), 'because')
    await this.attempt.run(async () => {
      await this.kept.send((client) => this.change('case', { number, leftOutBecause }, client))
      this.stopLeaving()
    })
  }
}
