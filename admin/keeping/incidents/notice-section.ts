import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { IncidentView } from '../../../service/contract/incidents.ts'
import { leaksIn } from '../../api/problems.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakCheck } from '../../page/leak-check.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { incidentWording } from '../../wording/incident-wording.ts'
import type { Change } from './change.ts'
import { incidentLooks } from './incident-looks.ts'

/** The notice that reporters read: drafted, edited, and sent after a second question. */
@customElement('notice-section')
export class NoticeSection extends PageElement {
  static override styles = [PageElement.styles, fields, incidentLooks]

  @property({ attribute: false }) incident!: IncidentView
  @property({ attribute: false }) change!: Change
  @state() private isSure = false
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)
  private readonly kept = new KeptForm(this, () => {
    const { id, revision } = this.incident
    return { client: this.client, tenant: this.unit.tenant, number: null, kind: `incident-notice-${id}`, revision }
  })
  private readonly leaks = new LeakCheck(this)

  override render() {
    const { formats } = this.wording
    const incidents = incidentWording(this.wording)
    const { notices, reportersTold, closed } = this.incident
    const { id, en } = notices.reporters
    return html`<section class="card" aria-labelledby="notice">
      <div>
        <h2 id="notice">${incidents.notice}</h2>
        <p class="soft small">${incidents.noticeText}</p>
      </div>
      ${
        reportersTold
          ? html`<div class="banner ok">${icons.check}<p>${incidents.sentBy(formats.dayAndTime(reportersTold.at), reportersTold.by)}</p></div>`
          : nothing
      }
      ${notices.isDraft ? html`<p>${incidents.noticeDraft}</p>` : nothing}
      ${
        closed
          ? html`<p class="prose">${this.wording.language === 'id' ? id : en}</p>`
          : html`<form @submit=${this.save}>
              ${this.kept.render(this.wording)} ${this.attempt.render()}
              ${textField({ name: 'id', label: incidents.textId, rows: 14, limit: LONGEST, value: id })}
              ${textField({ name: 'en', label: incidents.textEn, hint: notices.isDraft ? incidents.textEnHint : undefined, rows: 14, limit: LONGEST, value: en })}
              ${this.leaks.render(this.wording, this.unit.view.form.limits.reason)} ${this.renderActions()}
            </form>`
      }
    </section>`
  }

  private renderActions() {
    const { common } = this.wording
    const incidents = incidentWording(this.wording)
    const { isBusy } = this.attempt
    if (this.isSure) {
      return html`<div class="banner warn" role="alert">${icons.alert}<div class="stack">
        <p>${incidents.sendSure}</p>
        <div class="actions">
          <button type="button" class="primary" ?disabled=${isBusy} @click=${this.send}>${incidents.sendNow}</button>
          <button value="cancel" type="button" class="quiet" @click=${this.reconsider}>${common.cancel}</button>
        </div>
      </div></div>`
    }
    return html`<div class="actions">
      <button ?disabled=${isBusy}>${incidents.saveNotice}</button>
      <button type="button" class="primary" ?disabled=${isBusy} @click=${this.askAgain}>
        ${icons.send}${this.incident.reportersTold ? incidents.sendMore : incidents.send}
      </button>
    </div>`
  }

  private askAgain() {
    this.isSure = true
  }

  private reconsider() {
    this.isSure = false
  }

  private async save(event: Event) {
    event.preventDefault()
    await this.attempt.run(async () => {
      await this.keep()
      say(this, incidentWording(this.wording).noticeSaved)
    })
  }

  /** Keeps what was written, where it differs from what stands. */
  private async keep() {
    const written = new FormData(this.form)
    const texts = { id: textIn(written, 'id'), en: textIn(written, 'en') }
    const { id, en } = this.incident.notices.reporters
    if (texts.id !== id || texts.en !== en) await this.kept.send((client) => this.change('notice', { texts }, client))
  }

  private async send() {
    const reason = this.leaks.reasonIn(new FormData(this.form))
    await this.attempt.run(async () => {
      try {
        await this.keep()
        await this.change('sending', reason)
        this.leaks.clear()
        say(this, incidentWording(this.wording).sent)
      } catch (error) {
        if (leaksIn(error).length === 0) throw error
        this.leaks.takes(error)
      } finally {
        this.isSure = false
      }
    })
  }
}

const LONGEST = 8_000
