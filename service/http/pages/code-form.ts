import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { Page } from './page.ts'
import type { FollowAct } from './read-follow-form.ts'

export interface CodeFormAct {
  readonly act: FollowAct
  readonly button: string
  readonly quiet?: boolean
  readonly content?: Page
}

/** The tracking code travels in the body of the form and never in an address. */
export function codeForm(
  { tenant, language }: WholeTenantView,
  { number, trackingCode }: { readonly number: string; readonly trackingCode: string },
  { act, button, quiet = false, content }: CodeFormAct,
): Page {
  return html`<form class="code-form" method="post" action="/t/${tenant}/follow?lang=${language}">
<input type="hidden" name="number" value="${number}"><input type="hidden" name="code" value="${trackingCode}"><input type="hidden" name="act" value="${act}">
${content ?? ''}
<button${quiet ? html` class="quiet-button"` : ''}>${button}</button>
</form>`
}
