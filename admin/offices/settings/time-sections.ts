import { html, nothing } from 'lit'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import type { RetentionException, RetentionSchedule, Weekday } from '../../api/wire.ts'
import { selectField } from '../../ui/field.ts'
import { valueIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import {
  addButton,
  removeAt,
  removeButton,
  replaceAt,
  type Section,
  type SectionScene,
  settingField,
} from './section.ts'

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
  title: (wording) => wording.settings.calendar.title,
  render(scene) {
    const { calendar } = scene.wording.settings
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

function renderDay(scene: SectionScene, day: Weekday) {
  const { settings, wording, change, errors } = scene
  const { calendar } = wording.settings
  const name = wording.vocabulary.weekdays[day]
  const { week } = settings.calendar
  const blocks = week[day]
  const write = (changed: Blocks) => change({ calendar: { ...settings.calendar, week: { ...week, [day]: changed } } })
  const error = Object.entries(errors).find(([path]) => path.startsWith(`calendar.week.${day}`))?.[1]
  return html`<li>
    <span class="day">${name}</span>
    ${blocksField(scene, { name, blocks, write, isWrong: Boolean(error), closed: calendar.closed })}
    ${error ? html`<span class="error">${icons.alert}${error}</span>` : nothing}
  </li>`
}

interface BlocksField {
  readonly name: string
  readonly blocks: Blocks
  readonly write: (blocks: Blocks) => void
  readonly isWrong: boolean
  readonly closed: string
}

function blocksField({ wording }: SectionScene, { name, blocks, write, isWrong, closed }: BlocksField) {
  const { calendar } = wording.settings
  const time = (
    at: number,
    side: 0 | 1,
    label: string,
  ) => html`<input type="time" aria-label=${label} .value=${blocks[at]?.[side] ?? ''}
    aria-invalid=${isWrong ? 'true' : nothing}
    @input=${(event: Event) => {
      const value = valueIn(event)
      const [from, to] = blocks[at] ?? ['', '']
      write(replaceAt(blocks, at, side === 0 ? [value, to] : [from, value]))
    }}>`
  return html`<div class="blocks">
    ${blocks.length === 0 ? html`<span class="soft">${closed}</span>` : nothing}
    ${blocks.map(
      (_, at) => html`<span class="block">
        ${time(at, 0, calendar.from({ day: name }))}<span class="soft">${calendar.until}</span>${time(at, 1, calendar.to({ day: name }))}
        ${removeButton(calendar.removeBlock({ day: name }), () => write(removeAt(blocks, at)))}
      </span>`,
    )}
    ${
      blocks.length < MOST_BLOCKS
        ? html`<button type="button" class="quiet only-icon" aria-label=${calendar.addBlock({ day: name })}
            @click=${() => write([...blocks, nextBlock(blocks)])}>${icons.add}</button>`
        : nothing
    }
  </div>`
}

/** The afternoon goes after the morning; where nothing stands yet, the whole day. */
const nextBlock = (blocks: Blocks): Blocks[number] => (blocks.length === 0 ? ['08:00', '16:00'] : ['13:00', '16:00'])

function renderHours(scene: SectionScene, at: number, write: (blocks: Blocks) => void) {
  const local = scene.settings.calendar.localDays[at]
  const error = scene.errors[`calendar.localDays.${at}.blocks`]
  const { calendar } = scene.wording.settings
  return html`<div class="hours">
    ${blocksField(scene, { name: local?.name ?? '', blocks: local?.blocks ?? [], write, isWrong: Boolean(error), closed: calendar.closedThatDay })}
    ${error ? html`<span class="error">${icons.alert}${error}</span>` : nothing}
  </div>`
}

function renderLocalDays(scene: SectionScene) {
  const { settings, wording, change } = scene
  const { calendar } = wording.settings
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
              written: (day) => write(replaceAt(localDays, at, { ...local, day })),
            })}
            ${settingField(scene, {
              path: `calendar.localDays.${at}.name`,
              label: calendar.dayName,
              value: local.name,
              written: (name) => write(replaceAt(localDays, at, { ...local, name })),
            })}
          </div>
          <div class="tools">${removeButton(calendar.removeDay({ name: local.name }), () => write(removeAt(localDays, at)))}</div>
          ${renderHours(scene, at, (blocks) => write(replaceAt(localDays, at, blocks.length > 0 ? { ...local, blocks } : { day: local.day, name: local.name })))}
        </li>`,
      )}
    </ul>
    ${addButton(calendar.addDay, () => write([...localDays, { day: '', name: '' }]))}
  </div>`
}

