import { html } from 'hono/html'
import type { ComplaintView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { sayDay, sayMoment } from '../../shared/time-in-words.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

export interface DestroyedView {
  readonly tenant: WholeTenantView
  readonly assets: PageAssets
  readonly complaint: ComplaintView
  readonly destroyed: NonNullable<ComplaintView['destroyed']>
}

export function destroyedPage({ tenant, assets, complaint, destroyed }: DestroyedView): Page {
  const { language, tenant: slug, timeZone } = tenant
  const words = pageTexts[language].follow
  const { heading, text, left } = words.destroyed
  const fact = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  return pageLayout(
    {
      language,
      assets,
      title: `${complaint.number} - ${words.title}`,
      path: `/t/${slug}/follow`,
      unit: unitOfView(tenant),
    },
    html`<div class="narrow"><p class="eyebrow">${complaint.number}</p>
<h1>${heading}</h1>
<p>${text({ day: sayDay(destroyed.at, timeZone, language), record: destroyed.record })}</p>
<p>${left}</p>
<dl class="facts card">
${fact(words.status, complaint.statusLabel)}
${fact(words.category, complaint.category.label)}
${fact(words.receivedAt, sayMoment(complaint.receivedAt, timeZone, language))}
</dl>
<p><a href="/t/${slug}/follow?lang=${language}">${words.leave}</a></p></div>`,
  )
}
