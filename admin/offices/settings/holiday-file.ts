import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ReadHolidaysView } from '../../../service/contract/tenant-settings.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { fields } from '../../ui/fields.ts'
import { targetOf } from '../../ui/target.ts'

/** Largest file that is read at all, in bytes. */
const MOST_BYTES = 100_000

/** The holidays of a file, for the element that holds the form. */
export class HolidaysReadEvent extends Event {
  constructor(readonly days: ReadHolidaysView['days']) {
    super('holidays-read', { bubbles: true, composed: true })
  }
}

/**
 * Reads an .ics file and says what was found in it.
 * @fires holidays-read
 */
@customElement('holiday-file')
export class HolidayFile extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host {
        display: block;
      }
      input {
        max-inline-size: 100%;
      }
    `,
  ]

  @state() private found: ReadHolidaysView | null = null
  private readonly attempt = new Attempt(this)

  override render() {
    const { file } = this.wording.settings.holidays
    return html`<div class="field">
      <label for="file">${file.label}</label>
      <input id="file" type="file" accept=".ics,text/calendar" aria-describedby="file-hint" @change=${this.read}>
      <span class="hint" id="file-hint">${file.hint}</span>
      ${this.attempt.render()}
      <div role="status">${this.found ? this.renderFound(this.found) : nothing}</div>
    </div>`
  }

  private renderFound({ days, leftOut }: ReadHolidaysView) {
    const { file } = this.wording.settings.holidays
    const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))]
    return html`<p>${days.length > 0 ? file.found(days.length, years.join(', ')) : file.none}</p>
      ${
        leftOut.length > 0
          ? html`<details class="small">
              <summary>${file.leftOut(leftOut.length)}</summary>
              <ul>${leftOut.map(({ name, reason }) => html`<li>${name}: ${file.reasons[reason]}</li>`)}</ul>
            </details>`
          : nothing
      }`
  }

  private readonly read = async (event: Event) => {
    const input = targetOf(event, HTMLInputElement)
    const chosen = input.files?.[0]
    if (!chosen) return
    this.found = null
    if (chosen.size > MOST_BYTES) this.attempt.refusal = this.wording.settings.holidays.file.tooLarge
    else {
      await this.attempt.run(async () => {
        const found = await this.client.readHolidays(this.unit.tenant, { text: await chosen.text() })
        this.found = found
        if (found.days.length > 0) this.dispatchEvent(new HolidaysReadEvent(found.days))
      })
    }
    input.value = ''
  }
}
