import { html, nothing, type TemplateResult } from 'lit'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import type { Translated } from '../../api/wire.ts'
import { markOwnName, shownFor } from '../../page/own-words.ts'
import { type TextField, textField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

/** What a section of the settings is drawn from, and how it reports a change. */
export interface SectionScene {
  readonly settings: TenantSettingsView
  /** The settings as the service holds them. */
  readonly saved: TenantSettingsView
  /** Errors by path, as in `procedure.rules.2.en`. */
  readonly errors: FieldErrors
  readonly wording: Wording
  /** Slug of the unit, and origin of the service, for the snippet. */
  readonly tenant: string
  readonly service: string
  change(changes: Partial<TenantSettingsView>): void
}

export interface Section {
  readonly id: string
  title(wording: Wording): string
  render(scene: SectionScene): TemplateResult
}

interface SettingField extends Omit<TextField, 'error' | 'name' | 'written'> {
  /** Path of the value, which is its name in the service's errors too. */
  readonly path: string
  readonly written: (value: string) => void
}

/** A text of the settings with the error that the service found at its path. */
export const settingField = ({ errors }: SectionScene, { path, ...field }: SettingField): TemplateResult =>
  textField({ ...field, name: path, error: errors[path] })

interface TranslatedField {
  readonly path: string
  readonly label: string
  readonly value: Translated
  readonly rows?: number
  readonly written: (value: Translated) => void
}

/** A sentence in both languages, side by side; the English one may stay empty. */
export function translatedField(scene: SectionScene, { path, label, value, rows, written }: TranslatedField) {
  const { settings, common } = scene.wording
  const side = (language: 'id' | 'en', name: string) =>
    settingField(scene, {
      path: `${path}.${language}`,
      label: `${label} (${name})`,
      value: value[language],
      ...(rows ? { rows } : {}),
      ...(language === 'en' ? { optional: common.optional } : {}),
      written: (text) => written({ ...value, [language]: text }),
    })
  return html`<div class="pair">${side('id', settings.inIndonesian)}${side('en', settings.inEnglish)}</div>`
}

interface Steps {
  readonly position: number
  readonly length: number
  readonly name: string
  readonly wording: Wording
  readonly move: (step: -1 | 1) => void
}

/** What an item is called on its buttons: a name that the unit gave in Indonesian, if in no other language, is set off. */
export const nameOn = ({ id, en }: Translated, { language }: Wording, unnamed: string): string =>
  (language === 'en' && en) || (id && markOwnName(id)) || unnamed

/** Buttons that move an item of a list. */
export function moveButtons({ position, length, name, wording, move }: Steps): TemplateResult {
  const { settings } = wording
  return html`
    <button type="button" class="quiet only-icon" ?disabled=${position === 0}
      @click=${() => move(-1)}>${shownFor(icons.up, `${settings.up}: ${name}`)}</button>
    <button type="button" class="quiet only-icon" ?disabled=${position === length - 1}
      @click=${() => move(1)}>${shownFor(icons.down, `${settings.down}: ${name}`)}</button>
  `
}

export const removeButton = (label: string, remove: () => void, isLast = false): TemplateResult | typeof nothing =>
  isLast
    ? nothing
    : html`<button type="button" class="quiet only-icon" @click=${remove}>${shownFor(icons.remove, label)}</button>`

export const addButton = (label: string, add: () => void): TemplateResult =>
  html`<div><button type="button" @click=${add}>${icons.add}${label}</button></div>`
