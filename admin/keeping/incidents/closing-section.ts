import { html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { IncidentView } from '../../../service/contract/incidents.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { missingFields, textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'
import { surfaces } from '../../ui/surfaces.ts'
import type { Change } from './change.ts'
import { incidentLooks } from './incident-looks.ts'
import { incidentWording } from './incident-wording.ts'

/** Closes an incident with what was learned from it. */
@customElement('closing-section')
export class ClosingSection extends PageElement {
  static override styles = [controls, surfaces, fields, incidentLooks]

  @property({ attribute: false }) incident!: IncidentView
  @property({ attribute: false }) change!: Change
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)

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
    return html`<form novalidate @submit=${this.close}>
      ${this.attempt.render()}
      ${textField({ name: 'lessons', label: incidents.lessons, rows: 4, limit: limits.message, error: this.attempt.errors.lessons })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${incidents.close}</button></div>
    </form>`
  }

  private async close(event: Event) {
    event.preventDefault()
    if (await this.attempt.refuses(missingFields(this.form, this.wording.common.required))) return
    const lessons = textIn(new FormData(this.form), 'lessons')
    await this.attempt.run(async () => {
      await this.change('closing', { lessons })
      say(this, incidentWording(this.wording).closedNow)
    })
  }
}
