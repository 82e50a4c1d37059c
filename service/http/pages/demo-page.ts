import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { sayDay } from '../../shared/time-in-words.ts'
import type { DemoSite } from './demo-site.ts'
import { bareLayout, languageLinks, type Page, type PageAssets } from './page.ts'
import { pageTexts } from './page-texts.ts'

export interface DemoView {
  readonly site: DemoSite
  readonly tenant: WholeTenantView
  readonly assets: PageAssets
  readonly path: string
  /** The other office's site on the same service. */
  readonly other: { readonly path: string; readonly name: string }
  readonly publicUrl: string
}

/** An office's own site, invented, with the widget where such a site would put it. */
export function demoPage(view: DemoView): Page {
  const { site, tenant, assets, path, other } = view
  const { language } = tenant
  const words = pageTexts[language].demo
  const card = ({ title, text }: DemoSite['services'][number]) =>
    html`<li><h3>${title[language]}</h3><p>${text[language]}</p></li>`
  const story = ({ day, title, text }: DemoSite['news'][number]) => html`<li><article>
<p class="date"><time datetime="${day}">${sayDay(day, 'UTC', language)}</time></p>
<h3>${title[language]}</h3><p>${text[language]}</p></article></li>`

  return bareLayout(
    { language, assets, path, title: `${tenant.name} (${words.ribbon})`, withWidget: true },
    html`<a class="skip" href="#content">${pageTexts[language].layout.skip}</a>
<header class="masthead"><p class="ribbon"><strong>${words.ribbon}</strong> <span>${words.ribbonText}</span></p>
<div class="wrap">
<a class="office" href="${path}?lang=${language}"><img src="${assets[site.crest]}" alt="" width="64" height="72"><span><small>${tenant.parent}</small><strong>${tenant.name}</strong></span></a>
${languageLinks({ language, path })}
</div>
<nav class="menu" aria-label="${words.menu}"><div class="wrap">
<a href="#services">${words.services}</a><a href="#news">${words.news}</a><a class="call" href="#complaint">${words.complaint}</a><a href="#contact">${words.contact}</a>
</div></nav></header>
<main id="content" tabindex="-1">
<div class="banner"><div class="wrap"><h1>${site.headline[language]}</h1><p>${site.welcome[language]}</p></div></div>
<section id="services" class="wrap" aria-labelledby="services-heading"><h2 id="services-heading">${words.services}</h2><ul class="services">${site.services.map(card)}</ul></section>
<section id="complaint" class="complaint-band" aria-labelledby="complaint-heading"><div class="wrap">
<h2 id="complaint-heading">${site.complaintHeading[language]}</h2><p class="lead">${site.complaintText[language]}</p>
${widget(view)}
<p class="ways"><a href="/t/${tenant.tenant}/follow?lang=${language}">${pageTexts[language].hosted.toFollow}</a></p>
</div></section>
<section id="news" class="wrap" aria-labelledby="news-heading"><h2 id="news-heading">${words.news}</h2><ul class="news">${site.news.map(story)}</ul></section>
<section class="wrap install" aria-labelledby="install-heading"><h2 id="install-heading">${words.installHeading}</h2><p>${words.installText}</p>
<pre tabindex="0" aria-labelledby="install-heading"><code>${snippet(view)}</code></pre>
<p class="ways"><a href="${other.path}?lang=${language}">${words.otherSite}: ${other.name}</a> <a href="/admin/">${words.staff}</a></p></section>
</main>
${colophon(view)}`,
    `demo demo-${site.look}`,
    assets.demoCss,
  )
}

const modeOf = ({ site }: DemoView) => (site.mode === 'button' ? html` mode="button"` : '')

const widget = (view: DemoView): Page => {
  const { language, tenant: slug } = view.tenant
  return html`<aduan-widget class="widget" tenant="${slug}" lang="${language}"${modeOf(view)}><a class="button" href="/t/${slug}?lang=${language}">${pageTexts[language].demo.fallback}</a></aduan-widget>`
}

/** The snippet that an office copies, as text to read. */
const snippet = ({ publicUrl, tenant: { tenant: slug, language }, site }: DemoView): string =>
  `<script type="module" src="${publicUrl}/widget/v1/aduan.js"></script>
<aduan-widget tenant="${slug}"${site.mode === 'button' ? ' mode="button"' : ''}><a href="${publicUrl}/t/${slug}">${pageTexts[language].demo.fallback}</a></aduan-widget>`

function colophon({ tenant: { name, parent, contact, language } }: DemoView): Page {
  const words = pageTexts[language].hosted
  const line = (label: string, value: string | null) =>
    value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : ''
  return html`<footer id="contact" class="colophon"><div class="wrap">
<div><strong>${name}</strong><p>${parent}</p></div>
<dl>${line(words.address, contact.address)}${line(words.telephone, contact.telephone)}${line(words.fax, contact.fax)}${line(words.email, contact.email)}${line(words.hours, contact.officeHours)}</dl>
<p>${pageTexts[language].demo.ribbonText}</p>
</div></footer>`
}
