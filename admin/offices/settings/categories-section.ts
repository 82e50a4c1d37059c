import { html, nothing } from 'lit'
import type { CategorySettings, ComplaintClass, IdentityPolicy } from '../../api/wire.ts'
import { selectField } from '../../ui/field.ts'
import { isTicked } from '../../ui/form.ts'
import { moveItem, removeAt, replaceAt } from '../../ui/lists.ts'
import { questionsFields } from './questions-fields.ts'
import {
  addButton,
  moveButtons,
  removeButton,
  type Section,
  type SectionScene,
  settingField,
  translatedField,
} from './section.ts'

/** The choice to say nothing of one’s own. */
const AS_UNIT = 'unit'

const emptyCategory: CategorySettings = {
  code: '',
  label: { id: '', en: '' },
  description: { id: '', en: '' },
  class: 'non_oversight',
  active: true,
}

/** For people who find themselves in no other kind. An officer corrects the category once it is known. */
const otherKind: CategorySettings = {
  ...emptyCategory,
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
      ${addButton(categories.add, () => add(emptyCategory))}
      ${settings.categories.some(({ code }) => code === otherKind.code) ? nothing : addButton(categories.addOther, () => add(otherKind))}
    `
  },
}

function renderCategory(scene: SectionScene, category: CategorySettings, at: number) {
  const { settings, wording, change, errors } = scene
  const { categories } = wording.settings
  const all = settings.categories
  const path = `categories.${at}`
  const name = category.label[wording.language] || category.label.id || categories.item(at + 1)
  const write = (changes: Partial<CategorySettings>) =>
    change({ categories: replaceAt(all, at, { ...category, ...changes }) })
  return html`<li class="item">
    <div class="stack">
      ${translatedField(scene, { path: `${path}.label`, label: categories.label, value: category.label, written: (label) => write({ label }) })}
      ${translatedField(scene, {
        path: `${path}.description`,
        label: categories.description,
        value: category.description,
        rows: 2,
        written: (description) => write({ description }),
      })}
      <div class="pair">
        ${settingField(scene, { path: `${path}.code`, label: categories.code, hint: categories.codeHint, value: category.code, written: (code) => write({ code }) })}
        ${selectField({
          name: `${path}.class`,
          label: categories.class,
          value: category.class,
          error: errors[`${path}.class`],
          options: Object.entries(wording.vocabulary.classes).map(([value, label]) => ({ value, label })),
          chosen: (value) => write({ class: value as ComplaintClass }),
        })}
      </div>
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
      ${
        category.class === 'non_oversight'
          ? html`<label class="choice">
              <input type="checkbox" .checked=${category.published ?? false}
                @change=${(event: Event) => write({ published: isTicked(event) })}>
              <span>${categories.published}<span class="hint">${categories.publishedHint}</span></span>
            </label>`
          : nothing
      }
      ${
        category.class === 'non_oversight' && category.published
          ? html`<label class="choice">
              <input type="checkbox" .checked=${category.similarTold ?? false}
                @change=${(event: Event) => write({ similarTold: isTicked(event) })}>
              <span>${categories.similar}<span class="hint">${categories.similarHint}</span></span>
            </label>`
          : nothing
      }
      ${questionsFields(scene, path, category, (questions) => write({ questions }))}
    </div>
    <div class="tools">
      ${moveButtons({ position: at, length: all.length, name, wording, move: (step) => change({ categories: moveItem(all, at, step) }) })}
      ${removeButton(categories.remove(name), () => change({ categories: removeAt(all, at) }), all.length === 1)}
    </div>
  </li>`
}
