import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type {
  CalendarPreview,
  ReadHolidaysView,
  TenantSettingsView,
} from '../../../service/contract/tenant-settings.ts'
import type { Holiday, HolidayYear } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { targetOf } from '../../ui/target.ts'
import {
  addButton,
  fieldsOf,
  itemList,
  optionsOf,
  removeAt,
  type Section,
  type SectionScene,
} from './setting-fields.ts'

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
        <strong>${preview.moved({ cases: movedCases })}</strong>
        ${movedCases > 0 ? html`<p>${preview.told}</p>` : nothing}
        ${everyWeek ? html`<p>${preview.everyWeek}</p>` : nothing}
        <ul class="plain">
          ${days.map(
            ({ day, name, open }) => html`<li>
              ${formats.longDay(atNoon(day))}: ${open.length > 0 ? preview.open({ hours: open.map(([from, to]) => `${from}–${to}`).join(', ') }) : preview.closed}${name ? html` <span class="soft">(${name})</span>` : nothing}
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
      this.found = await this.client.call('POST /settings/calendar/preview', {
        params: this.inUnit,
        body: { timeZone, calendar },
      })
    })
  }
}

const MOST_BYTES = 100_000

export class HolidaysReadEvent extends Event {
  constructor(readonly days: ReadHolidaysView['days']) {
    super('holidays-read', { bubbles: true, composed: true })
  }
}

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
    return html`<p>${days.length > 0 ? file.found({ days: days.length, years: years.join(', ') }) : file.none}</p>
      ${
        leftOut.length > 0
          ? html`<details class="small">
              <summary>${file.leftOut({ events: leftOut.length })}</summary>
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
        const found = await this.client.call('POST /settings/calendar/holidays', {
          params: this.inUnit,
          body: { text: await chosen.text() },
        })
        this.found = found
        if (found.days.length > 0) this.dispatchEvent(new HolidaysReadEvent(found.days))
      })
    }
    input.value = ''
  }
}

/** Sure in every year, whatever the decree. */
const fixedDates = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['12-25', 'Kelahiran Yesus Kristus'],
] as const

/** The nation's holidays year by year: those that the service knows, or the unit's own list instead. */
export const holidaysSection: Section = {
  id: 'holidays',
  title: ({ settings }) => settings.holidays.title,
  render(scene) {
    const { holidays } = scene.wording.settings
    return html`
      <p class="soft">${holidays.hint}</p>
      ${yearsShown(scene).map((year) => renderYear(scene, year))}
      <holiday-file @holidays-read=${({ days }: HolidaysReadEvent) => takeFile(scene, days)}></holiday-file>
      <calendar-preview .settings=${scene.settings}></calendar-preview>
    `
  },
}

/** This year and the next, and every year that somebody filled in. */
function yearsShown({ settings, wording }: SectionScene): number[] {
  const now = Number(wording.formats.today().slice(0, 4))
  const filled = [...settings.calendar.holidayYears, ...(settings.decreedYears ?? [])].map(({ year }) => year)
  return [...new Set([now, now + 1, ...filled])].filter((year) => year >= now).sort((one, other) => one - other)
}

function renderYear(scene: SectionScene, year: number) {
  const { settings, wording } = scene
  const { holidays } = wording.settings
  const own = settings.calendar.holidayYears.find((one) => one.year === year)
  const known = settings.decreedYears?.find((one) => one.year === year)
  if (own) return renderOwn(scene, own, known !== undefined)
  if (known) {
    return html`<div class="field">
      <h3>${holidays.year({ year })}</h3>
      <details>
        <summary>${holidays.known({ days: known.days.length })}</summary>
        <ul>${known.days.map(({ day, name }) => html`<li>${wording.formats.longDay(`${day}T05:00:00Z`)}: ${name}</li>`)}</ul>
      </details>
      ${addButton(holidays.edit({ year }), () => writeYear(scene, known))}
    </div>`
  }
  const days = fixedDates.map(([date, name]): Holiday => ({ day: `${year}-${date}`, name, kind: 'national' }))
  return html`<div class="field">
    <h3>${holidays.year({ year })}</h3>
    <div class="banner warn">${icons.alert}<p>${holidays.missing({ year })}</p></div>
    ${addButton(holidays.fill({ year }), () => writeYear(scene, { year, days }))}
  </div>`
}

function renderOwn(scene: SectionScene, { year, days }: HolidayYear, isKnown: boolean) {
  const { settings, wording, change, errors } = scene
  const { holidays } = wording.settings
  const years = settings.calendar.holidayYears
  const position = years.findIndex((one) => one.year === year)
  const path = `calendar.holidayYears.${position}.days`
  const write = (changed: readonly Holiday[]) => writeYear(scene, { year, days: changed })
  const drop = () => change({ calendar: { ...settings.calendar, holidayYears: removeAt(years, position) } })
  return html`<div class="field">
    <h3>${holidays.year({ year })}</h3>
    <p class="soft">${holidays.own({ days: days.length })}</p>
    ${itemList(wording, {
      items: days,
      write,
      remove: ({ name }) => wording.settings.calendar.removeDay({ name }),
      render(holiday, at, changed) {
        const { text, choice } = fieldsOf(scene, `${path}.${at}`, holiday, changed)
        return html`<div class="pair">
          ${text('day', wording.settings.calendar.day, { type: 'date' })} ${text('name', wording.settings.calendar.dayName)}
          ${choice('kind', holidays.kind, optionsOf(holidays.kinds))}
        </div>`
      },
    })}
    <div class="actions">
      ${addButton(holidays.addDay({ year }), () => write([...days, { day: '', name: '', kind: 'national' }]))}
      <button type="button" class="quiet" @click=${drop}>${isKnown ? holidays.backToKnown : holidays.drop({ year })}</button>
    </div>
    ${errors[path] ? html`<span class="error">${icons.alert}${errors[path]}</span>` : nothing}
  </div>`
}

function writeYear({ settings, change }: SectionScene, filled: HolidayYear) {
  const { calendar } = settings
  const others = calendar.holidayYears.filter(({ year }) => year !== filled.year)
  const holidayYears = [...others, filled].sort((one, other) => one.year - other.year)
  change({ calendar: { ...calendar, holidayYears } })
}

/** A file holds whole years: its list goes in the place of what stood there. */
function takeFile({ settings, change }: SectionScene, days: readonly Holiday[]) {
  const years = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))]
  const filled = years.map((year) => ({ year, days: days.filter(({ day }) => day.startsWith(`${year}-`)) }))
  const others = settings.calendar.holidayYears.filter(({ year }) => !years.includes(year))
  const holidayYears = [...others, ...filled].sort((one, other) => one.year - other.year)
  change({ calendar: { ...settings.calendar, holidayYears } })
}
