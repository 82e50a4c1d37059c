import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import type { ApiOffice } from '../office.ts'
import type { DocumentedElement } from './documented-elements.ts'
import { pageTexts } from './page-texts.ts'

/** Escaped HTML, ready for `c.html`. */
export type Page = ReturnType<typeof html>

/** Addresses of the files that pages link to; their names contain a hash. */
export interface PageAssets {
  readonly css: string
  readonly demoCss: string
  readonly icon: string
  readonly crest: string
  readonly crestContoh: string
  readonly widgetJs: string
  readonly kioskJs: string
  readonly embedJs: string
  readonly previewJs: string
  readonly checkReceiptJs: string
  readonly copyCodeJs: string
}

/** What pages stand on besides. */
export interface PageOffice extends ApiOffice {
  readonly assets: PageAssets
  readonly documentedElements: readonly DocumentedElement[]
  /** URIs; none if the operator gave none. */
  readonly securityContacts: readonly string[]
}

export interface PageUnit {
  readonly slug: string
  readonly name: string
  readonly parent: string
  readonly accent: string | null
  /** What of complaints is public; left out where nothing is. */
  readonly publishes?: string | undefined
}

export interface PageFrame {
  readonly language: Language
  readonly title: string
  readonly assets: PageAssets
  /** Path of the page itself, to which the language links point. */
  readonly path: string
  readonly unit?: PageUnit | undefined
  /** Whether the page loads the widget; `kiosk` also loads the script that makes it forget. */
  readonly withWidget?: boolean
  /** A script of this page alone. */
  readonly script?: string | undefined
}

/**
 * Head and body of every page; `body` contains its own header and footer. Other sites learn no address from it.
 * `no-referrer` would send plain forms with `Origin: null`, which is refused.
 */
export function bareLayout(frame: PageFrame, body: Page, bodyClass: string, extraCss: string | null = null): Page {
  const { language, title, assets, unit } = frame
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${title}</title>
${unit ? html`<meta name="description" content="${pageTexts[language].layout.description({ office: unit.name })}">` : ''}
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.css}">
${extraCss ? html`<link rel="stylesheet" href="${extraCss}">` : ''}
${unit?.accent ? html`<link rel="stylesheet" href="/t/${unit.slug}/theme.css">` : ''}
${frame.script ? html`<script type="module" src="${frame.script}"></script>` : ''}
${frame.withWidget ? html`<script type="module" src="${assets.widgetJs}"></script>` : ''}
</head>
<body class="${bodyClass}">
${body}
</body>
</html>`
}

export function pageLayout(frame: PageFrame, content: Page): Page {
  const words = pageTexts[frame.language].layout
  return bareLayout(
    frame,
    html`<a class="skip" href="#content">${words.skip}</a>
<header class="site-header"><div class="wrap">
${brand(frame)}
${languageLinks(frame)}
</div></header>
<main id="content" class="wrap" tabindex="-1">
${content}
</main>
<footer class="site-footer"><div class="wrap">
<p>${frame.unit?.publishes ?? words.private}</p>
<p>${words.madeWith}</p>
<p>${footerLinks(frame)}</p>
</div></footer>`,
    'page',
  )
}

function footerLinks({ language, unit }: PageFrame): Page {
  const words = pageTexts[language].layout
  const security = html`<a href="/security?lang=${language}">${words.security}</a>`
  if (!unit) return security
  return html`<a href="/t/${unit.slug}/accessibility?lang=${language}">${words.accessibility}</a> · ${security}`
}

export function languageLinks({ language, path }: Pick<PageFrame, 'language' | 'path'>): Page {
  const words = pageTexts[language].layout
  const link = (to: Language, label: string) =>
    to === language
      ? html`<span lang="${to}" aria-current="true">${label}</span>`
      : html`<a href="${path}?lang=${to}" hreflang="${to}" lang="${to}">${label}</a>`
  return html`<nav class="languages" aria-label="${words.languages}">${link('id', 'Indonesia')}${link('en', 'English')}</nav>`
}

function brand({ unit, assets, language }: PageFrame): Page {
  if (!unit)
    return html`<a class="brand" href="/"><img src="${assets.icon}" alt="" width="36" height="36"><strong>Aduan</strong></a>`
  return html`<a class="brand" href="/t/${unit.slug}?lang=${language}"><img src="${assets.icon}" alt="" width="36" height="36"><span>${
    unit.parent ? html`<small>${unit.parent}</small>` : ''
  }<strong>${unit.name}</strong></span></a>`
}
