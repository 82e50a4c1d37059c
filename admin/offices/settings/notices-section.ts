import { html } from 'lit'
import type { NoticeSettings, WhatsAppTemplate } from '../../api/wire.ts'
import { wordingsAddress } from '../../page/addresses.ts'
import { selectField } from '../../ui/field.ts'
import { noticeTexts } from '../../wording/notice-texts.ts'
import {
  addButton,
  removeAt,
  removeButton,
  replaceAt,
  type Section,
  type SectionScene,
  settingField,
} from './section.ts'
import './channel-accounts.ts'

type Variables = WhatsAppTemplate['variables']

const oneMore: WhatsAppTemplate = {
  event: null,
  language: 'id',
  name: '',
  templateLanguage: 'id',
  variables: ['office', 'sentence', 'link'],
}

/** The values that can fill the places of a template, in useful orders. */
const fillings: readonly Variables[] = [
  ['office', 'sentence', 'link'],
  ['office', 'number', 'link'],
  ['sentence', 'link'],
  ['number', 'link'],
  ['link'],
  [],
]

/** Sets how notices reach reporters: how long a delivery report is waited for, and the unit's WhatsApp templates. */
export const noticesSection: Section = {
  id: 'notices',
  title: ({ notices }) => notices.settings.title,
  render(scene) {
    const { settings, wording, change } = scene
    const texts = wording.notices.settings
    const { notices } = settings
    const write = (changes: Partial<NoticeSettings>) => change({ notices: { ...notices, ...changes } })
    const templates = notices.whatsappTemplates
    return html`
      <p><a href=${wordingsAddress(scene.tenant, wording.language)}>${noticeTexts(wording).heading}</a></p>
      ${settingField(scene, {
        path: 'notices.deliveredWithinHours',
        label: texts.hours,
        hint: texts.hoursHint,
        type: 'number',
        value: String(notices.deliveredWithinHours),
        written: (hours) => write({ deliveredWithinHours: Number(hours) }),
      })}
      ${settingField(scene, {
        path: 'notices.nearWorkingDays',
        label: texts.near,
        hint: texts.nearHint,
        type: 'number',
        value: String(notices.nearWorkingDays ?? 1),
        written: (days) => write({ nearWorkingDays: Number(days) }),
      })}
      ${settingField(scene, {
        path: 'notices.escalateWorkingDays',
        label: texts.escalate,
        hint: texts.escalateHint,
        type: 'number',
        value: String(notices.escalateWorkingDays ?? 3),
        written: (days) => write({ escalateWorkingDays: Number(days) }),
      })}
      <div class="field">
        <h3>${wording.templates}</h3>
        <p class="hint">${texts.templatesHint}</p>
        <ul class="plain items">${templates.map((one, at) => renderTemplate(scene, one, at, write))}</ul>
        ${addButton(texts.add, () => write({ whatsappTemplates: [...templates, oneMore] }))}
      </div>
      <channel-accounts></channel-accounts>
    `
  },
}

function renderTemplate(
  scene: SectionScene,
  one: WhatsAppTemplate,
  at: number,
  write: (changes: Partial<NoticeSettings>) => void,
) {
  const { settings, wording, errors } = scene
  const texts = wording.notices.settings
  const { whatsappTemplates } = settings.notices
  const path = `notices.whatsappTemplates.${at}`
  const change = (changes: Partial<WhatsAppTemplate>) =>
    write({ whatsappTemplates: replaceAt(whatsappTemplates, at, { ...one, ...changes }) })
  return html`<li class="item">
    <div class="stack">
      <div class="pair">
        ${selectField({
          name: `${path}.event`,
          label: texts.event,
          value: one.event ?? '',
          optional: '',
          error: errors[`${path}.event`],
          options: [
            { value: '', label: texts.anyEvent },
            ...Object.entries(texts.events).map(([value, label]) => ({ value, label })),
          ],
          chosen: (event) => change({ event: (event || null) as WhatsAppTemplate['event'] }),
        })}
        ${selectField({
          name: `${path}.language`,
          label: wording.language,
          value: one.language,
          options: [
            { value: 'id', label: wording.settings.inIndonesian },
            { value: 'en', label: wording.settings.inEnglish },
          ],
          chosen: (language) => change({ language: language as WhatsAppTemplate['language'] }),
        })}
      </div>
      <div class="pair">
        ${settingField(scene, {
          path: `${path}.name`,
          label: texts.name,
          hint: texts.nameHint,
          value: one.name,
          written: (name) => change({ name }),
        })}
        ${settingField(scene, {
          path: `${path}.templateLanguage`,
          label: texts.templateLanguage,
          hint: texts.templateLanguageHint,
          value: one.templateLanguage,
          written: (templateLanguage) => change({ templateLanguage }),
        })}
      </div>
      ${renderVariables(scene, path, one.variables, (variables) => change({ variables }))}
    </div>
    <div class="tools">
      ${removeButton(texts.remove({ at: at + 1 }), () => write({ whatsappTemplates: removeAt(whatsappTemplates, at) }))}
    </div>
  </li>`
}

function renderVariables({ wording }: SectionScene, path: string, now: Variables, write: (chosen: Variables) => void) {
  const texts = wording.notices.settings
  const keyOf = (variables: Variables) => variables.join(' ')
  // Another order can have been set by a program: it stays a choice.
  const offered = fillings.some((one) => keyOf(one) === keyOf(now)) ? fillings : [now, ...fillings]
  const described = (variables: Variables) =>
    variables.length === 0
      ? texts.noPlaces
      : variables.map((one, at) => `{{${at + 1}}} ${texts.variables[one]}`).join(', ')
  return selectField({
    name: `${path}.variables`,
    label: texts.places,
    value: keyOf(now),
    optional: '',
    options: offered.map((one) => ({ value: keyOf(one), label: described(one) })),
    chosen: (key) => write(offered.find((one) => keyOf(one) === key) ?? now),
  })
}
