import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import { accessibilityChecks, accessibilityGaps } from './accessibility-gaps.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { accessibilityTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

/** `/t/{tenant}/accessibility`: how far everybody can use this, what is missing, and whom to tell. */
export function accessibilityPage(tenant: WholeTenantView, assets: PageAssets): Page {
  const { language, tenant: slug, contact } = tenant
  const words = accessibilityTexts[language]
  const path = `/t/${slug}/accessibility`
  const { on, axe, states, narrowest } = accessibilityChecks
  const day = sayDate(on, language)
  const reach = [
    ...(contact.email ? [html`<a href="mailto:${contact.email}">${contact.email}</a>`] : []),
    ...(contact.telephone ? [html`${words.telephone} ${contact.telephone}`] : []),
    ...(contact.address ? [html`${contact.address}`] : []),
    html`<a href="/t/${slug}?lang=${language}">${words.form}</a>`,
  ]
  return pageLayout(
    { language, assets, title: words.title, path, unit: unitOfView(tenant) },
    html`<div class="narrow"><h1>${words.title}</h1>
<p class="lead">${words.lead({ office: tenant.name })}</p>
<h2>${words.status}</h2>
<p>${accessibilityGaps.length > 0 ? words.partly : words.fully}</p>
<h2>${words.gaps}</h2>
${accessibilityGaps.map(({ code, criteria, where, since }) => {
  const { what, why, instead } = words.known[code]
  return html`<h3>${what}</h3>
<dl class="facts">
<div><dt>${words.where}</dt><dd>${words.places[where]}</dd></div>
<div><dt>${words.why}</dt><dd>${why}</dd></div>
<div><dt>${words.instead}</dt><dd>${instead}</dd></div>
<div><dt>${words.criteria}</dt><dd>${criteria.join(', ')}</dd></div>
<div><dt>${words.since}</dt><dd>${sayDate(since, language)}</dd></div>
</dl>`
})}
<h2>${words.checks}</h2>
<p>${words.checked({ day, axe, states, narrowest })}</p>
<h2>${words.report}</h2>
<p>${words.reportText}</p>
<ul>${reach.map((way) => html`<li>${way}</li>`)}</ul>
<h2>${words.enforcement}</h2>
<p>${words.enforcementText}</p></div>`,
  )
}
