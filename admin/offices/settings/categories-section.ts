import { html, nothing } from 'lit'
import type { CategorySettings, ComplaintClass, IdentityPolicy } from '../../api/wire.ts'
import { sayOwn } from '../../page/own-words.ts'
import { selectField } from '../../ui/field.ts'
import { isTicked } from '../../ui/form.ts'
import { moveItem, replaceAt } from '../../ui/lists.ts'
import { beginWording } from '../../wording/begin-wording.ts'
import { confidenceWording } from '../../wording/confidence-wording.ts'
import './category-maker.ts'
import { categoryProcedure } from './category-procedure.ts'
import { type MadeCategory, withCategory, withCode, withoutCategory } from './made-category.ts'
import { questionsFields } from './questions-fields.ts'
import {
  addButton,
  moveButtons,
  nameOn,
  removeButton,
  type Section,
  type SectionScene,
  settingField,
  translatedField,
} from './section.ts'
import { stepsFields } from './steps-fields.ts'

/** The choice to say nothing of one’s own. */
const AS_UNIT = 'unit'

/** For people who find themselves in no other kind. An officer corrects the category once it is known. */
const otherKind: CategorySettings = {
  class: 'non_oversight',
  active: true,
  code: 'other',
  label: { id: 'Lain-lain', en: 'Something else' },
  description: {
    id: 'Bila tidak ada jenis lain yang cocok.',
    en: 'If no other kind fits.',
  },
}

export const categoriesSection: Section = {
  id: 'categories',
  title: (wording) => wording.settings.categories.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { categories } = wording.settings
    const add = (category: CategorySettings) => change({ categories: [...settings.categories, category] })
    return html`
      <p class="soft">${categories.hint}</p>
      <ol class="plain items">${settings.categories.map((category, at) => renderCategory(scene, category, at))}</ol>
      <category-maker .settings=${settings} @category-made=${({ detail }: CustomEvent<MadeCategory>) => change(withCategory(settings, detail))}></category-maker>
      ${settings.categories.some(({ code }) => code === otherKind.code) ? nothing : addButton(categories.addOther, () => add(otherKind))}
    `
  },
}

function renderCategory(scene: SectionScene, category: CategorySettings, at: number) {
  const { settings, wording, change, errors } = scene
  const { categories } = wording.settings
  const all = settings.categories
  const path = `categories.${at}`
  const name = nameOn(category.label, wording, categories.item(at + 1))
  const write = (changes: Partial<CategorySettings>) =>
    change({ categories: replaceAt(all, at, { ...category, ...changes }) })
  const { category: texts } = beginWording(wording)
  const paths = [
    path,
    ...settings.rules.categories.flatMap((rule, of) =>
      rule.category === category.code ? [`rules.categories.${of}`] : [],
    ),
  ]
  const isWrong = Object.keys(errors).some((one) => paths.some((start) => one.startsWith(`${start}.`)))
  return html`<li class="item" id="category-${category.code}">
    <details class="stack" ?open=${isWrong}>
      <summary>${sayOwn(handledIn(scene, category, name))}${category.active ? nothing : html` <span class="soft">(${texts.off})</span>`}</summary>
      ${translatedField(scene, { path: `${path}.label`, label: categories.label, value: category.label, written: (label) => write({ label }) })}
      ${translatedField(scene, {
        path: `${path}.description`,
        label: categories.description,
        value: category.description,
        rows: 2,
        written: (description) => write({ description }),
      })}
      ${selectField({
        name: `${path}.class`,
        label: categories.class,
        value: category.class,
        error: errors[`${path}.class`],
        options: Object.entries(wording.vocabulary.classes).map(([value, label]) => ({ value, label })),
        chosen: (value) =>
          write({ class: value as ComplaintClass, ...(value === 'oversight' && { handlerAnswers: undefined }) }),
      })}
      ${selectField({
        name: `${path}.identityPolicy`,
        label: wording.settings.privacy.policy,
        value: category.identityPolicy ?? AS_UNIT,
        error: errors[`${path}.identityPolicy`],
        options: [
          {
            value: AS_UNIT,
            label: categories.policyOfUnit(wording.vocabulary.identityPolicies[settings.identityPolicy]),
          },
          ...Object.entries(wording.vocabulary.identityPolicies).map(([value, label]) => ({ value, label })),
        ],
        chosen: (value) => write({ identityPolicy: value === AS_UNIT ? null : (value as IdentityPolicy) }),
      })}
      <label class="choice">
        <input type="checkbox" .checked=${category.active}
          @change=${(event: Event) => write({ active: isTicked(event) })}>
        <span>${categories.active}</span>
      </label>
      ${publicChoices(scene, category, write)}
      ${stepsFields(scene, path, category, (steps) => write({ steps }))}
      ${questionsFields(scene, path, category, (questions) => write({ questions }))}
      <details ?open=${isWrong}>
        <summary>${texts.advanced}</summary>
        <div class="stack">
          ${categoryProcedure(scene, path, category, write)}
          ${settingField(scene, { path: `${path}.code`, label: categories.code, hint: categories.codeHint, value: category.code, written: (code) => change(withCode(settings, at, code)) })}
        </div>
      </details>
    </details>
    <div class="tools">
      ${moveButtons({ position: at, length: all.length, name, wording, move: (step) => change({ categories: moveItem(all, at, step) }) })}
      ${removeButton(categories.remove(name), () => change(withoutCategory(settings, at)), all.length === 1)}
    </div>
  </li>`
}

/** How identities are kept, and what everybody may see of cases here; nothing where officials are complained of. */
function publicChoices(
  { wording }: SectionScene,
  category: CategorySettings,
  write: (changes: Partial<CategorySettings>) => void,
) {
  const { categories } = wording.settings
  const choice = (
    name: 'confidential' | 'published' | 'similarTold',
    label: string,
    hint: string,
  ) => html`<label class="choice">
    <input type="checkbox" .checked=${category[name] ?? false}
      @change=${(event: Event) => write({ [name]: isTicked(event) })}>
    <span>${label}<span class="hint">${hint}</span></span>
  </label>`
  const kept = confidenceWording(wording)
  const confidential = choice('confidential', kept.always, kept.alwaysHint)
  if (category.class !== 'non_oversight') return confidential
  return html`${confidential} ${choice('published', categories.published, categories.publishedHint)}
    ${category.published ? choice('similarTold', categories.similar, categories.similarHint) : nothing}`
}

/** Name and days of a category as one sentence. */
function handledIn(
  { settings: { rules }, wording }: SectionScene,
  { code, class: kind }: CategorySettings,
  name: string,
) {
  const { clocks } = rules
  const usual = kind === 'oversight' ? clocks.handling_oversight : clocks.handling_non_oversight
  const { amount, unit } = rules.categories.find((rule) => rule.category === code && rule.clock === undefined) ?? usual
  return beginWording(wording).category.handled(name, amount, wording.settings.rules.units[unit])
}
