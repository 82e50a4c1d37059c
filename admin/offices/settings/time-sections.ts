import { html, nothing } from 'lit'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import type { RetentionException, RetentionSchedule, Weekday } from '../../api/wire.ts'
import { valueIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import {
  addButton,
  fieldsOf,
  itemList,
  optionsOf,
  removeAt,
  removeButton,
  replaceAt,
  type Section,
  type SectionScene,
} from './setting-fields.ts'

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
    ${itemList(wording, {
      items: localDays,
      write,
      remove: ({ name }) => calendar.removeDay({ name }),
      render(local, at, changed) {
        const { text } = fieldsOf(scene, `calendar.localDays.${at}`, local, changed)
        return html`<div class="pair">
            ${text('day', calendar.day, { type: 'date' })} ${text('name', calendar.dayName)}
          </div>
          ${renderHours(scene, at, (blocks) => changed(blocks.length > 0 ? { ...local, blocks } : { day: local.day, name: local.name }))}`
      },
    })}
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
    const write = (written: RetentionSchedule) => change({ retention: written })
    const { text, number } = fieldsOf(scene, 'retention', retention, write)
    const more = { hint: schedule.identityYearsHint, optional: wording.common.optional, empty: null }
    return html`
      <p class="soft">${schedule.hint}</p>
      ${text('basis', schedule.basis, { hint: schedule.basisHint })}
      <div class="field">
        <h3>${schedule.standard}</h3>
        ${termsFields(scene, 'retention.standard', retention.standard, (standard) => write({ ...retention, standard }))}
      </div>
      <div class="field">
        <h3>${schedule.exceptions}</h3>
        ${itemList(wording, {
          items: retention.exceptions,
          write: (exceptions) => write({ ...retention, exceptions }),
          render: (one, at, changed) => renderException(scene, one, at, changed),
          remove: (_, at) => schedule.remove({ position: at + 1 }),
        })}
        ${addButton(schedule.add, () => write({ ...retention, exceptions: [...retention.exceptions, oneMore] }))}
      </div>
      ${number('identityYears', schedule.identityYears, more)}
    `
  },
}

function termsFields<T extends Terms>(scene: SectionScene, path: string, terms: T, write: (terms: T) => void) {
  const { schedule } = scene.wording.retention
  const { number, choice } = fieldsOf<Terms>(scene, path, terms, (written) => write({ ...terms, ...written }))
  return html`<div class="pair">
    ${number('activeYears', schedule.activeYears)}${number('inactiveYears', schedule.inactiveYears)}
    ${choice('fate', schedule.fate, optionsOf(schedule.fates))}
  </div>`
}

function renderException(
  scene: SectionScene,
  one: RetentionException,
  at: number,
  write: (changed: RetentionException) => void,
) {
  const { settings, wording } = scene
  const { schedule, endings } = wording.retention
  const path = `retention.exceptions.${at}`
  const { choice } = fieldsOf(scene, path, one, write)
  const categories = settings.categories.map(({ code, label }) => ({
    ...{ value: code, label: label[wording.language] || label.id || code },
  }))
  const any = { optional: '', empty: null }
  return html`<div class="stack">
    <div class="pair">
      ${choice('category', schedule.category, [{ value: '', label: schedule.anyCategory }, ...categories], any)}
      ${choice('ending', schedule.ending, [{ value: '', label: schedule.anyEnding }, ...optionsOf(endings)], any)}
    </div>
    ${termsFields(scene, path, one, write)}
  </div>`
}
