import { html } from 'lit'
import type { NoticeSettings, WhatsAppTemplate } from '../../api/wire.ts'
import { wordingsAddress } from '../../page/addresses.ts'
import noticeTexts from '../../texts/notice-texts.json'
import { selectField } from '../../ui/field.ts'
import { addButton, fieldsOf, itemList, optionsOf, type Section, type SectionScene } from './setting-fields.ts'
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
    const write = (written: NoticeSettings) => change({ notices: written })
    const { number } = fieldsOf(scene, 'notices', notices, write)
    const templates = notices.whatsappTemplates
    return html`
      <p><a href=${wordingsAddress(scene.tenant, wording.language)}>${noticeTexts(wording).heading}</a></p>
      ${number('deliveredWithinHours', texts.hours, { hint: texts.hoursHint })}
      ${number('nearWorkingDays', texts.near, { hint: texts.nearHint, usual: 1 })}
      ${number('escalateWorkingDays', texts.escalate, { hint: texts.escalateHint, usual: 3 })}
      <div class="field">
        <h3>${wording.templates}</h3>
        <p class="hint">${texts.templatesHint}</p>
        ${itemList(wording, {
          items: templates,
          write: (whatsappTemplates) => write({ ...notices, whatsappTemplates }),
          render: (one, at, changed) => renderTemplate(scene, one, at, changed),
          remove: (_, at) => texts.remove({ at: at + 1 }),
        })}
        ${addButton(texts.add, () => write({ ...notices, whatsappTemplates: [...templates, oneMore] }))}
      </div>
      <channel-accounts></channel-accounts>
    `
  },
}

function renderTemplate(
  scene: SectionScene,
  one: WhatsAppTemplate,
  at: number,
  write: (changed: WhatsAppTemplate) => void,
) {
  const { wording } = scene
  const texts = wording.notices.settings
  const path = `notices.whatsappTemplates.${at}`
  const { text, choice } = fieldsOf(scene, path, one, write)
  const events = [{ value: '', label: texts.anyEvent }, ...optionsOf(texts.events)]
  const languages = optionsOf({ id: wording.settings.inIndonesian, en: wording.settings.inEnglish })
  return html`<div class="stack">
    <div class="pair">
      ${choice('event', texts.event, events, { optional: '', empty: null })}
      ${choice('language', wording.language, languages)}
    </div>
    <div class="pair">
      ${text('name', texts.name, { hint: texts.nameHint })}
      ${text('templateLanguage', texts.templateLanguage, { hint: texts.templateLanguageHint })}
    </div>
    ${renderVariables(scene, path, one.variables, (variables) => write({ ...one, variables }))}
  </div>`
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
