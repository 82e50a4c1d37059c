import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { WidgetRelease } from '../../api/widget-client.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/copy-button.ts'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { DEFAULT_ACCENT } from '../../../service/offices/colours/readable.ts'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { fingerprintOf } from '../../../service/sealing/unit-key.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { withOwnFingerprints } from '../../api/own-fingerprints.ts'
import { type Option, selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { settingsLooks } from './settings-looks.ts'
import './snippet-preview.ts'
import snippetWording from '../../texts/snippet.json'

const pinnedLooks = css`
  pre {
    overflow-x: auto;
    padding: 12px;
    border-radius: var(--radius);
    background: var(--ground);
  }
`

/** Gives the HTML that holds a page to one version of the widget. A browser refuses it if a byte changes. */
@customElement('pinned-snippet')
export class PinnedSnippet extends PageElement {
  static override styles = [PageElement.styles, fields, pinnedLooks]

  @property() service = ''

  @property({ attribute: false }) element = ''

  private readonly newest = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => (await this.client.widget.listReleases(signal))[0],
  })

  override render() {
    const release = this.newest.value
    if (!release) return nothing
    const { settings, common } = this.wording
    const snippet = this.snippetOf(release)
    return html`<details>
      <summary>${settings.site.pinned({ version: release.version })}</summary>
      <p class="hint">${settings.site.pinnedHint}</p>
      <pre tabindex="0" aria-label=${settings.site.pinned({ version: release.version })}><code>${snippet}</code></pre>
      <div><ui-copy text=${snippet} label=${common.copy} done-label=${common.copied}></ui-copy></div>
    </details>`
  }

  // The map holds for what is fetched later; browsers that do not know it still hold the first script to its hash.
  private snippetOf({ version, integrity }: WidgetRelease): string {
    const { 'aduan.js': first = '', ...later } = integrity
    const address = (name: string) => `${this.service}/widget/${version}/${name}`
    const map = Object.fromEntries(Object.entries(later).map(([name, hash]) => [address(name), hash]))
    return `<script type="importmap">${JSON.stringify({ integrity: map })}</script>
<script type="module" src="${address('aduan.js')}" integrity="${first}" crossorigin></script>
${this.element}`
  }
}

export interface SnippetChoice {
  readonly mode: 'inline' | 'button'
  readonly view: 'file' | 'follow'
  readonly lang: FormLanguage
  readonly category: string
  readonly corners: 'round' | 'square'
  /** Follows the page around it by the CSS property `color-scheme`. */
  readonly scheme: 'light' | 'dark' | 'light dark'
}

export const usualChoice: SnippetChoice = {
  mode: 'inline',
  view: 'file',
  lang: 'id',
  category: '',
  corners: 'round',
  scheme: 'light',
}

export interface SnippetUnit {
  readonly tenant: string
  readonly service: string
  readonly shortName: string
  /** The fingerprint of the key to which its identities are sealed; empty where nothing is sealed. */
  readonly sealingKey: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const invitations: Readonly<Record<SnippetChoice['view'], (office: string, lang: FormLanguage) => string>> = {
  file: (office, lang) => (lang === 'en' ? `File a complaint with ${office}` : `Sampaikan pengaduan kepada ${office}`),
  follow: (office, lang) => (lang === 'en' ? `Follow a complaint to ${office}` : `Ikuti pengaduan kepada ${office}`),
}

/** The element with what visitors see where scripts do not run. Usual values are left out. */
export function elementFor({ tenant, service, shortName, sealingKey }: SnippetUnit, choice: SnippetChoice): string {
  const attributes = (['mode', 'view', 'lang', 'category'] as const).flatMap((name) =>
    choice[name] === usualChoice[name] ? [] : [` ${name}="${escaped(choice[name])}"`],
  )
  if (sealingKey) attributes.push(` sealing-key="${escaped(sealingKey)}"`)
  const way = choice.view === 'follow' ? '/follow' : ''
  const invitation = escaped(invitations[choice.view](shortName, choice.lang))
  return `<aduan-widget tenant="${tenant}"${attributes.join('')}><a href="${service}/t/${tenant}${way}">${invitation}</a></aduan-widget>`
}

export const snippetFor = (unit: SnippetUnit, choice: SnippetChoice): string =>
  `<script type="module" src="${unit.service}/widget/v1/aduan.js"></script>\n${elementFor(unit, choice)}`

const looksOf = ({ corners }: SnippetChoice): Readonly<Record<string, string>> =>
  corners === 'square' ? { '--aduan-radius': '0px' } : {}

export function styleFor(choice: SnippetChoice): string {
  const { scheme } = choice
  const lines = Object.entries({ ...looksOf(choice), ...(scheme !== usualChoice.scheme && { 'color-scheme': scheme }) })
  return lines.length > 0 ? `aduan-widget {\n${lines.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}` : ''
}

/** Returns a frame for a page that takes no scripts. It is allowed only what it needs. */
export function frameFor({ tenant, service, shortName }: SnippetUnit, choice: SnippetChoice): string {
  const { lang, view, category } = choice
  const asked = new URLSearchParams({ lang, view })
  const more = new URLSearchParams({ ...(category && { category }), ...looksOf(choice) }).toString()
  const address = `${service}/embed/${tenant}?${asked}${more && `#${more}`}`
  const title = escaped(invitations[view](shortName, lang))
  return `<iframe src="${escaped(address)}" title="${title}" width="100%" height="900" style="border:0" loading="lazy" allow="geolocation; microphone" sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation-by-user-activation"></iframe>`
}

/** Returns the address of the preview. @param accent as it stands in the settings, saved or not */
export function previewAddress(tenant: string, choice: SnippetChoice, accent: string): string {
  const { mode, view, lang, category, scheme } = choice
  const shown = { mode, view, lang, category, scheme, '--aduan-accent': accent, ...looksOf(choice) }
  return `/embed/${encodeURIComponent(tenant)}/preview#${new URLSearchParams(shown)}`
}

const looks = css`
  :host {
    max-inline-size: none;
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: 16px 24px;
    align-items: start;
  }
  .choices {
    display: grid;
    gap: 12px;
  }
`

@customElement('snippet-builder')
export class SnippetBuilder extends PageElement {
  static override styles = [PageElement.styles, fields, settingsLooks, looks]

