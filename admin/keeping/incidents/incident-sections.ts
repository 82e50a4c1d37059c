import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { IncidentView } from '../../../service/contract/keeping.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import '../../ui/copy-button.ts'
import { leaksIn } from '../../api/problems.ts'
import { LeakCheck } from '../../page/leak-check.ts'
import { PageElement } from '../../page/page-element.ts'
import incidentWording from '../../texts/incident.json'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import type { Change } from './change.ts'
import { incidentLooks } from './incident-form.ts'

@customElement('authority-section')
export class AuthoritySection extends FormElement {
  static override styles = [FormElement.styles, incidentLooks]

  @property({ attribute: false }) incident!: IncidentView
  @property({ attribute: false }) change!: Change
  private readonly kept = new KeptForm(this, () => {
    const kind = `incident-authority-${this.incident.id}`
    return { client: this.client, tenant: this.unit.tenant, number: null, kind }
  })
  @state() private written: string | null = null

  override render() {
    const incidents = incidentWording(this.wording)
    const { authorityTold } = this.incident
    return html`<section class="card" aria-labelledby="authority">
      <h2 id="authority">${incidents.authority}</h2>
      ${authorityTold ? this.renderNotified(authorityTold) : this.renderDraft()}
    </section>`
  }

  private renderNotified({ at, by, text, reference }: NonNullable<IncidentView['authorityTold']>) {
    const { formats } = this.wording
    const incidents = incidentWording(this.wording)
    return html`<div class="banner ok">${icons.check}<div>
        <p>${incidents.sentBy({ moment: formats.dayAndTime(at), by })}</p>
        <p>${reference}</p>
      </div></div>
      <p class="prose">${text}</p>`
  }

  private renderDraft() {
    const { common } = this.wording
    const incidents = incidentWording(this.wording)
    const { authority } = this.incident.notices
    return html`<p class="soft small">${incidents.authorityText}</p>
      <form novalidate @submit=${this.onSubmit}>
        ${this.kept.render(this.wording)} ${this.attempt.render()}
        ${textField({
          name: 'text',
          label: incidents.authorityDraft,
          rows: 12,
          limit: 8_000,
          value: this.written ?? authority,
          written: this.onWritten,
          error: this.attempt.errors.text,
        })}
        <div><ui-copy text=${this.written ?? authority} label=${common.copy} done-label=${common.copied}></ui-copy></div>
        ${textField({ name: 'reference', label: incidents.reference, hint: incidents.referenceHint, error: this.attempt.errors.reference })}
        <div><button class="primary" ?disabled=${this.attempt.isBusy}>${incidents.noteAuthority}</button></div>
      </form>`
  }

  private readonly onWritten = (text: string) => {
    this.written = text
  }

  protected async send(written: FormData) {
    const delivered = { text: textIn(written, 'text'), reference: textIn(written, 'reference') }
    await this.kept.send((client) => this.change('authority', delivered, client))
    say(this, incidentWording(this.wording).authorityNoted)
  }
}

@customElement('closing-section')
export class ClosingSection extends FormElement {
  static override styles = [FormElement.styles, incidentLooks]

  @property({ attribute: false }) incident!: IncidentView
  @property({ attribute: false }) change!: Change
  private readonly kept = new KeptForm(this, () => {
    const kind = `incident-closing-${this.incident.id}`
    return { client: this.client, tenant: this.unit.tenant, number: null, kind }
  })

  override render() {
    const incidents = incidentWording(this.wording)
    const { closed, reportersTold, authorityTold } = this.incident
    return html`<section class="card" aria-labelledby="closing">
      <h2 id="closing">${incidents.closing}</h2>
      ${
        closed
          ? this.renderClosed(closed)
          : reportersTold && authorityTold
            ? this.renderForm()
            : html`<p class="soft">${incidents.closingWaits}</p>`
      }
    </section>`
  }

  private renderClosed({ at, by, lessons }: NonNullable<IncidentView['closed']>) {
    const { formats } = this.wording
    const incidents = incidentWording(this.wording)
    return html`<p class="prose">${lessons}</p><p class="soft small">${incidents.closedBy({ moment: formats.dayAndTime(at), by })}</p>`
  }

  private renderForm() {
    const incidents = incidentWording(this.wording)
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${textField({ name: 'lessons', label: incidents.lessons, rows: 4, limit: limits.message, error: this.attempt.errors.lessons })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${incidents.close}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const lessons = textIn(written, 'lessons')
    await this.kept.send((client) => this.change('closing', { lessons }, client))
    say(this, incidentWording(this.wording).closedNow)
  }
}

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
          ? html`<div class="banner ok">${icons.check}<p>${incidents.sentBy({ moment: formats.dayAndTime(reportersTold.at), by: reportersTold.by })}</p></div>`
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
