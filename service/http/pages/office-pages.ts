import { html } from 'hono/html'
import type { PublicStatisticsView } from '../../contract/figures.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import { unitOfView } from './hosted-page.ts'
import { type Page, type PageAssets, type PageUnit, pageLayout } from './page.ts'
import { accessibilityTexts, pageTexts, securityTexts } from './page-texts.ts'

/** What is known to fall short of WCAG 2.2 AA. A test holds each to the code: a gap that was mended must leave this list. */
export const accessibilityGaps = [
  { code: 'recordings', criteria: ['1.2.1', '1.2.2', '1.2.5'], where: 'desk', since: '2026-11-28' },
  { code: 'pictures', criteria: ['1.1.1'], where: 'desk', since: '2026-11-28' },
  { code: 'sessions', criteria: ['2.2.1'], where: 'desk', since: '2026-11-28' },
] as const

export type AccessibilityGapCode = (typeof accessibilityGaps)[number]['code']

/** How it was checked last. A test holds it to the journeys and to the checker that is installed. */
export const accessibilityChecks = {
  on: '2026-11-28',
  axe: '4.14.1',
  /** States of pages that the checker looked at, on a phone and on an office screen, at least. */
  states: 200,
  /** Journeys that are gone through with the keyboard alone. */
  byKeyboard: ['file-by-keyboard', 'work-by-keyboard'],
  /** CSS pixels; on a narrower screen one may have to scroll sideways. */
  narrowest: 320,
} as const

/** `/t/{tenant}/accessibility`: how far everybody can use this, what is missing, and whom to tell. */
export function accessibilityPage(tenant: WholeTenantView, assets: PageAssets): Page {
  const { language, tenant: slug, contact } = tenant
  const words = accessibilityTexts[language]
  const path = `/t/${slug}/accessibility`
  const { on, axe, states, narrowest } = accessibilityChecks
  const day = sayDate(on, language)
  const reach = [
    ...(contact.email ? [html`<a href="mailto:${contact.email}">${contact.email}</a>`] : []),
    ...(contact.telephone ? [html`${words.telephone} ${contact.telephone}`] : []),
    ...(contact.address ? [html`${contact.address}`] : []),
    html`<a href="/t/${slug}?lang=${language}">${words.form}</a>`,
  ]
  return pageLayout(
    { language, assets, title: words.title, path, unit: unitOfView(tenant) },
    html`<div class="narrow"><h1>${words.title}</h1>
<p class="lead">${words.lead({ office: tenant.name })}</p>
<h2>${words.status}</h2>
<p>${accessibilityGaps.length > 0 ? words.partly : words.fully}</p>
<h2>${words.gaps}</h2>
${accessibilityGaps.map(({ code, criteria, where, since }) => {
  const { what, why, instead } = words.known[code]
  return html`<h3>${what}</h3>
<dl class="facts">
<div><dt>${words.where}</dt><dd>${words.places[where]}</dd></div>
<div><dt>${words.why}</dt><dd>${why}</dd></div>
<div><dt>${words.instead}</dt><dd>${instead}</dd></div>
<div><dt>${words.criteria}</dt><dd>${criteria.join(', ')}</dd></div>
<div><dt>${words.since}</dt><dd>${sayDate(since, language)}</dd></div>
</dl>`
})}
<h2>${words.checks}</h2>
<p>${words.checked({ day, axe, states, narrowest })}</p>
<h2>${words.report}</h2>
<p>${words.reportText}</p>
<ul>${reach.map((way) => html`<li>${way}</li>`)}</ul>
<h2>${words.enforcement}</h2>
<p>${words.enforcementText}</p></div>`,
  )
}

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

export interface HomeView {
  readonly language: Language
  readonly assets: PageAssets
  readonly units: readonly { readonly slug: string; readonly name: string; readonly parent: string }[]
  /** Whether `/demo/` exists. */
  readonly demo: boolean
}

