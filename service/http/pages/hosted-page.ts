import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { FormLanguage } from '../../offices/vocabulary.ts'
import { channelNews, ownText } from './form-fields.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

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
