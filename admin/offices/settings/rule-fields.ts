import { html } from 'lit'
import type { ClockRule } from '../../api/wire.ts'
import { selectField } from '../../ui/field.ts'
import { type SectionScene, settingField } from './section.ts'

export const numberField = (
  scene: SectionScene,
  path: string,
  label: string,
  value: number,
  written: (value: number) => void,
) =>
  settingField(scene, { path, label, type: 'number', value: String(value), written: (text) => written(Number(text)) })

/** How long a step takes, how that is counted, and on which rule it rests. */
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
