import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CalendarPreview, TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'

/** A day of the calendar, as a moment that is on it everywhere in the country. */
const atNoon = (day: string) => `${day}T05:00:00Z`

/** Says before saving which days a calendar changes, and how many open cases it moves. */
@customElement('calendar-preview')
export class CalendarPreviewPanel extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: 4px;
        max-block-size: 320px;
        overflow-y: auto;
      }
    `,
  ]

  @property({ attribute: false }) settings!: TenantSettingsView

  @state() private found: CalendarPreview | null = null
  private readonly attempt = new Attempt(this)

  /** The preview holds only for the calendar for which it was made. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    const before = changed.get('settings') as TenantSettingsView | undefined
    if (before && (before.calendar !== this.settings.calendar || before.timeZone !== this.settings.timeZone)) {
      this.found = null
      this.attempt.refusal = ''
    }
  }

  override render() {
    const { preview } = this.wording.settings.holidays
    return html`<div class="stack">
      <div>
        <button type="button" ?disabled=${this.attempt.isBusy} @click=${this.ask}>${icons.eye}${this.attempt.isBusy ? preview.asking : preview.ask}</button>
      </div>
      ${this.attempt.render()}
      <div role="status">${this.found ? this.renderFound(this.found) : nothing}</div>
    </div>`
  }

  private renderFound({ days, everyWeek, movedCases }: CalendarPreview) {
    const { formats } = this.wording
    const { preview } = this.wording.settings.holidays
    if (days.length === 0 && !everyWeek) return html`<p class="soft">${preview.nothing}</p>`
    return html`<div class="banner ${movedCases > 0 ? 'warn' : ''}">
      ${icons.clock}
      <div class="stack">
        <strong>${preview.moved(movedCases)}</strong>
        ${movedCases > 0 ? html`<p>${preview.told}</p>` : nothing}
        ${everyWeek ? html`<p>${preview.everyWeek}</p>` : nothing}
        <ul class="plain">
          ${days.map(
            ({ day, name, open }) => html`<li>
              ${formats.longDay(atNoon(day))}: ${open.length > 0 ? preview.open(open.map(([from, to]) => `${from}–${to}`).join(', ')) : preview.closed}${name ? html` <span class="soft">(${name})</span>` : nothing}
            </li>`,
          )}
        </ul>
      </div>
    </div>`
  }

  private readonly ask = async () => {
    this.found = null
    await this.attempt.run(async () => {
      const { timeZone, calendar } = this.settings
      this.found = await this.client.previewCalendar(this.unit.tenant, { timeZone, calendar })
    })
  }
}