/** `/`: what this is, and a link to each office. */
export function homePage({ language, assets, units, demo }: HomeView): Page {
  const words = pageTexts[language].home
  const lang = `lang=${language}`
  const unit = ({ slug, name, parent }: HomeView['units'][number]) => html`<li class="card unit">
<h3>${name}</h3>
${parent ? html`<p class="quiet">${parent}</p>` : ''}
<p class="actions"><a class="button" href="/t/${slug}?${lang}">${words.file}</a> <a href="/t/${slug}/follow?${lang}">${words.follow}</a></p>
</li>`
  const way = (href: string, title: string, text: string) =>
    html`<li class="card"><h3><a href="${href}">${title}</a></h3><p class="quiet">${text}</p></li>`

  return pageLayout(
    { language, assets, title: words.title, path: '/' },
    html`<div class="hero">
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
</div>
<section aria-labelledby="visitors">
<h2 id="visitors">${words.forVisitors}</h2>
<p>${units.length > 0 ? words.unitsLead : words.noUnits}</p>
<ul class="cards wide">${units.map(unit)}</ul>
</section>
<ul class="promises">${words.promises.map(([title, text]) => html`<li><strong>${title}</strong> <span>${text}</span></li>`)}</ul>
<section aria-labelledby="offices">
<h2 id="offices">${words.forOffices}</h2>
<ul class="cards">
${demo ? way(`/demo/?${lang}`, words.demo, words.demoText) : ''}
${way('/admin/', words.admin, words.adminText)}
${way(`/widget/?${lang}`, words.widget, words.widgetText)}
${way('/api/', words.api, words.apiText)}
</ul>
</section>`,
  )
}

export interface NoticePageView {
  readonly language: Language
  readonly assets: PageAssets
  readonly notice: 'notFound' | 'busy'
  /** The target of "back", a path of this service. */
  readonly back: string
}

export function noticePage({ language, assets, notice, back }: NoticePageView): Page {
  const words = pageTexts[language].notice
  const { title, text } = words[notice]
  return pageLayout(
    { language, assets, title, path: back },
    html`<div class="narrow"><h1>${title}</h1><p class="lead">${text}</p><p><a href="${back}?lang=${language}">${words.back}</a></p></div>`,
  )
}

/** `/t/{tenant}/statistics`: what the office publishes, without a script. */
export function statisticsPage(
  shown: PublicStatisticsView,
  { unit, language, assets }: { readonly unit: PageUnit; readonly language: Language; readonly assets: PageAssets },
): Page {
  const words = pageTexts[language].statistics
  const number = new Intl.NumberFormat(language)
  const countOf = (cases: number | null) => (cases === null ? words.hidden : number.format(cases))
  const table = (caption: string, lines: PublicStatisticsView['byCategory']) => html`<table class="figures">
<caption>${caption}</caption>
<tbody>${lines.map(({ label, cases }) => html`<tr><th scope="row">${label}</th><td>${countOf(cases)}</td></tr>`)}</tbody>
</table>`
  const { total, inTimePercent, byMonth, byCategory, byOutcome, asOf } = shown
  return pageLayout(
    { language, assets, title: words.title({ office: unit.name }), path: `/t/${unit.slug}/statistics`, unit },
    html`<h1>${words.heading}</h1>
<p class="lead">${words.lead({ office: shown.office, from: byMonth[0]?.label ?? '', to: byMonth.at(-1)?.label ?? '' })}</p>
<dl class="facts">
<div><dt>${words.total}</dt><dd>${total === null ? words.under : number.format(total)}</dd></div>
<div><dt>${words.inTime}</dt><dd>${inTimePercent === null ? words.tooFew : words.percent({ share: inTimePercent })}</dd></div>
</dl>
${table(words.byMonth, byMonth)}
${table(words.byCategory, byCategory)}
${table(words.byOutcome, byOutcome)}
<p class="quiet">${words.note({ day: sayDate(asOf, language) })}</p>`,
  )
}
