import { html, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { keysOf } from '../../../service/shared/records.ts'
import type { CategoryRule, CategorySettings, PackRules } from '../../api/wire.ts'
import beginWording from '../../texts/begin.json'
import { selectField, tickField } from '../../ui/field.ts'
import { ruleFields } from './rules-section.ts'
import {
  addButton,
  fieldsOf,
  itemList,
  removeAt,
  removeButton,
  replaceAt,
  type Section,
  type SectionScene,
  settingField,
  translatedField,
} from './setting-fields.ts'

const inOrder: Readonly<Record<NonNullable<CategoryRule['clock']>, true>> = {
  verification: true,
  first_response: true,
  completion: true,
  objection_window: true,
  objection_decision: true,
}
const categoryClocks = keysOf(inOrder)

type WriteCategory = (changes: Partial<CategorySettings>) => void

export const categoryProcedure = (
  scene: SectionScene,
  path: string,
  category: CategorySettings,
  write: WriteCategory,
) => html`
  ${nextStepsFields(scene, path, category, write)}
  ${category.class === 'non_oversight' ? answeringField(scene, category, write) : nothing}
  ${ownTimes(scene, category)}
  ${firstHandler(scene, category)}
`

/** Both languages may stay empty; the preview below is what reporters read. */
function nextStepsFields(scene: SectionScene, path: string, category: CategorySettings, write: WriteCategory) {
  const { wording } = scene
  const { category: texts } = beginWording(wording)
  const { nextSteps } = category
  const value = nextSteps ?? { id: '', en: '' }
  const side = (language: 'id' | 'en', name: string) =>
    settingField(scene, {
      path: `${path}.nextSteps.${language}`,
      ...{ label: `${texts.next} (${name})`, value: value[language], rows: 2, limit: 300 },
      ...{ hint: language === 'id' ? texts.nextHint : undefined, optional: wording.common.optional },
      written: (text) => {
        const changed = { ...value, [language]: text }
        write({ nextSteps: changed.id || changed.en ? changed : null })
      },
    })
  return html`<div class="pair">${side('id', wording.settings.inIndonesian)}${side('en', wording.settings.inEnglish)}</div>
    ${nextSteps?.id ? nextStepsPreview(scene, { ...category, nextSteps }) : nothing}`
}

function nextStepsPreview(
  { wording }: SectionScene,
  { label, description, nextSteps }: CategorySettings & { readonly nextSteps: CategorySettings['label'] },
) {
  const { category: texts } = beginWording(wording)
  const shown = (['id', 'en'] as const).filter((language) => language === 'id' || nextSteps.en)
  return html`<figure class="preview">
    <figcaption class="hint">${texts.nextRead}</figcaption>
    ${shown.map(
      (language) => html`<p lang=${language}>
        <strong>${label[language] || label.id}</strong><br>
        ${description[language] || description.id} ${texts.nextLead[language]} ${nextSteps[language]}
      </p>`,
    )}
  </figure>`
}

function answeringField({ wording }: SectionScene, { handlerAnswers }: CategorySettings, write: WriteCategory) {
  const { category: texts } = beginWording(wording)
  return tickField({
    ...{ label: texts.handlerAnswers, hint: texts.handlerAnswersHint, value: handlerAnswers ?? false },
    ticked: (on) => write({ handlerAnswers: on }),
  })
}

function ownTimes(scene: SectionScene, { code, class: kind }: CategorySettings) {
  const { settings, wording, change } = scene
  const { rules } = settings
  const { category: texts } = beginWording(wording)
  const { clocks, units } = wording.settings.rules
  const write = (categories: PackRules['categories']) => change({ rules: { ...rules, categories } })
  const handling = kind === 'oversight' ? 'handling_oversight' : 'handling_non_oversight'
  const nameOf = (clock: CategoryRule['clock']) => (clock ? clocks[clock] : texts.handling)
  const own = rules.categories.flatMap((rule, at) => (rule.category === code ? [{ rule, at }] : []))
  const open = [undefined, ...categoryClocks].filter((clock) => own.every(({ rule }) => rule.clock !== clock))
  const add = (chosen: string) => {
    const clock = categoryClocks.find((one) => one === chosen)
    const { amount, unit } = rules.clocks[clock ?? handling]
    write([...rules.categories, { category: code, ...(clock && { clock }), amount, unit, legalBasis: null }])
  }
  return html`<div class="field">
    <h3>${texts.ownTimes}</h3>
    <p class="hint">${texts.ownTimesHint}</p>
    <ul class="plain items">${own.map(({ rule, at }) => {
      const usual = rules.clocks[rule.clock ?? handling]
      return html`<li class="item">
        <div class="stack">
          <h4>${nameOf(rule.clock)} <span class="soft small">${texts.usual({ amount: usual.amount, unit: units[usual.unit], basis: usual.legalBasis || 'none' })}</span></h4>
          ${ruleFields(scene, `rules.categories.${at}`, rule, (changed) => write(replaceAt(rules.categories, at, changed)))}
        </div>
        <div class="tools">${removeButton(texts.removeTime({ clock: nameOf(rule.clock) }), () => write(removeAt(rules.categories, at)))}</div>
      </li>`
    })}</ul>
    ${
      open.length === 0
        ? nothing
        : // Made anew after each choice, so that it asks again.
          keyed(
            own.length,
            selectField({
              ...{ name: `time-${code}`, label: texts.addTime, value: '', optional: '' },
              options: [
                { value: '', label: texts.chooseClock },
                ...open.map((clock) => ({ value: clock ?? handling, label: nameOf(clock) })),
              ],
              chosen: (chosen) => chosen && add(chosen),
            }),
          )
    }
  </div>`
}

/** An automatic rule decides who gets a case first, as everywhere. A category that is not saved yet has none. */
function firstHandler({ saved, tenant, wording }: SectionScene, { code }: CategorySettings) {
  if (saved.categories.every((one) => one.code !== code)) return nothing
  const address = `/admin/${encodeURIComponent(tenant)}/rules?category=${encodeURIComponent(code)}`
  return html`<p><a href=${address}>${beginWording(wording).category.first}</a></p>`
}

export const procedureSection: Section = {
  id: 'procedure',
  title: (wording) => wording.settings.procedure.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { procedure } = wording.settings
    const { rules } = settings.procedure
    const write = (written: typeof settings.procedure) => change({ procedure: written })
    const writeRules = (changed: typeof rules) => write({ ...settings.procedure, rules: changed })
    return html`
      <p class="soft">${procedure.hint}</p>
      ${fieldsOf(scene, 'procedure', settings.procedure, write).translated('title', procedure.heading)}
      ${itemList(wording, {
        items: rules,
        write: writeRules,
        render: (value, at, written) =>
          translatedField(scene, {
            ...{ path: `procedure.rules.${at}`, label: procedure.rule({ position: at + 1 }), value, rows: 2, written },
          }),
        name: (_, at) => procedure.rule({ position: at + 1 }),
        remove: (_, at) => procedure.remove({ position: at + 1 }),
        keepsOne: true,
      })}
      ${addButton(procedure.add, () => writeRules([...rules, { id: '', en: '' }]))}
    `
  },
}

export const privacyNoticeSection: Section = {
  id: 'privacyNotice',
  title: (wording) => wording.settings.privacyNotice.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { privacyNotice } = wording.settings
    return html`
      <p class="soft">${privacyNotice.hint} ${privacyNotice.version({ version: settings.privacyNotice.version })}</p>
      ${fieldsOf(scene, 'privacyNotice', settings.privacyNotice, (written) => change({ privacyNotice: written })).translated('text', privacyNotice.text, 8)}
    `
  },
}
