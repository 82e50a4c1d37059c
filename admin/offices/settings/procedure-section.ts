import { html } from 'lit'
import { moveItem, removeAt, replaceAt } from '../../ui/lists.ts'
import { addButton, moveButtons, removeButton, type Section, translatedField } from './section.ts'

export const procedureSection: Section = {
  id: 'procedure',
  title: (wording) => wording.settings.procedure.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { procedure } = wording.settings
    const { rules } = settings.procedure
    const write = (changes: Partial<typeof settings.procedure>) =>
      change({ procedure: { ...settings.procedure, ...changes } })
    return html`
      <p class="soft">${procedure.hint}</p>
      ${translatedField(scene, {
        path: 'procedure.title',
        label: procedure.heading,
        value: settings.procedure.title,
        written: (title) => write({ title }),
      })}
      <ol class="plain items">
        ${rules.map((rule, at) => {
          const name = procedure.rule(at + 1)
          return html`<li class="item">
            ${translatedField(scene, {
              path: `procedure.rules.${at}`,
              label: name,
              value: rule,
              rows: 2,
              written: (value) => write({ rules: replaceAt(rules, at, value) }),
            })}
            <div class="tools">
              ${moveButtons({ position: at, length: rules.length, name, wording, move: (step) => write({ rules: moveItem(rules, at, step) }) })}
              ${removeButton(procedure.remove(at + 1), () => write({ rules: removeAt(rules, at) }), rules.length === 1)}
            </div>
          </li>`
        })}
      </ol>
      ${addButton(procedure.add, () => write({ rules: [...rules, { id: '', en: '' }] }))}
    `
  },
}

export const privacyNoticeSection: Section = {
  id: 'privacyNotice',
  title: (wording) => wording.settings.privacyNotice.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { privacyNotice } = wording.settings
    return html`
      <p class="soft">${privacyNotice.hint} ${privacyNotice.version(settings.privacyNotice.version)}</p>
      ${translatedField(scene, {
        path: 'privacyNotice.text',
        label: privacyNotice.text,
        value: settings.privacyNotice.text,
        rows: 8,
        written: (text) => change({ privacyNotice: { ...settings.privacyNotice, text } }),
      })}
    `
  },
}
