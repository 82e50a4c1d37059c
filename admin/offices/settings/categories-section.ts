import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import type { CategorySettings, ComplaintClass, IdentityPolicy } from '../../api/wire.ts'
import { sayOwn } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import beginWording from '../../texts/begin.json'
import confidenceWording from '../../texts/confidence.json'
import { selectField, textField, tickField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, hasErrors } from '../../ui/form.ts'
import { categoryProcedure } from './procedures.ts'
import { questionsFields, stepsFields } from './questions-fields.ts'
import {
  addButton,
  fieldsOf,
  moveButtons,
  moveItem,
  nameOn,
  optionsOf,
  removeButton,
  replaceAt,
  type Section,
  type SectionScene,
  settingField,
} from './setting-fields.ts'

/**
 * Makes a category with one sentence. It lies in the form of the settings, so it is no form itself.
 * @fires category-made - The category, which is saved with the other settings.
 */
@customElement('category-maker')
export class CategoryMaker extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .sentence {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }
      .field:first-child {
        flex: 1 1 220px;
      }
      .field {
        flex: 0 1 250px;
      }
    `,
  ]

  @property({ attribute: false }) settings!: Pick<TenantSettingsView, 'categories' | 'rules'>
  @state() private name = ''
  @state() private days = ''
  @state() private errors: FieldErrors = {}

  override render() {
    const { category } = beginWording(this.wording)
    const usual = this.settings.rules.clocks.handling_non_oversight.amount
    return html`<section aria-label=${category.heading} @keydown=${this.onKey}>
      <h3>${category.heading}</h3>
      <div class="sentence">
        ${textField({
          ...{ name: 'new-category', label: category.about, limit: 80, optional: '' },
          ...{ value: this.name, error: this.errors.name },
          written: (name) => {
            this.name = name
          },
        })}
        ${textField({
          ...{ name: 'new-days', label: category.days, type: 'number', optional: '' },
          ...{ value: this.days || String(usual), error: this.errors.days },
          written: (days) => {
            this.days = days
          },
        })}
        <button type="button" @click=${this.make}>${category.add}</button>
      </div>
    </section>`
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    this.make()
  }

  private readonly make = () => {
    const { category } = beginWording(this.wording)
    const name = this.name.trim()
    const days = Number(this.days || this.settings.rules.clocks.handling_non_oversight.amount)
    const isTaken = this.settings.categories.some(({ label }) => label.id.toLowerCase() === name.toLowerCase())
    this.errors = {
      ...(name === '' && { name: this.wording.common.required }),
      ...(isTaken && { name: category.taken }),
      ...(!(Number.isInteger(days) && days >= 1 && days <= 365) && { days: category.daysWrong }),
    }
    if (hasErrors(this.errors)) return
    const description = category.described({
      name: /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1),
    })
    const detail: MadeCategory = { name: name.charAt(0).toUpperCase() + name.slice(1), description, days }
    this.dispatchEvent(new CustomEvent('category-made', { detail }))
    this.name = ''
    this.days = ''
  }
}

const LONGEST = 40

/**
 * Makes the code of a category out of its name: `Pungutan liar (parkir)` becomes `pungutan_liar_parkir`, and a second
 * one `pungutan_liar_parkir_2`. Cases keep the code when the name changes.
 */
export function codeFor(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, LONGEST - 4)
    .replace(/_+$/, '')
  const code = words.length < 2 ? 'kategori' : words
  if (!taken.includes(code)) return code
  const free = Array.from({ length: taken.length + 1 }, (_, at) => `${code}_${at + 2}`)
  return free.find((one) => !taken.includes(one)) ?? code
}

export interface MadeCategory {
  readonly name: string
  readonly description: string
  readonly days: number
}

/** Adds it with a code of its own; days that differ from the usual ones become a rule of the category. */
export function withCategory({ categories, rules }: Categories, { name, description, days }: MadeCategory): Categories {
  const code = codeFor(
    name,
    [...categories, ...rules.categories.map(({ category }) => ({ code: category }))].map((one) => one.code),
  )
  const { amount, unit } = rules.clocks.handling_non_oversight
  const isUsual = amount === days && unit === 'working_days'
  const rule = { category: code, amount: days, unit: 'working_days' as const, legalBasis: null }
  return {
    categories: [
      ...categories,
      {
        ...{ code, class: 'non_oversight', active: true },
        label: { id: name, en: '' },
        description: { id: description, en: '' },
      },
    ],
    rules: isUsual ? rules : { ...rules, categories: [...rules.categories, rule] },
  }
}

type Categories = Pick<TenantSettingsView, 'categories' | 'rules'>

/** The times of its own follow a category to its new code. */
export function withCode({ categories, rules }: Categories, at: number, code: string): Categories {
  const before = categories[at]?.code
  return {
    categories: categories.map((one, position) => (position === at ? { ...one, code } : one)),
    rules: {
      ...rules,
      categories: rules.categories.map((rule) => (rule.category === before ? { ...rule, category: code } : rule)),
    },
  }
}

export function withoutCategory({ categories, rules }: Categories, at: number): Categories {
  const gone = categories[at]?.code
  return {
    categories: categories.filter((_, position) => position !== at),
    rules: { ...rules, categories: rules.categories.filter(({ category }) => category !== gone) },
  }
}

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
  const name = nameOn(category.label, wording, categories.item({ position: at + 1 }))
  const write = (changes: Partial<CategorySettings>) =>
    change({ categories: replaceAt(all, at, { ...category, ...changes }) })
  const { category: texts } = beginWording(wording)
  const { translated } = fieldsOf(scene, path, category, write)
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
      ${translated('label', categories.label)} ${translated('description', categories.description, 2)}
      ${selectField({
        name: `${path}.class`,
        label: categories.class,
        value: category.class,
        error: errors[`${path}.class`],
        options: optionsOf(wording.vocabulary.classes),
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
            label: categories.policyOfUnit({ policy: wording.vocabulary.identityPolicies[settings.identityPolicy] }),
          },
          ...optionsOf(wording.vocabulary.identityPolicies),
        ],
        chosen: (value) => write({ identityPolicy: value === AS_UNIT ? null : (value as IdentityPolicy) }),
      })}
      ${tickField({ label: categories.active, value: category.active, ticked: (active) => write({ active }) })}
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
      ${removeButton(categories.remove({ label: name }), () => change(withoutCategory(settings, at)), all.length === 1)}
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
  const choice = (name: 'confidential' | 'published' | 'similarTold', label: string, hint: string) =>
    tickField({ label, hint, value: category[name] ?? false, ticked: (on) => write({ [name]: on }) })
  const kept = confidenceWording(wording)
  const confidential = choice('confidential', kept.always, kept.alwaysHint)
  if (category.class !== 'non_oversight') return confidential
  return html`${confidential} ${choice('published', categories.published, categories.publishedHint)}
    ${category.published ? choice('similarTold', categories.similar, categories.similarHint) : nothing}`
}

function handledIn(
  { settings: { rules }, wording }: SectionScene,
  { code, class: kind }: CategorySettings,
  name: string,
) {
  const { clocks } = rules
  const usual = kind === 'oversight' ? clocks.handling_oversight : clocks.handling_non_oversight
  const { amount, unit } = rules.categories.find((rule) => rule.category === code && rule.clock === undefined) ?? usual
  return beginWording(wording).category.handled({ name, amount, unit: wording.settings.rules.units[unit] })
}
