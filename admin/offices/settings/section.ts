import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import {
  accentContrast,
  DEFAULT_ACCENT,
  isReadableAccent,
  nearestAccent,
} from '../../../service/offices/colours/readable.ts'
import { normalizeOrigin } from '../../../service/shared/site-origin.ts'
import { PageElement } from '../../page/page-element.ts'
import snippetWording from '../../texts/snippet.json'
import { fields } from '../../ui/fields.ts'
import { valueIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import './snippet-builder.ts'
import beginWording from '../../texts/begin.json'
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

export const namesSection: Section = {
  id: 'names',
  title: (wording) => wording.settings.names.title,
  render(scene) {
    const { names } = scene.wording.settings
    const { text, choice } = topFields(scene)
    return html`
      ${text('name', names.name)}
      <div class="pair">${text('shortName', names.shortName)}${text('parent', names.parent)}${text('addressee', names.addressee)}</div>
      <div class="pair">
        ${text('numberPrefix', names.numberPrefix, { hint: names.numberPrefixHint })}
        ${choice('timeZone', names.timeZone, optionsOf(names.timeZones))}
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
    const { text, translated } = fieldsOf(scene, 'contact', settings.contact, (written) => change({ contact: written }))
    const optional = (name: 'address' | 'telephone' | 'fax' | 'email') =>
      text(name, contact[name], { optional: wording.common.optional, empty: undefined })
    return html`
      ${optional('address')}
      <div class="pair">${optional('telephone')}${optional('fax')}${optional('email')}</div>
      ${translated('officeHours', contact.officeHours)}
    `
  },
}

export const siteSection: Section = {
  id: 'site',
  title: (wording) => wording.settings.site.title,
  render(scene) {
    const { settings, wording } = scene
    const { site } = wording.settings
    return html`
      ${originFields(scene)}
      <snippet-builder tenant=${scene.tenant} service=${scene.service} .settings=${settings}></snippet-builder>
      <p><a href="/admin/${encodeURIComponent(scene.tenant)}/embed">${site.check}</a></p>
      <key-fingerprint tenant=${scene.tenant}></key-fingerprint>
      ${topFields(scene).tick('javanese', site.javanese, site.javaneseHint)}
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
