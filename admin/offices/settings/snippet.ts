import type { FormLanguage } from '../../../service/offices/vocabulary.ts'

export interface SnippetChoice {
  readonly mode: 'inline' | 'button'
  readonly view: 'file' | 'follow'
  readonly lang: FormLanguage
  /** Code of the category that is suggested; empty: none. */
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
  /** Origin of the service. */
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

/** The two lines that put the widget on an office's page. */
export const snippetFor = (unit: SnippetUnit, choice: SnippetChoice): string =>
  `<script type="module" src="${unit.service}/widget/v1/aduan.js"></script>\n${elementFor(unit, choice)}`

const looksOf = ({ corners }: SnippetChoice): Readonly<Record<string, string>> =>
  corners === 'square' ? { '--aduan-radius': '0px' } : {}

/** Returns the rule for the page's style sheet; empty where the form looks as usual. */
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
