import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { FormLanguage } from '../../offices/vocabulary.ts'
import { bareLayout, languageLinks, type Page, type PageAssets } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

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
