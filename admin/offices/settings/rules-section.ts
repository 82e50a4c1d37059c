import { html, nothing } from 'lit'
import type { CategoryRule, ClockRule, PackRules, RulePackView } from '../../api/wire.ts'
import { selectField } from '../../ui/field.ts'
import { replaced, without } from '../../ui/lists.ts'
import { addButton, removeButton, type Section, type SectionScene, settingField } from './section.ts'

type ClockName = keyof PackRules['clocks']

/** How long each step may take, what that rests on, and every version that there was. */
export const rulesSection: Section = {
  id: 'rules',
  title: ({ settings }) => settings.rules.title,
  render(scene) {
    const { settings, words, change } = scene
    const { rules: said } = words.settings
    const { rules } = settings
    const write = (changes: Partial<PackRules>) => change({ rules: { ...rules, ...changes } })
    return html`
      <p class="soft">${said.hint}</p>
      <ul class="plain items">
        ${(Object.keys(said.clocks) as ClockName[]).map(
          (name) => html`<li class="item">
            <div class="stack">
              <h3>${said.clocks[name]}</h3>
              ${ruleFields(scene, `rules.clocks.${name}`, rules.clocks[name], (rule) =>
                write({ clocks: { ...rules.clocks, [name]: rule } }),
              )}
            </div>
          </li>`,
        )}
      </ul>
      <div class="field">
        <h3>${said.categories}</h3>
        <p class="soft">${said.categoriesHint}</p>
        <ul class="plain items">${rules.categories.map((rule, at) => renderCategory(scene, rule, at, write))}</ul>
        ${addButton(said.addCategory, () =>
          write({
            categories: [
              ...rules.categories,
              {
                category:
                  settings.categories.find(({ code }) => rules.categories.every((one) => one.category !== code))
                    ?.code ?? '',
                amount: 14,
                unit: 'working_days',
                legalBasis: null,
              },
            ],
          }),
        )}
      </div>
      <div class="field">
        <h3>${said.extension}</h3>
        <p class="soft">${said.extensionHint}</p>
        <div class="pair">
          ${numberField(scene, 'rules.extension.times', said.times, rules.extension.times, (times) => write({ extension: { ...rules.extension, times } }))}
          ${numberField(scene, 'rules.extension.days', said.days, rules.extension.days, (days) => write({ extension: { ...rules.extension, days } }))}
        </div>
      </div>
      ${renderVersions(scene)}
    `
  },
}

const numberField = (
  scene: SectionScene,
  path: string,
  label: string,
  value: number,
  written: (value: number) => void,
) =>
  settingField(scene, { path, label, type: 'number', value: String(value), written: (text) => written(Number(text)) })

function ruleFields<Rule extends ClockRule>(
  scene: SectionScene,
  path: string,
  rule: Rule,
  write: (rule: Rule) => void,
) {
  const { words, errors } = scene
  const { rules: said } = words.settings
  return html`<div class="pair">
      ${numberField(scene, `${path}.amount`, said.amount, rule.amount, (amount) => write({ ...rule, amount }))}
      ${selectField({
        name: `${path}.unit`,
        label: said.unit,
        value: rule.unit,
        error: errors[`${path}.unit`],
        options: Object.entries(said.units).map(([value, label]) => ({ value, label })),
        chosen: (unit) => write({ ...rule, unit: unit as ClockRule['unit'] }),
      })}
    </div>
    ${settingField(scene, {
      path: `${path}.legalBasis`,
      label: said.basis,
      hint: rule.legalBasis ? undefined : said.target,
      optional: words.common.optional,
      value: rule.legalBasis ?? '',
      written: (legalBasis) => write({ ...rule, legalBasis: legalBasis || null }),
    })}`
}

function renderCategory(
  scene: SectionScene,
  rule: CategoryRule,
  at: number,
  write: (changes: Partial<PackRules>) => void,
) {
  const { settings, words, errors } = scene
  const { rules: said } = words.settings
  const { categories } = settings.rules
  const path = `rules.categories.${at}`
  const change = (changed: CategoryRule) => write({ categories: replaced(categories, at, changed) })
  return html`<li class="item">
    <div class="stack">
      ${selectField({
        name: `${path}.category`,
        label: said.category,
        value: rule.category,
        error: errors[`${path}.category`],
        options: settings.categories.map(({ code, label }) => ({ value: code, label: label[words.language] || code })),
        chosen: (category) => change({ ...rule, category }),
      })}
      ${ruleFields(scene, path, rule, change)}
    </div>
    <div class="tools">${removeButton(said.removeCategory(at + 1), () => write({ categories: without(categories, at) }))}</div>
  </li>`
}

/** Newest first, each with what changed against the one before. */
function renderVersions({ settings, words }: SectionScene) {
  const { rules: said } = words.settings
  const packs = settings.rulePacks ?? []
  if (packs.length === 0) return nothing
  return html`<div class="field">
    <h3>${said.versions}</h3>
    <ul class="plain versions">
      ${packs.toReversed().map((pack, back) => {
        const before = packs[packs.length - 2 - back]
        return html`<li>
          <strong>${said.version(packs.length - back)}</strong>
          <span class="soft">${pack.from ? said.since(words.formats.dayAndTime(pack.from)) : said.fromTheBeginning}${back === 0 ? ` · ${said.holdsNow}` : ''}</span>
          ${before ? html`<ul>${changesOf(before, pack, said).map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
        </li>`
      })}
    </ul>
  </div>`
}

function changesOf(
  before: RulePackView,
  after: RulePackView,
  said: SectionScene['words']['settings']['rules'],
): string[] {
  const inWords = ({ amount, unit, legalBasis }: ClockRule) =>
    `${amount} ${said.units[unit]} (${legalBasis ?? said.targetShort})`
  const lines = (Object.keys(said.clocks) as ClockName[]).flatMap((name) => {
    const [was, is] = [inWords(before.clocks[name]), inWords(after.clocks[name])]
    return was === is ? [] : [`${said.clocks[name]}: ${was} → ${is}`]
  })
  const named = ({ categories }: RulePackView) =>
    categories.map((rule) => `${rule.category} ${inWords(rule)}`).join('; ')
  if (named(before) !== named(after)) lines.push(`${said.categories}: ${named(before) || '–'} → ${named(after) || '–'}`)
  const limit = ({ extension: { times, days } }: RulePackView) => `${times} × ${days}`
  if (limit(before) !== limit(after)) lines.push(`${said.extension}: ${limit(before)} → ${limit(after)}`)
  return lines
}
