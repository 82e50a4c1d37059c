import { html, nothing } from 'lit'
import dutiesWording from '../../texts/duties.json'
import '../../ui/copy-button.ts'
import './previews.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { IdentityPolicy, PrivacyChoice } from '../../api/wire.ts'
import { labelChip, labelDots } from '../../page/label-chips.ts'
import { markOwnName } from '../../page/own-words.ts'
import labelsWording from '../../texts/labels.json'
import { checksField, radioField, selectField, tickField } from '../../ui/field.ts'
import {
  addButton,
  fieldsOf,
  optionsOf,
  removeAt,
  removeButton,
  replaceAt,
  type Section,
  type SectionScene,
  settingField,
  topFields,
} from './setting-fields.ts'

export const caseloadSection: Section = {
  id: 'caseload',
  title: (wording) => dutiesWording(wording).spreading,
  render(scene) {
    const { wording } = scene
    const { mostOpenCases: label, mostOpenCasesHint: hint } = dutiesWording(wording)
    const more = { hint, optional: wording.common.optional, empty: null }
    return topFields(scene).number('mostOpenCases', label, more)
  },
}

/** Asks who decides on an objection in a unit where only one person can. */
export const objectionsSection: Section = {
  id: 'objections',
  title: (wording) => dutiesWording(wording).setting,
  render(scene) {
    const { settingAllow, settingText } = dutiesWording(scene.wording)
    return topFields(scene).tick('allowsOwnDecision', settingAllow, settingText)
  },
}

export const signInSection: Section = {
  id: 'sign-in',
  title: (wording) => wording.settings.signIn.title,
  render(scene) {
    const { signIn } = scene.wording.settings
    const { tick, number } = topFields(scene)
    return html`${tick('requireSecondFactor', signIn.require, signIn.consequence)}
    ${number('lockAfterMinutes', signIn.lock, { hint: signIn.lockHint })}`
  },
}

/** The two lines that show the numbers on an office's page; where scripts do not run they are a link. */
const snippetFor = ({ tenant, service }: SectionScene): string =>
  `<script type="module" src="${service}/widget/v1/stats.js"></script>
<aduan-stats tenant="${tenant}"><a href="${service}/t/${tenant}/statistics">Pengaduan dalam angka</a></aduan-stats>`

export const publicSection: Section = {
  id: 'public',
  title: (wording) => wording.settings.public.title,
  render(scene) {
    const { settings, wording } = scene
    const texts = wording.settings.public
    const isOn = settings.publicStatistics ?? false
    return html`
      ${topFields(scene).tick('publicStatistics', texts.show, texts.consequence)}
      <public-preview></public-preview>
      ${
        isOn
          ? html`<div class="field">
              <h3>${texts.snippet}</h3>
              <pre tabindex="0" aria-label=${texts.snippet}><code>${snippetFor(scene)}</code></pre>
              <div><ui-copy text=${snippetFor(scene)} label=${wording.common.copy} done-label=${wording.common.copied}></ui-copy></div>
            </div>`
          : nothing
      }
    `
  },
}

const labelColours = keysOf(labelDots)
/** The contract takes no more, archived ones among them. */
const MOST_LABELS = 60

type Labels = NonNullable<SectionScene['settings']['labels']>
type Label = Labels[number]

/** The id is made once, so that a label can be renamed. */
const newLabel = (labels: Labels): Label => ({
  id: crypto.randomUUID().slice(0, 13),
  name: '',
  colour: labelColours[labels.length % labelColours.length] ?? 'grey',
})

/** Labels of the unit's own. One that was saved is archived, because cases may have it. */
export const labelsSection: Section = {
  id: 'labels',
  title: (wording) => labelsWording(wording).heading,
  render(scene) {
    const { settings, wording, change } = scene
    const { labels = [] } = settings
    const words = labelsWording(wording)
    return html`
      <p class="soft">${words.hint}</p>
      <ol class="plain items">${labels.map((label, at) => renderLabel(scene, labels, label, at))}</ol>
      ${labels.length < MOST_LABELS ? addButton(words.addOne, () => change({ labels: [...labels, newLabel(labels)] })) : nothing}
    `
  },
}

function renderLabel(scene: SectionScene, labels: Labels, label: Label, at: number) {
  const { saved, wording, change, errors } = scene
  const words = labelsWording(wording)
  const write = (changes: Partial<Label>) => change({ labels: replaceAt(labels, at, { ...label, ...changes }) })
  const isSaved = saved.labels?.some(({ id }) => id === label.id) ?? false
  if (label.archived) {
    return html`<li class="item">
      <div class="stack">${labelChip(label)}<span class="soft small">${words.archived}</span></div>
      <div class="tools"><button type="button" class="quiet" @click=${() => write({ archived: false })}>${words.restore}</button></div>
    </li>`
  }
  return html`<li class="item">
    <div class="pair">
      ${settingField(scene, { path: `labels.${at}.name`, label: words.name, value: label.name, limit: 30, written: (name) => write({ name }) })}
      ${selectField({
        name: `labels.${at}.colour`,
        label: words.colour,
        value: label.colour,
        error: errors[`labels.${at}.colour`],
        options: labelColours.map((value) => ({ value, label: words.colours[value] })),
        chosen: (value) => write({ colour: labelColours.find((one) => one === value) ?? label.colour }),
      })}
      ${label.name ? html`<p>${labelChip(label)}</p>` : nothing}
    </div>
    <div class="tools">
      ${
        isSaved
          ? html`<button type="button" class="quiet" @click=${() => write({ archived: true })}>${words.archive}</button>`
          : removeButton(words.remove({ name: markOwnName(label.name) }), () =>
              change({ labels: removeAt(labels, at) }),
            )
      }
    </div>
  </li>`
}

const identityFields = ['name', 'address', 'phone', 'email'] as const

export const privacySection: Section = {
  id: 'privacy',
  title: (wording) => wording.settings.privacy.title,
  render(scene) {
    const { settings, wording, change, errors } = scene
    const { privacy } = wording.settings
    const { vocabulary } = wording
    const needs = fieldsOf(scene, 'identityFields', settings.identityFields, (written) =>
      change({ identityFields: written }),
    )
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
          ${identityFields.map((field) => needs.choice(field, privacy.fieldNames[field], optionsOf(vocabulary.needs)))}
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
    const { maxFiles, maxMegabytes } = wording.settings.evidence
    const { number } = fieldsOf(scene, 'evidence', settings.evidence, (evidence) => change({ evidence }))
    return html`<div class="pair">${number('maxFiles', maxFiles)}${number('maxMegabytes', maxMegabytes)}</div>
      ${quarantineChoice(scene)}`
  },
}

/** Nobody turns on what would hold every file for ever; who has it on already can turn it off. */
function quarantineChoice({ settings, wording, errors, change }: SectionScene) {
  const { evidence, malwareScanner } = settings
  const { quarantine, quarantineHint, noScanner, scannerGone } = wording.settings.evidence
  const hint = malwareScanner ? quarantineHint : evidence.quarantine ? scannerGone : noScanner
  const error = errors['evidence.quarantine']
  return tickField({
    ...{ name: 'evidence.quarantine', label: quarantine, hint: error ?? hint, value: evidence.quarantine },
    ...{ isClosed: !malwareScanner && !evidence.quarantine, isWrong: Boolean(error) },
    ticked: (on) => change({ evidence: { ...evidence, quarantine: on } }),
  })
}
