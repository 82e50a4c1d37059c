import { html } from 'hono/html'
import type { TenantView, WholeTenantView } from '../../contract/tenant-view.ts'
import type { UnitTrustView } from '../../contract/unit.ts'
import { nearestReadable } from '../../offices/colours/readable.ts'
import type { FormLanguage } from '../../offices/vocabulary.ts'
import { sayDay } from '../../shared/time-in-words.ts'
import { channelNews, ownText } from './form-fields.ts'
import { bareLayout, languageLinks, type Page, type PageAssets, type PageUnit, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'

export const unitOfView = ({ tenant, name, parent, theme, publishes }: WholeTenantView): PageUnit => ({
  slug: tenant,
  name,
  parent,
  accent: theme.accent,
  publishes,
})

/** `/embed/{tenant}`: the widget and nothing else, for an iframe. */
export function embedPage(
  tenant: WholeTenantView,
  assets: PageAssets,
  { view = 'file', read = tenant.language }: { readonly view?: 'file' | 'follow'; readonly read?: FormLanguage } = {},
): Page {
  const { language, tenant: slug } = tenant
  const words = pageTexts[language]
  const [path, label] = view === 'file' ? ['form', words.hosted.toForm] : ['follow', words.follow.title]
  return bareLayout(
    {
      language,
      assets,
      title: words.embed.title({ office: tenant.shortName }),
      path: `/embed/${slug}`,
      unit: unitOfView(tenant),
      withWidget: true,
      script: assets.embedJs,
    },
    html`<main><h1 class="unseen">${words.embed.title({ office: tenant.shortName })}</h1><aduan-widget class="widget" tenant="${slug}" lang="${read}" view="${view}"><a class="button" href="/t/${slug}/${path}?lang=${language}" target="_blank" rel="noopener">${label}</a></aduan-widget></main>`,
    'embed',
  )
}

/** `/t/{tenant}`: the office's own page, with the widget in it. */
export function hostedPage(tenant: WholeTenantView, assets: PageAssets, read: FormLanguage = tenant.language): Page {
  const { language, tenant: slug } = tenant
  const words = pageTexts[language].hosted
  const lang = `lang=${language}`

  return pageLayout(
    {
      language,
      assets,
      title: words.title({ office: tenant.shortName }),
      path: `/t/${slug}`,
      unit: unitOfView(tenant),
      withWidget: true,
    },
    html`<h1>${words.heading}</h1>
${channelNews(tenant)}
<aduan-widget class="widget" tenant="${slug}" lang="${read}"><p class="card"><a class="button" href="/t/${slug}/form?${lang}">${words.toForm}</a></p></aduan-widget>
<p><a href="/t/${slug}/follow?${lang}">${words.toFollow}</a></p>
<p class="quiet">${words.noScript} <a href="/t/${slug}/form?${lang}">${words.toPlainForm}</a></p>
<p class="quiet trust"><a href="/t/${slug}/office?${lang}">${pageTexts[language].office.link}</a></p>
${contact(tenant)}`,
  )
}

function contact(tenant: WholeTenantView): Page {
  const { contact, language } = tenant
  const words = pageTexts[language].hosted
  const line = (label: string, value: string | Page | null) =>
    value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : ''
  return html`<section class="contact" aria-labelledby="contact">
<h2 id="contact">${words.contact}</h2>
<dl class="facts">
${line(words.address, contact.address)}
${line(words.telephone, contact.telephone)}
${line(words.fax, contact.fax)}
${line(words.email, contact.email)}
${line(words.hours, ownText(tenant, contact.officeHours))}
</dl>
</section>`
}

/**
 * `/t/{tenant}/kiosk`: the form on a device in the office's hall. It has no links elsewhere, and forgets each person.
 */
export function kioskPage(tenant: WholeTenantView, assets: PageAssets, read: FormLanguage = tenant.language): Page {
  const { language, tenant: slug } = tenant
  const words = pageTexts[language]
  const path = `/t/${slug}/kiosk`
  return bareLayout(
    {
      language,
      assets,
      title: words.embed.title({ office: tenant.shortName }),
      path,
      unit: unitOfView(tenant),
      withWidget: true,
      script: assets.kioskJs,
    },
    html`<header class="site-header"><div class="wrap"><p>${tenant.name}</p>${languageLinks({ language, path })}</div></header>
<main class="wrap">
<h1>${words.kiosk.heading}</h1>
<p class="lead quiet">${words.kiosk.lead}</p>
<aduan-widget class="widget" tenant="${slug}" lang="${read}" exit="${path}?lang=${read}"><p>${words.kiosk.elsewhere}</p></aduan-widget>
<div class="finish" id="finish" hidden><button type="button" id="print" class="quiet-button">${words.kiosk.print}</button><button type="button" id="done">${words.kiosk.done}</button></div>
<p class="quiet">${words.kiosk.forgets}</p>
</main>`,
    'page kiosk',
  )
}

/** `/t/{tenant}/office`: whether this is really the office, and how to be sure. It can be printed for the counter. */
export function officePage(tenant: WholeTenantView, trust: UnitTrustView, assets: PageAssets): Page {
  const { language, tenant: slug } = tenant
  const words = pageTexts[language].office
  const { host } = new URL(trust.form)
  const office = trust.parent ? `${trust.name}, ${trust.parent}` : trust.name
  const { vouchedFor: word } = trust
  return pageLayout(
    { language, assets, title: words.heading, path: `/t/${slug}/office`, unit: unitOfView(tenant) },
    html`<div class="narrow"><h1>${words.heading}</h1>
<div class="${word ? 'verdict genuine' : 'card'}"><h2>${office}</h2>
<p>${word ? words.vouched({ by: word.by, day: sayDay(word.at, trust.timeZone, language) }) : words.notVouched}</p>
${word ? html`<p class="quiet">${words.basis({ basis: word.basis })}</p>` : ''}</div>
<h2>${words.sure}</h2>
<ol>
<li><p>${words.address({ host })}</p><p><a href="/t/${slug}?lang=${language}">${trust.form}</a></p></li>
<li><p>${words.compare}</p><p class="spoken"><code>${trust.fingerprint.join(' ')}</code></p></li>
<li><p>${words.neverAsks}</p></li>
</ol>
<p class="quiet">${words.honest}</p></div>`,
  )
}

/**
 * `/embed/{tenant}/preview`: the form as its office sees it beside the snippet. The page contains what the form would
 * fetch, because its sandbox may fetch nothing.
 */
export function previewPage(
  tenant: WholeTenantView,
  assets: PageAssets,
  forms: Readonly<Partial<Record<FormLanguage, TenantView>>>,
): Page {
  const { language, tenant: slug } = tenant
  return bareLayout(
    {
      language,
      assets,
      title: pageTexts[language].embed.title({ office: tenant.shortName }),
      path: `/embed/${slug}/preview`,
      unit: unitOfView(tenant),
      withWidget: true,
      script: assets.previewJs,
    },
    html`<main data-tenant="${slug}" data-unit="${JSON.stringify(forms)}"></main>`,
    'preview',
  )
}

/** The darkest background of accent-coloured text in the dark scheme. */
const night = '#1e2425'

/**
 * A tenant's colour is `#rrggbb`. An illegible one is darkened for light pages and lightened for dark ones, so that
 * every visitor can read.
 */
export function unitThemeCss(accent: string): string {
  const [onLight, onDark] = [nearestReadable(accent, '#ffffff'), nearestReadable(accent, night)]
  return `:root{--accent:${onLight}}@media (prefers-color-scheme:dark){:root{--accent:${onDark}}}`
}
