import { html } from 'lit'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { selectField } from '../../ui/field.ts'
import { type Section, settingField, translatedField } from './section.ts'

export const namesSection: Section = {
  id: 'names',
  title: (wording) => wording.settings.names.title,
  render(scene) {
    const { settings, wording, change, errors } = scene
    const { names } = wording.settings
    const text = (path: 'name' | 'shortName' | 'parent' | 'addressee' | 'numberPrefix', hint?: string) =>
      settingField(scene, {
        path,
        label: names[path],
        hint,
        value: settings[path],
        written: (value) => change({ [path]: value }),
      })
    return html`
      ${text('name')}
      <div class="pair">${text('shortName')}${text('parent')}${text('addressee')}</div>
      <div class="pair">
        ${text('numberPrefix', names.numberPrefixHint)}
        ${selectField({
          name: 'timeZone',
          label: names.timeZone,
          value: settings.timeZone,
          error: errors.timeZone,
          options: Object.entries(names.timeZones).map(([value, label]) => ({ value, label })),
          chosen: (value) => change({ timeZone: value as TenantSettingsView['timeZone'] }),
        })}
      </div>
    `
  },
}

export const contactSection: Section = {
  id: 'contact',
  title: (wording) => wording.settings.contact.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { contact } = wording.settings
    const text = (name: 'address' | 'telephone' | 'fax' | 'email') =>
      settingField(scene, {
        path: `contact.${name}`,
        label: contact[name],
        value: settings.contact[name] ?? '',
        optional: wording.common.optional,
        written: (value) => change({ contact: { ...settings.contact, [name]: value || undefined } }),
      })
    return html`
      ${text('address')}
      <div class="pair">${text('telephone')}${text('fax')}${text('email')}</div>
      ${translatedField(scene, {
        path: 'contact.officeHours',
        label: contact.officeHours,
        value: settings.contact.officeHours,
        written: (officeHours) => change({ contact: { ...settings.contact, officeHours } }),
      })}
    `
  },
}
