import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { securityTexts } from './page-texts.ts'

export interface SecurityPageView {
  readonly language: Language
  readonly assets: PageAssets
  /** URIs; none if the operator gave none. */
  readonly contacts: readonly string[]
}

/** `/security`: to whom a hole in this installation is reported, and how. `security.txt` names it as the policy. */
export function securityPage({ language, assets, contacts }: SecurityPageView): Page {
  const words = securityTexts[language]
  const shown = (contact: string) => contact.replace(/^(mailto|tel):/, '')
  return pageLayout(
    { language, assets, title: words.title, path: '/security' },
    html`<div class="narrow"><h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.whom}</h2>
${
  contacts.length > 0
    ? html`<ul>${contacts.map((contact) => html`<li><a href="${contact}">${shown(contact)}</a></li>`)}</ul>`
    : html`<p>${words.nobody}</p>`
}
<p>${words.tell}</p>
<h2>${words.please}</h2>
<ul>${words.rules.map((rule) => html`<li>${rule}</li>`)}</ul>
<h2>${words.outOfScope}</h2>
<p>${words.outOfScopeText}</p></div>`,
  )
}
