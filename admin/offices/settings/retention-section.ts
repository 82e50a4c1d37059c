import { html } from 'lit'
import type { RetentionException, RetentionSchedule } from '../../api/wire.ts'
import { selectField } from '../../ui/field.ts'
import { removeAt, replaceAt } from '../../ui/lists.ts'
import { addButton, removeButton, type Section, type SectionScene, settingField } from './section.ts'

type Terms = RetentionSchedule['standard']

const oneMore: RetentionException = { category: null, ending: null, activeYears: 2, inactiveYears: 3, fate: 'destroy' }

/** Sets how long the unit keeps its cases, by its schedule of records. */
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
      ${removeButton(schedule.remove(at + 1), () => write({ exceptions: removeAt(exceptions, at) }))}
    </div>
  </li>`
}
