import { html, nothing } from 'lit'
import { accentContrast, DEFAULT_ACCENT, isReadableAccent, nearestAccent } from '../../service/colours/readable.ts'
import './pinned-snippet.ts'
import '../ui/copy-button.ts'
import { icons } from '../ui/icons.ts'
import { replaced, without } from '../ui/lists.ts'
import { addButton, removeButton, type Section, type SectionScene, settingField } from './section.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The element with what visitors see where scripts do not run. */
const elementFor = ({ tenant, service, settings }: SectionScene): string =>
  `<aduan-widget tenant="${tenant}"><a href="${service}/t/${tenant}">Sampaikan pengaduan kepada ${escaped(settings.shortName)}</a></aduan-widget>`

/** The two lines that put the widget on an office's page. */
const snippetFor = (scene: SectionScene): string =>
  `<script type="module" src="${scene.service}/widget/v1/aduan.js"></script>\n${elementFor(scene)}`

/** For a page that takes no scripts. What the frame needs is allowed, and nothing else. */
function frameSnippet({ tenant, service, settings, words }: SectionScene) {
  const { site } = words.settings
  const title = escaped(settings.shortName).replaceAll('"', '&quot;')
  const snippet = `<iframe src="${service}/embed/${tenant}" title="Pengaduan kepada ${title}" width="100%" height="900" style="border:0" loading="lazy" sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation-by-user-activation"></iframe>`
  return html`<details>
    <summary>${site.framed}</summary>
    <pre tabindex="0" aria-label=${site.framed}><code>${snippet}</code></pre>
    <div><ui-copy text=${snippet} label=${words.common.copy} done-label=${words.common.copied}></ui-copy></div>
  </details>`
}

export const siteSection: Section = {
  id: 'site',
  title: (words) => words.settings.site.title,
  render(scene) {
    const { settings, words, change } = scene
    const { site } = words.settings
    const { origins } = settings
    return html`
      <div class="field">
        <h3>${site.origins}</h3>
        <p class="hint">${site.originsHint}</p>
        <ul class="plain items">
          ${origins.map(
            (origin, at) => html`<li class="item">
              ${settingField(scene, {
                path: `origins.${at}`,
                label: site.origin(at + 1),
                type: 'url',
                value: origin,
                written: (value) => change({ origins: replaced(origins, at, value.trim()) }),
              })}
              <div class="tools">${removeButton(site.remove(at + 1), () => change({ origins: without(origins, at) }))}</div>
            </li>`,
          )}
        </ul>
        ${addButton(site.add, () => change({ origins: [...origins, ''] }))}
      </div>
      <div class="field">
        <h3>${site.snippet}</h3>
        <pre tabindex="0" aria-label=${site.snippet}><code>${snippetFor(scene)}</code></pre>
        <div><ui-copy text=${snippetFor(scene)} label=${words.common.copy} done-label=${words.common.copied}></ui-copy></div>
        ${frameSnippet(scene)}
        <p><a href="/admin/${encodeURIComponent(scene.tenant)}/embed">${site.check}</a></p>
        <pinned-snippet service=${scene.service} .element=${elementFor(scene)}></pinned-snippet>
      </div>
      <label class="choice">
        <input type="checkbox" name="javanese" .checked=${settings.javanese ?? false}
          @change=${(event: Event) => change({ javanese: (event.target as HTMLInputElement).checked })}>
        <span>${site.javanese}<span class="hint">${site.javaneseHint}</span></span>
      </label>
      ${renderAccent(scene)}
    `
  },
}

function renderAccent(scene: SectionScene) {
  const { settings, words, change, errors } = scene
  const { site } = words.settings
  const { accent } = settings.theme
  const shown = accent ?? DEFAULT_ACCENT
  const isLegible = isReadableAccent(shown)
  // Cut off, not rounded: 4,46 is not the 4,5 that it would pass for.
  const ratio = words.formats.number(Math.floor(accentContrast(shown) * 10) / 10)
  return html`<div class="field">
    <label for="accent">${site.accent}</label>
    <div class="row">
      <input id="accent" type="color" .value=${shown} aria-describedby="accent-hint" aria-invalid=${errors['theme.accent'] ? 'true' : nothing}
        @input=${(event: Event) => change({ theme: { accent: (event.target as HTMLInputElement).value } })}>
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
function nearestOffer({ words, change }: SectionScene, accent: string) {
  const { site } = words.settings
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
