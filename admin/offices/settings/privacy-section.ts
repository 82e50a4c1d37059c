import { html, nothing } from 'lit'
import type { IdentityPolicy, Need, PrivacyChoice } from '../../api/wire.ts'
import { checksField, radioField, selectField } from '../../ui/field.ts'
import { isTicked } from '../../ui/form.ts'
import { type Section, type SectionScene, settingField } from './section.ts'

const optionsOf = (labels: Readonly<Record<string, string>>, hints: Readonly<Record<string, string>> = {}) =>
  Object.entries(labels).map(([value, label]) => ({ value, label, hint: hints[value] }))

const identityFields = ['name', 'address', 'phone', 'email'] as const

export const privacySection: Section = {
  id: 'privacy',
  title: (wording) => wording.settings.privacy.title,
  render({ settings, wording, change, errors }) {
    const { privacy } = wording.settings
    const { vocabulary } = wording
    return html`
      ${checksField({
        name: 'privacyChoices',
        label: privacy.choices,
        values: settings.privacyChoices,
        error: errors.privacyChoices,
        options: optionsOf(vocabulary.privacy, vocabulary.privacyMeanings),
        chosen: (values) => change({ privacyChoices: values as PrivacyChoice[] }),
      })}
      ${radioField({
        name: 'identityPolicy',
        label: privacy.policy,
        value: settings.identityPolicy,
        error: errors.identityPolicy,
        options: optionsOf(vocabulary.identityPolicies, vocabulary.identityPolicyMeanings),
        chosen: (value) => change({ identityPolicy: value as IdentityPolicy }),
      })}
      <fieldset class="field">
        <legend>${privacy.fields}</legend>
        <div class="pair">
          ${identityFields.map((field) =>
            selectField({
              name: `identityFields.${field}`,
              label: privacy.fieldNames[field],
              value: settings.identityFields[field],
              error: errors[`identityFields.${field}`],
              options: optionsOf(vocabulary.needs),
              chosen: (value) => change({ identityFields: { ...settings.identityFields, [field]: value as Need } }),
            }),
          )}
        </div>
      </fieldset>
    `
  },
}

export const evidenceSection: Section = {
  id: 'evidence',
  title: (wording) => wording.settings.evidence.title,
  render(scene) {
    const { settings, wording, change } = scene
    const number = (name: 'maxFiles' | 'maxMegabytes') =>
      settingField(scene, {
        path: `evidence.${name}`,
        label: wording.settings.evidence[name],
        type: 'number',
        value: String(settings.evidence[name]),
        written: (value) => change({ evidence: { ...settings.evidence, [name]: Number(value) } }),
      })
    return html`<div class="pair">${number('maxFiles')}${number('maxMegabytes')}</div>
      ${quarantineChoice(scene)}`
  },
}

/** Nobody turns on what would hold every file for ever; who has it on already can turn it off. */
function quarantineChoice({ settings, wording, errors, change }: SectionScene) {
  const { evidence, malwareScanner } = settings
  const { quarantine, quarantineHint, noScanner, scannerGone } = wording.settings.evidence
  const hint = malwareScanner ? quarantineHint : evidence.quarantine ? scannerGone : noScanner
  const error = errors['evidence.quarantine']
  return html`<label class="choice">
    <input type="checkbox" name="evidence.quarantine" .checked=${evidence.quarantine}
      ?disabled=${!malwareScanner && !evidence.quarantine} aria-invalid=${error ? 'true' : nothing}
      @change=${(event: Event) => change({ evidence: { ...evidence, quarantine: isTicked(event) } })}>
    <span>${quarantine}<span class="hint">${error ?? hint}</span></span>
  </label>`
}
