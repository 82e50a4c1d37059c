import { html, nothing, type TemplateResult } from 'lit'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import type { Translated } from '../../api/wire.ts'
import { markOwnName, shownFor } from '../../page/own-words.ts'
import { type Option, selectField, type TextField, textField, tickField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

export interface SectionScene {
  readonly settings: TenantSettingsView
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

export const settingField = ({ errors }: SectionScene, { path, ...field }: SettingField): TemplateResult =>
  textField({ ...field, name: path, error: errors[path] })

interface TranslatedField {
  readonly path: string
  readonly label: string
  readonly value: Translated
  readonly rows?: number
  readonly written: (value: Translated) => void
}

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

export const replaceAt = <Item>(list: readonly Item[], at: number, item: Item): Item[] =>
  list.map((held, position) => (position === at ? item : held))

export const removeAt = <Item>(list: readonly Item[], at: number): Item[] =>
  list.filter((_, position) => position !== at)

export function moveItem<Item>(list: readonly Item[], at: number, step: -1 | 1): Item[] {
  const item = list[at]
  if (item === undefined) return [...list]
  return removeAt(list, at).toSpliced(at + step, 0, item)
}

/** Names of those values of an object that are of a type. */
type NamesOf<Held, Value> = {
  readonly [Name in keyof Held]-?: Held[Name] extends Value ? Name : never
}[keyof Held] &
  string

interface More extends Pick<SettingField, 'hint' | 'optional' | 'limit' | 'rows' | 'type'> {
  /** What is kept where nothing is written, if that is not an empty text. */
  readonly empty?: null | undefined
}

export const optionsOf = (labels: Readonly<Record<string, string>>, hints: Readonly<Record<string, string>> = {}) =>
  Object.entries(labels).map(([value, label]): Option => ({ value, label, hint: hints[value] }))

/** Fields of an object in the settings: each is named by its path, and reads and writes the value of its name. */
export function fieldsOf<Held extends object>(
  scene: SectionScene,
  path: string,
  held: Held,
  write: (changed: Held, name: keyof Held & string) => void,
) {
  const at = (name: string) => (path ? `${path}.${name}` : name)
  const set = (name: keyof Held & string, value: unknown) => write({ ...held, [name]: value }, name)
  return {
    text: (name: NamesOf<Held, string | null | undefined>, label: string, more: More = {}) =>
      settingField(scene, {
        ...{ path: at(name), label, value: String(held[name] ?? ''), ...more },
        written: (value) => set(name, value === '' && 'empty' in more ? more.empty : value),
      }),
    number: (
      name: NamesOf<Held, number | null | undefined>,
      label: string,
      { usual, ...more }: More & { readonly usual?: number } = {},
    ) =>
      settingField(scene, {
        ...{ path: at(name), label, type: 'number', value: String(held[name] ?? usual ?? ''), ...more },
        written: (value) => set(name, value === '' && 'empty' in more ? more.empty : Number(value)),
      }),
    tick: (name: NamesOf<Held, boolean | undefined>, label: string, hint?: string) =>
      tickField({ name: at(name), label, hint, value: Boolean(held[name]), ticked: (on) => set(name, on) }),
    choice: (
      name: NamesOf<Held, string | null | undefined>,
      label: string,
      options: readonly Option[],
      more: Pick<More, 'optional' | 'empty'> = {},
    ) =>
      selectField({
        ...{ name: at(name), label, options, value: String(held[name] ?? ''), error: scene.errors[at(name)], ...more },
        chosen: (value) => set(name, value === '' && 'empty' in more ? more.empty : value),
      }),
    translated: (name: NamesOf<Held, Translated>, label: string, rows?: number) =>
      translatedField(scene, {
        ...{ path: at(name), label, value: held[name] as Translated, ...(rows && { rows }) },
        written: (value) => set(name, value),
      }),
  }
}

/** Fields of the settings that are part of no object. */
export const topFields = (scene: SectionScene) =>
  fieldsOf(scene, '', scene.settings, (written, name) => scene.change({ [name]: written[name] }))

interface Items<Item> {
  readonly items: readonly Item[]
  readonly write: (items: Item[]) => void
  readonly render: (item: Item, at: number, write: (item: Item) => void) => TemplateResult
  /** What its button to remove it says. */
  readonly remove: (item: Item, at: number) => string
  /** What an item is called on its buttons, where their order matters. */
  readonly name?: (item: Item, at: number) => string
  readonly isNested?: boolean
  readonly keepsOne?: boolean
}

/** A list whose items can be changed, removed and, where their order matters, moved. */
export function itemList<Item>(
  wording: Wording,
  { items, write, render, remove, name, isNested, keepsOne }: Items<Item>,
): TemplateResult {
  const rows = items.map(
    (item, at) => html`<li class=${isNested ? 'item nested' : 'item'}>
      ${render(item, at, (changed) => write(replaceAt(items, at, changed)))}
      <div class="tools">
        ${name ? moveButtons({ position: at, length: items.length, name: name(item, at), wording, move: (step) => write(moveItem(items, at, step)) }) : nothing}
        ${removeButton(remove(item, at), () => write(removeAt(items, at)), keepsOne && items.length === 1)}
      </div>
    </li>`,
  )
  return name ? html`<ol class="plain items">${rows}</ol>` : html`<ul class="plain items">${rows}</ul>`
}
