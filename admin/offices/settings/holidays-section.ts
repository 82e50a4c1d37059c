import { html, nothing } from 'lit'
import type { Holiday, HolidayYear } from '../../api/wire.ts'
import { selectField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { removeAt, replaceAt } from '../../ui/lists.ts'
import './calendar-preview.ts'
import type { HolidaysReadEvent } from './holiday-file.ts'
import './holiday-file.ts'
import { addButton, removeButton, type Section, type SectionScene, settingField } from './section.ts'

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
      <h3>${holidays.year(year)}</h3>
      <details>
        <summary>${holidays.known(known.days.length)}</summary>
        <ul>${known.days.map(({ day, name }) => html`<li>${wording.formats.longDay(`${day}T05:00:00Z`)}: ${name}</li>`)}</ul>
      </details>
      ${addButton(holidays.edit(year), () => writeYear(scene, known))}
    </div>`
  }
  const days = fixedDates.map(([date, name]): Holiday => ({ day: `${year}-${date}`, name, kind: 'national' }))
  return html`<div class="field">
    <h3>${holidays.year(year)}</h3>
    <div class="banner warn">${icons.alert}<p>${holidays.missing(year)}</p></div>
    ${addButton(holidays.fill(year), () => writeYear(scene, { year, days }))}
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
    <h3>${holidays.year(year)}</h3>
    <p class="soft">${holidays.own(days.length)}</p>
    <ul class="plain items">
      ${days.map(
        (holiday, at) => html`<li class="item">
          <div class="pair">
            ${settingField(scene, {
              path: `${path}.${at}.day`,
              label: wording.settings.calendar.day,
              type: 'date',
              value: holiday.day,
              written: (day) => write(replaceAt(days, at, { ...holiday, day })),
            })}
            ${settingField(scene, {
              path: `${path}.${at}.name`,
              label: wording.settings.calendar.dayName,
              value: holiday.name,
              written: (name) => write(replaceAt(days, at, { ...holiday, name })),
            })}
            ${selectField({
              name: `${path}.${at}.kind`,
              label: holidays.kind,
              value: holiday.kind,
              error: errors[`${path}.${at}.kind`],
              options: Object.entries(holidays.kinds).map(([value, label]) => ({ value, label })),
              chosen: (kind) => write(replaceAt(days, at, { ...holiday, kind: kind as Holiday['kind'] })),
            })}
          </div>
          <div class="tools">${removeButton(wording.settings.calendar.removeDay(holiday.name), () => write(removeAt(days, at)))}</div>
        </li>`,
      )}
    </ul>
    <div class="actions">
      ${addButton(holidays.addDay(year), () => write([...days, { day: '', name: '', kind: 'national' }]))}
      <button type="button" class="quiet" @click=${drop}>${isKnown ? holidays.backToKnown : holidays.drop(year)}</button>
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
