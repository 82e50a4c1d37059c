import { html } from 'lit/html.js'
import type { ServiceClient } from '../service/client.ts'
import { readPartWording } from '../wording/languages.ts'

/** Leads to where the unit says how far everybody can use this. */
export function renderStatement({ unitUrl, language }: ServiceClient) {
  const page = `${unitUrl.replace('/api/v1/tenants/', '/t/')}/accessibility?lang=${language}`
  const { accessibility } = readPartWording(language).policy
  return html`<p class="statement"><a href=${page} target="_blank" rel="noopener">${accessibility}</a></p>`
}
