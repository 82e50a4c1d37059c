import { Task } from '@lit/task'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import {
  accentContrast,
  DEFAULT_ACCENT,
  isReadableAccent,
  nearestAccent,
} from '../../../service/offices/colours/readable.ts'
import { normalizeOrigin } from '../../../service/shared/site-origin.ts'
import type { Translated } from '../../api/wire.ts'
import { markOwnName, shownFor } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import { selectField, type TextField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, isTicked, valueIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { snippetWording } from '../../wording/snippet-wording.ts'
import type { Wording } from '../../wording/wording.ts'
import './snippet-builder.ts'
import { beginWording } from '../../wording/begin-wording.ts'

const looks = css`
  h3,
  p {
    margin: 0 0 4px;
  }
  code {
    display: block;
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--paper);
    font-size: 1.125rem;
    word-spacing: 0.4em;
  }
`

/** The thirty digits by which anybody makes sure of the office, as the form, the receipt and the office's page show them. */
@customElement('key-fingerprint')
export class KeyFingerprint extends PageElement {
  static override styles = [PageElement.styles, fields, looks]

  @property() tenant = ''

  private readonly asking = new Task(this, {
    args: () => [this.tenant] as const,
    task: ([tenant], { signal }) => this.client.widget.readTrust(tenant, signal),
  })

  override render() {
    const wording = snippetWording(this.wording)
    return html`<h3>${wording.key}</h3>
      <p class="hint">${wording.keyHint}</p>
      <code>${this.asking.value?.fingerprint?.join(' ') ?? '…'}</code>
      <p><a href="/t/${encodeURIComponent(this.tenant)}/office" target="_blank" rel="noopener">${wording.keyPage}</a></p>`
  }
}

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

export const replaceAt = <Item>(list: readonly Item[], at: number, item: Item): Item[] =>
  list.map((held, position) => (position === at ? item : held))

export const removeAt = <Item>(list: readonly Item[], at: number): Item[] =>
  list.filter((_, position) => position !== at)

export function moveItem<Item>(list: readonly Item[], at: number, step: -1 | 1): Item[] {
  const item = list[at]
  if (item === undefined) return [...list]
  return removeAt(list, at).toSpliced(at + step, 0, item)
}

export const siteSection: Section = {
  id: 'site',
  title: (wording) => wording.settings.site.title,
  render(scene) {
    const { settings, wording, change } = scene
    const { site } = wording.settings
    return html`
      ${originFields(scene)}
      <snippet-builder tenant=${scene.tenant} service=${scene.service} .settings=${settings}></snippet-builder>
      <p><a href="/admin/${encodeURIComponent(scene.tenant)}/embed">${site.check}</a></p>
      <key-fingerprint tenant=${scene.tenant}></key-fingerprint>
      <label class="choice">
        <input type="checkbox" name="javanese" .checked=${settings.javanese ?? false}
          @change=${(event: Event) => change({ javanese: isTicked(event) })}>
        <span>${site.javanese}<span class="hint">${site.javaneseHint}</span></span>
      </label>
      ${renderAccent(scene)}
    `
  },
}

/** The sites that may carry the form; the address of a page is taken as that of its site. */
export function originFields({ settings, wording, change, ...scene }: SectionScene) {
  const { site } = wording.settings
  const begin = beginWording(wording)
  const { origins } = settings
  const shown = origins.length > 0 ? origins : ['']
  return html`<div class="field">
    <h3>${site.origins}</h3>
    <p class="hint">${site.originsHint}</p>
    <ul class="plain items">
      ${shown.map((origin, at) => {
        const kept = normalizeOrigin(origin)
        return html`<li class="item">
          ${settingField(
            { settings, wording, change, ...scene },
            {
              path: `origins.${at}`,
              label: site.origin({ position: at + 1 }),
              type: 'url',
              value: origin,
              hint: kept && kept !== origin.trim() ? begin.trimmed({ origin: kept }) : begin.siteHint,
              ...(origins.length === 0 ? { optional: wording.common.optional } : {}),
              written: (value) =>
                change({ origins: value === '' && origins.length < 2 ? [] : replaceAt(shown, at, value.trim()) }),
            },
          )}
          <div class="tools">${origins.length > 0 ? removeButton(site.remove({ position: at + 1 }), () => change({ origins: removeAt(origins, at) })) : nothing}</div>
        </li>`
      })}
    </ul>
    ${origins.length > 0 ? addButton(site.add, () => change({ origins: [...origins, ''] })) : nothing}
  </div>`
}

function renderAccent(scene: SectionScene) {
  const { settings, wording, change, errors } = scene
  const { site } = wording.settings
  const { accent } = settings.theme
  const shown = accent ?? DEFAULT_ACCENT
  const isLegible = isReadableAccent(shown)
  // Cut off, not rounded: 4,46 is not the 4,5 that it would pass for.
  const ratio = wording.formats.number(Math.floor(accentContrast(shown) * 10) / 10)
  return html`<div class="field">
    <label for="accent">${site.accent}</label>
    <div class="row">
      <input id="accent" type="color" .value=${shown} aria-describedby="accent-hint" aria-invalid=${errors['theme.accent'] ? 'true' : nothing}
        @input=${(event: Event) => change({ theme: { accent: valueIn(event) } })}>
      <code>${shown}</code>
      ${accent === null ? nothing : html`<button type="button" class="quiet" @click=${() => change({ theme: { accent: null } })}>${site.accentNone}</button>`}
    </div>
    <p class="hint" id="accent-hint">
      ${site.accentHint} ${isLegible ? icons.check : icons.alert}
      ${site.contrast({ ratio })}: ${isLegible ? site.contrastGood : site.contrastPoor}
    </p>
    ${isLegible ? nothing : nearestOffer(scene, shown)}
    ${errors['theme.accent'] ? html`<span class="error">${errors['theme.accent']}</span>` : nothing}
  </div>`
}

function nearestOffer({ wording, change }: SectionScene, accent: string) {
  const { site } = wording.settings
  const offered = nearestAccent(accent)
  const swatch = (colour: string, label: string) => html`<figure class="swatch">
    <span .style=${`background:${colour}`} data-sample=${site.sample}></span>
    <figcaption>${label} <code>${colour}</code></figcaption>
  </figure>`
  return html`<div class="row">
    ${swatch(accent, site.chosen)} ${swatch(offered, site.nearest)}
    <button type="button" @click=${() => change({ theme: { accent: offered } })}>${site.takeNearest}</button>
  </div>`
}
