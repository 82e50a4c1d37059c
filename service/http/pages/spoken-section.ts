import { html } from 'hono/html'
import type { ComplaintView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { sayMoment } from '../../shared/time-in-words.ts'
import { codeForm } from './code-form.ts'
import type { Page } from './page.ts'
import { pageTexts } from './page-texts.ts'

/** A spoken statement: the recording, what the office wrote down, and the reporter's word on it. */
export function spokenSection(
  tenant: WholeTenantView,
  { number, spoken, acts }: ComplaintView,
  trackingCode: string,
): Page | null {
  if (!spoken) return null
  const words = pageTexts[tenant.language].follow.spoken
  const credentials = { number, trackingCode }
  const moment = (at: string) => sayMoment(at, tenant.timeZone, tenant.language)
  const { transcript, file, disguised } = spoken
  const reply = transcript?.reply
  return html`<p>${disguised ? words.disguised : words.lead}</p>
${codeForm(tenant, credentials, {
  ...{ act: 'file', button: words.file, quiet: true },
  content: html`<input type="hidden" name="file" value="${file}">`,
})}
${
  transcript
    ? html`<h3>${words.transcript}</h3><p class="letter">${transcript.text}</p><p class="quiet">${transcript.by}, ${moment(transcript.at)}</p>`
    : html`<p class="quiet">${words.waits}</p>`
}
${reply ? html`<p>${reply.text === null ? words.right : words.corrected} <span class="quiet">${moment(reply.at)}</span></p>${reply.text === null ? '' : html`<p class="letter">${reply.text}</p>`}` : ''}
${transcript && acts.includes('transcript') ? answers(tenant, credentials, transcript) : ''}`
}

function answers(
  tenant: WholeTenantView,
  credentials: { readonly number: string; readonly trackingCode: string },
  { at, text }: { readonly at: string; readonly text: string },
): Page {
  const words = pageTexts[tenant.language].follow.spoken
  const which = html`<input type="hidden" name="transcript" value="${at}">`
  return html`${codeForm(tenant, credentials, { act: 'transcript', button: words.confirm, content: which })}
<details><summary>${words.correct}</summary>${codeForm(tenant, credentials, {
    ...{ act: 'transcript', button: words.send },
    // Browsers drop a line feed right after the opening tag, so this one keeps the text's own.
    content: html`${which}<div class="field"><label for="correction">${words.label}</label><textarea id="correction" name="correction" rows="9" maxlength="8000" required>
${text}</textarea></div>`,
  })}</details>`
}
