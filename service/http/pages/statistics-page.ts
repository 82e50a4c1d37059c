import { html } from 'hono/html'
import type { PublicStatisticsView } from '../../contract/public-statistics.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import { type Page, type PageAssets, type PageUnit, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'

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
