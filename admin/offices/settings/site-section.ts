import { html, nothing } from 'lit'
import {
  accentContrast,
  DEFAULT_ACCENT,
  isReadableAccent,
  nearestAccent,
} from '../../../service/offices/colours/readable.ts'
import { normalizeOrigin } from '../../../service/shared/site-origin.ts'
import { isTicked, valueIn } from '../../ui/form.ts'
import './key-fingerprint.ts'
import './snippet-builder.ts'
import { icons } from '../../ui/icons.ts'
import { removeAt, replaceAt } from '../../ui/lists.ts'
import { beginWording } from '../../wording/begin-wording.ts'
import { addButton, removeButton, type Section, type SectionScene, settingField } from './section.ts'

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
              label: site.origin(at + 1),
              type: 'url',
              value: origin,
              hint: kept && kept !== origin.trim() ? begin.trimmed(kept) : begin.siteHint,
              ...(origins.length === 0 ? { optional: wording.common.optional } : {}),
              written: (value) =>
                change({ origins: value === '' && origins.length < 2 ? [] : replaceAt(shown, at, value.trim()) }),
            },
          )}
          <div class="tools">${origins.length > 0 ? removeButton(site.remove(at + 1), () => change({ origins: removeAt(origins, at) })) : nothing}</div>
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
      ${site.contrast(ratio)}: ${isLegible ? site.contrastGood : site.contrastPoor}
    </p>
    ${isLegible ? nothing : nearestOffer(scene, shown)}
    ${errors['theme.accent'] ? html`<span class="error">${errors['theme.accent']}</span>` : nothing}
  </div>`
}

/** The colour that cannot be saved beside the nearest that can, which one press takes. */
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
