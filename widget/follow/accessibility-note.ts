import { html, nothing } from 'lit/html.js'
import type { ServiceClient } from '../service/client.ts'
import { readPartWording } from '../wording/languages.ts'

/** Leads to where the unit says how far everybody can use this, unless the page around already does. */
export function renderStatement({ unitUrl, language }: ServiceClient) {
  const page = new URL(`${unitUrl.replace('/api/v1/tenants/', '/t/')}/accessibility`)
  page.searchParams.set('lang', language)
  if ([...document.links].some(({ href }) => href.split('?')[0] === page.href.split('?')[0])) return nothing
  const { accessibility } = readPartWording(language).policy
  return html`<p class="statement"><a href=${page.href} target="_blank" rel="noopener">${accessibility}</a></p>`
}
