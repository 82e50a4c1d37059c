import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { UnitTrustView } from '../../contract/trust.ts'
import { sayDay } from '../../shared/time-in-words.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

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