type Terms = RetentionSchedule['standard']

const oneMore: RetentionException = { category: null, ending: null, activeYears: 2, inactiveYears: 3, fate: 'destroy' }

export const retentionSection: Section = {
  id: 'retention',
  title: ({ retention }) => retention.schedule.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { schedule } = wording.retention
    const { retention } = settings
    const write = (changes: Partial<RetentionSchedule>) => change({ retention: { ...retention, ...changes } })
    return html`
      <p class="soft">${schedule.hint}</p>
      ${settingField(scene, {
        path: 'retention.basis',
        label: schedule.basis,
        hint: schedule.basisHint,
        value: retention.basis,
        written: (basis) => write({ basis }),
      })}
      <div class="field">
        <h3>${schedule.standard}</h3>
        ${termsFields(scene, 'retention.standard', retention.standard, (standard) => write({ standard }))}
      </div>
      <div class="field">
        <h3>${schedule.exceptions}</h3>
        <ul class="plain items">${retention.exceptions.map((one, at) => renderException(scene, one, at, write))}</ul>
        ${addButton(schedule.add, () => write({ exceptions: [...retention.exceptions, oneMore] }))}
      </div>
      ${settingField(scene, {
        path: 'retention.identityYears',
        label: schedule.identityYears,
        hint: schedule.identityYearsHint,
        optional: wording.common.optional,
        type: 'number',
        value: retention.identityYears === null ? '' : String(retention.identityYears),
        written: (years) => write({ identityYears: years === '' ? null : Number(years) }),
      })}
    `
  },
}

function termsFields<T extends Terms>(scene: SectionScene, path: string, terms: T, write: (terms: T) => void) {
  const { schedule } = scene.wording.retention
  const years = (name: 'activeYears' | 'inactiveYears') =>
    settingField(scene, {
      path: `${path}.${name}`,
      label: schedule[name],
      type: 'number',
      value: String(terms[name]),
      written: (value) => write({ ...terms, [name]: Number(value) }),
    })
  return html`<div class="pair">
    ${years('activeYears')}${years('inactiveYears')}
    ${selectField({
      name: `${path}.fate`,
      label: schedule.fate,
      value: terms.fate,
      options: Object.entries(schedule.fates).map(([value, label]) => ({ value, label })),
      chosen: (fate) => write({ ...terms, fate: fate as Terms['fate'] }),
    })}
  </div>`
}

function renderException(
  scene: SectionScene,
  one: RetentionException,
  at: number,
  write: (changes: Partial<RetentionSchedule>) => void,
) {
  const { settings, wording, errors } = scene
  const { schedule } = wording.retention
  const { exceptions } = settings.retention
  const path = `retention.exceptions.${at}`
  const change = (changed: RetentionException) => write({ exceptions: replaceAt(exceptions, at, changed) })
  return html`<li class="item">
    <div class="stack">
      <div class="pair">
        ${selectField({
          name: `${path}.category`,
          label: schedule.category,
          value: one.category ?? '',
          optional: '',
          error: errors[`${path}.category`],
          options: [
            { value: '', label: schedule.anyCategory },
            ...settings.categories.map(({ code, label }) => ({
              value: code,
              label: label[wording.language] || label.id || code,
            })),
          ],
          chosen: (category) => change({ ...one, category: category || null }),
        })}
        ${selectField({
          name: `${path}.ending`,
          label: schedule.ending,
          value: one.ending ?? '',
          optional: '',
          options: [
            { value: '', label: schedule.anyEnding },
            ...Object.entries(wording.retention.endings).map(([value, label]) => ({ value, label })),
          ],
          chosen: (ending) => change({ ...one, ending: (ending || null) as RetentionException['ending'] }),
        })}
      </div>
      ${termsFields(scene, path, one, change)}
    </div>
    <div class="tools">
      ${removeButton(schedule.remove({ position: at + 1 }), () => write({ exceptions: removeAt(exceptions, at) }))}
    </div>
  </li>`
}
