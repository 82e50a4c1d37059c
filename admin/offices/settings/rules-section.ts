import { html, nothing } from 'lit'
import { keysOf } from '../../../service/shared/records.ts'
import type { ClockRule, PackRules, RulePackView } from '../../api/wire.ts'
import { selectField } from '../../ui/field.ts'
import { type Section, type SectionScene, settingField } from './section.ts'

export const numberField = (
  scene: SectionScene,
  path: string,
  label: string,
  value: number,
  written: (value: number) => void,
) =>
  settingField(scene, { path, label, type: 'number', value: String(value), written: (text) => written(Number(text)) })

export function ruleFields<Rule extends ClockRule>(
  scene: SectionScene,
  path: string,
  rule: Rule,
  write: (rule: Rule) => void,
) {
  const { wording, errors } = scene
  const { rules: texts } = wording.settings
  return html`<div class="pair">
      ${numberField(scene, `${path}.amount`, texts.amount, rule.amount, (amount) => write({ ...rule, amount }))}
      ${selectField({
        name: `${path}.unit`,
        label: texts.unit,
        value: rule.unit,
        error: errors[`${path}.unit`],
        options: Object.entries(texts.units).map(([value, label]) => ({ value, label })),
        chosen: (unit) => write({ ...rule, unit: unit as ClockRule['unit'] }),
      })}
    </div>
    ${settingField(scene, {
      path: `${path}.legalBasis`,
      label: texts.basis,
      hint: rule.legalBasis ? undefined : texts.target,
      optional: wording.common.optional,
      value: rule.legalBasis ?? '',
      written: (legalBasis) => write({ ...rule, legalBasis: legalBasis || null }),
    })}`
}

export const rulesSection: Section = {
  id: 'rules',
  title: ({ settings }) => settings.rules.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { rules: texts } = wording.settings
    const { rules } = settings
    const write = (changes: Partial<PackRules>) => change({ rules: { ...rules, ...changes } })
    return html`
      <p class="soft">${texts.hint}</p>
      <ul class="plain items">
        ${keysOf(texts.clocks).map(
          (name) => html`<li class="item">
            <div class="stack">
              <h3>${texts.clocks[name]}</h3>
              ${ruleFields(scene, `rules.clocks.${name}`, rules.clocks[name], (rule) =>
                write({ clocks: { ...rules.clocks, [name]: rule } }),
              )}
            </div>
          </li>`,
        )}
      </ul>
      <div class="field">
        <h3>${texts.extension}</h3>
        <p class="soft">${texts.extensionHint}</p>
        <div class="pair">
          ${numberField(scene, 'rules.extension.times', texts.times, rules.extension.times, (times) => write({ extension: { ...rules.extension, times } }))}
          ${numberField(scene, 'rules.extension.days', texts.days, rules.extension.days, (days) => write({ extension: { ...rules.extension, days } }))}
        </div>
      </div>
      <div class="field">
        <h3>${texts.pause}</h3>
        <p class="soft">${texts.pauseHint}</p>
        ${numberField(scene, 'rules.pauseDays', texts.pauseDays, rules.pauseDays ?? 10, (pauseDays) => write({ pauseDays }))}
      </div>
      ${renderVersions(scene)}
    `
  },
}

function renderVersions({ settings, wording }: SectionScene) {
  const { rules: texts } = wording.settings
  const packs = settings.rulePacks ?? []
  if (packs.length === 0) return nothing
  return html`<div class="field">
    <h3>${texts.versions}</h3>
    <ul class="plain versions">
      ${packs.toReversed().map((pack, back) => {
        const before = packs[packs.length - 2 - back]
        return html`<li>
          <strong>${texts.version({ at: packs.length - back })}</strong>
          <span class="soft">${pack.from ? texts.since({ when: wording.formats.dayAndTime(pack.from) }) : texts.fromTheBeginning}${back === 0 ? ` · ${texts.holdsNow}` : ''}</span>
          ${before ? html`<ul>${changesOf(before, pack, texts).map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
        </li>`
      })}
    </ul>
  </div>`
}

function changesOf(
  before: RulePackView,
  after: RulePackView,
  wording: SectionScene['wording']['settings']['rules'],
): string[] {
  const inWords = ({ amount, unit, legalBasis }: ClockRule) =>
    `${amount} ${wording.units[unit]} (${legalBasis ?? wording.targetShort})`
  const lines = keysOf(wording.clocks).flatMap((name) => {
    const [was, is] = [inWords(before.clocks[name]), inWords(after.clocks[name])]
    return was === is ? [] : [`${wording.clocks[name]}: ${was} → ${is}`]
  })
  const named = ({ categories }: RulePackView) =>
    categories
      .map((rule) => `${rule.category}${rule.clock ? `, ${wording.clocks[rule.clock]}` : ''}: ${inWords(rule)}`)
      .join('; ')
  if (named(before) !== named(after))
    lines.push(`${wording.categories}: ${named(before) || '–'} → ${named(after) || '–'}`)
  const limit = ({ extension: { times, days } }: RulePackView) => `${times} × ${days}`
  if (limit(before) !== limit(after)) lines.push(`${wording.extension}: ${limit(before)} → ${limit(after)}`)
  return lines
}
