import { html, nothing } from 'lit'
import { keysOf } from '../../../service/shared/records.ts'
import type { ClockRule, PackRules, RulePackView } from '../../api/wire.ts'
import { fieldsOf, optionsOf, type Section, type SectionScene } from './setting-fields.ts'

export function ruleFields<Rule extends ClockRule>(
  scene: SectionScene,
  path: string,
  rule: Rule,
  write: (rule: Rule) => void,
) {
  const { rules: texts } = scene.wording.settings
  const { number, choice, text } = fieldsOf<ClockRule>(scene, path, rule, (written) => write({ ...rule, ...written }))
  const hint = rule.legalBasis ? undefined : texts.target
  return html`<div class="pair">
      ${number('amount', texts.amount)} ${choice('unit', texts.unit, optionsOf(texts.units))}
    </div>
    ${text('legalBasis', texts.basis, { hint, optional: scene.wording.common.optional, empty: null })}`
}

export const rulesSection: Section = {
  id: 'rules',
  title: ({ settings }) => settings.rules.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { rules: texts } = wording.settings
    const { rules } = settings
    const write = (written: PackRules) => change({ rules: written })
    const extension = fieldsOf(scene, 'rules.extension', rules.extension, (written) =>
      write({ ...rules, extension: written }),
    )
    return html`
      <p class="soft">${texts.hint}</p>
      <ul class="plain items">
        ${keysOf(texts.clocks).map(
          (name) => html`<li class="item">
            <div class="stack">
              <h3>${texts.clocks[name]}</h3>
              ${ruleFields(scene, `rules.clocks.${name}`, rules.clocks[name], (rule) =>
                write({ ...rules, clocks: { ...rules.clocks, [name]: rule } }),
              )}
            </div>
          </li>`,
        )}
      </ul>
      <div class="field">
        <h3>${texts.extension}</h3>
        <p class="soft">${texts.extensionHint}</p>
        <div class="pair">
          ${extension.number('times', texts.times)} ${extension.number('days', texts.days)}
        </div>
      </div>
      <div class="field">
        <h3>${texts.pause}</h3>
        <p class="soft">${texts.pauseHint}</p>
        ${fieldsOf(scene, 'rules', rules, write).number('pauseDays', texts.pauseDays, { usual: 10 })}
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
