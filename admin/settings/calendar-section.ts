import { html, nothing } from 'lit'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { Weekday } from '../api/wire.ts'
import { icons } from '../ui/icons.ts'
import { replaced, without } from '../ui/lists.ts'
import { addButton, removeButton, type Section, type SectionScene, settingField } from './section.ts'

type Blocks = TenantSettingsView['calendar']['week'][Weekday]
const MOST_BLOCKS = 4
const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly Weekday[]

export const calendarSection: Section = {
  id: 'calendar',
  title: (words) => words.settings.calendar.title,
  render(scene) {
    const { calendar } = scene.words.settings
    return html`
      <p class="soft">${calendar.hint}</p>
      <div class="field">
        <h3>${calendar.week}</h3>
        <ul class="plain week">${weekdays.map((day) => renderDay(scene, day))}</ul>
      </div>
      ${renderLocalDays(scene)}
    `
  },
}

function renderDay({ settings, words, change, errors }: SectionScene, day: Weekday) {
  const { calendar } = words.settings
  const name = words.vocabulary.weekdays[day]
  const { week } = settings.calendar
  const blocks = week[day]
  const write = (changed: Blocks) => change({ calendar: { ...settings.calendar, week: { ...week, [day]: changed } } })
  const error = Object.entries(errors).find(([path]) => path.startsWith(`calendar.week.${day}`))?.[1]
  const time = (
    at: number,
    side: 0 | 1,
    label: string,
  ) => html`<input type="time" aria-label=${label} .value=${blocks[at]?.[side] ?? ''}
    aria-invalid=${error ? 'true' : nothing}
    @input=${(event: Event) => {
      const value = (event.target as HTMLInputElement).value
      const [from, to] = blocks[at] ?? ['', '']
      write(replaced(blocks, at, side === 0 ? [value, to] : [from, value]))
    }}>`
  return html`<li>
    <span class="day">${name}</span>
    <div class="blocks">
      ${blocks.length === 0 ? html`<span class="soft">${calendar.closed}</span>` : nothing}
      ${blocks.map(
        (_, at) => html`<span class="block">
          ${time(at, 0, calendar.from(name))}<span class="soft">${calendar.until}</span>${time(at, 1, calendar.to(name))}
          ${removeButton(calendar.removeBlock(name), () => write(without(blocks, at)))}
        </span>`,
      )}
      ${
        blocks.length < MOST_BLOCKS
          ? html`<button type="button" class="quiet only-icon" aria-label=${calendar.addBlock(name)}
              @click=${() => write([...blocks, ['08:00', '16:00']])}>${icons.add}</button>`
          : nothing
      }
    </div>
    ${error ? html`<span class="error">${icons.alert}${error}</span>` : nothing}
  </li>`
}

function renderLocalDays(scene: SectionScene) {
  const { settings, words, change } = scene
  const { calendar } = words.settings
  const { localDays } = settings.calendar
  const write = (changed: typeof localDays) => change({ calendar: { ...settings.calendar, localDays: changed } })
  return html`<div class="field">
    <h3>${calendar.localDays}</h3>
    <ul class="plain items">
      ${localDays.map(
        (local, at) => html`<li class="item">
          <div class="pair">
            ${settingField(scene, {
              path: `calendar.localDays.${at}.day`,
              label: calendar.day,
              type: 'date',
              value: local.day,
              written: (day) => write(replaced(localDays, at, { ...local, day })),
            })}
            ${settingField(scene, {
              path: `calendar.localDays.${at}.name`,
              label: calendar.dayName,
              value: local.name,
              written: (name) => write(replaced(localDays, at, { ...local, name })),
            })}
          </div>
          <div class="tools">${removeButton(calendar.removeDay(local.name), () => write(without(localDays, at)))}</div>
        </li>`,
      )}
    </ul>
    ${addButton(calendar.addDay, () => write([...localDays, { day: '', name: '' }]))}
  </div>`
}
