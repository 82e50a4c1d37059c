import { html } from 'hono/html'
import type { ClockView, ReceiptView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { sayDay, sayMoment } from '../../shared/time-in-words.ts'
import { codeForm } from './code-form.ts'
import { ownText } from './form-fields.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

/** Number, code and dates after sending without JavaScript. No other page shows the code. */
export function formResultPage(
  tenant: WholeTenantView,
  receipt: ReceiptView,
  keyFingerprint: string,
  assets: PageAssets,
): Page {
  const { language, tenant: slug, timeZone } = tenant
  const words = pageTexts[language].result
  const clock = ({ label, dueAt, explanation }: ClockView) => html`<li><strong>${label}</strong>
<span>${words.due} <time datetime="${dueAt}">${sayDay(dueAt, timeZone, language)}</time></span>
<small class="quiet">${explanation}</small></li>`
  const groups = receipt.trackingCode.split('-').map((group, at) => html`${at > 0 ? '-' : ''}<wbr>${group}`)

  return pageLayout(
    { language, assets, title: words.title, path: `/t/${slug}/form`, unit: unitOfView(tenant) },
    html`<div class="narrow">
<div class="verdict genuine" role="status"><h1>${words.title}</h1><p>${words.lead({ office: tenant.name })}</p></div>
<dl class="handover card">
<div><dt>${words.number}</dt><dd><code>${receipt.number}</code></dd></div>
<div><dt>${words.code}</dt><dd><code>${groups}</code></dd></div>
</dl>
<p class="warning">${words.keep}</p>
<p class="quiet">${words.receivedAt} <time datetime="${receipt.receivedAt}">${sayMoment(receipt.receivedAt, timeZone, language)}</time><br>${words.key} <code>${keyFingerprint}</code></p>
<div class="actions">
${codeForm(tenant, receipt, { act: 'receipt-with-code', button: words.receiptWithCode })}${codeForm(tenant, receipt, { act: 'receipt', button: words.receipt, quiet: true })}
${codeForm(tenant, receipt, { act: 'open', button: words.follow, quiet: true })}
</div>
${receipt.clocks.length > 0 || receipt.nextSteps ? html`<h2>${words.datesHeading}</h2>` : ''}
${receipt.nextSteps ? html`<p>${ownText(tenant, receipt.nextSteps)}</p>` : ''}
${receipt.clocks.length > 0 ? html`<ul class="clocks">${receipt.clocks.map(clock)}</ul>` : ''}
</div>`,
  )
}
