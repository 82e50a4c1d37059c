import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IncidentView } from '../../../service/contract/incidents.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'
import { incidentWording } from '../../wording/incident-wording.ts'
import type { Change } from './change.ts'
import { incidentLooks } from './incident-looks.ts'

/** Closes an incident with what was learned from it. */
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
    return html`<p class="prose">${lessons}</p><p class="soft small">${incidents.closedBy(formats.dayAndTime(at), by)}</p>`
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