  @property() tenant = ''

  @property() service = ''

  @property({ attribute: false }) settings!: TenantSettingsView

  @state() private choice: SnippetChoice = usualChoice

  // Computed of the key itself: what a site must hold to cannot be what a service says about it.
  private readonly sealingKey = new Task(this, {
    args: () => [this.tenant] as const,
    task: async ([tenant], { signal }) => {
      const { keys } = await withOwnFingerprints(this.client.call('GET /sealing', { params: { tenant }, signal }))
      const active = keys.find(({ state }) => state === 'active')
      return active ? fingerprintOf(active.publicKey) : ''
    },
  })

  override render() {
    const { site } = this.wording.settings
    const wording = snippetWording(this.wording)
    const { settings, choice } = this
    const sealingKey = this.sealingKey.value ?? ''
    const unit = { tenant: this.tenant, service: this.service, shortName: settings.shortName, sealingKey }
    const style = styleFor(choice)
    const accent = settings.theme.accent ?? DEFAULT_ACCENT
    return html`
      <h3>${wording.look}</h3>
      <div class="beside">
        <div class="choices">
          ${this.renderChoices(wording)}
          <p class="hint">${wording.hint}</p>
        </div>
        <snippet-preview address=${previewAddress(this.tenant, choice, accent)}></snippet-preview>
      </div>
      <h3>${site.snippet}</h3>
      ${this.renderCopy(site.snippet, snippetFor(unit, choice))}
      ${sealingKey ? html`<p class="hint">${wording.sealingKey}</p>` : nothing}
      ${style ? html`<h3>${wording.style}</h3>${this.renderCopy(wording.style, style)}` : nothing}
      <details>
        <summary>${site.framed}</summary>
        ${this.renderCopy(site.framed, frameFor(unit, choice))}
      </details>
      <pinned-snippet service=${this.service} .element=${elementFor(unit, choice)}></pinned-snippet>
    `
  }

  private renderChoices(wording: ReturnType<typeof snippetWording>) {
    const { settings } = this
    const labelled = (labels: Readonly<Record<string, string>>) =>
      Object.entries(labels).map(([value, label]) => ({ value, label }))
    const { jv, ...twoLanguages } = wording.lang
    const categories = settings.categories.filter(({ active, code }) => active && code)
    const options: Readonly<Record<keyof SnippetChoice, readonly Option[]>> = {
      mode: labelled(wording.mode),
      view: labelled(wording.view),
      lang: labelled(settings.javanese ? { ...twoLanguages, jv } : twoLanguages),
      category: [
        { value: '', label: wording.noCategory },
        ...categories.map(({ code, label }) => ({
          value: code,
          label: label[this.wording.language] || label.id || code,
        })),
      ],
      corners: labelled(wording.corners),
      scheme: labelled(wording.scheme),
    }
    return keysOf(options).map((name) =>
      selectField({
        name: `snippet-${name}`,
        label: wording.choices[name],
        value: this.choice[name],
        options: options[name],
        chosen: (value) => {
          this.choice = { ...this.choice, [name]: value }
        },
      }),
    )
  }

  private renderCopy(label: string, text: string) {
    const { copy, copied } = this.wording.common
    return html`<pre tabindex="0" aria-label=${label}><code>${text}</code></pre>
      <div><ui-copy text=${text} label=${copy} done-label=${copied}></ui-copy></div>`
  }
}
