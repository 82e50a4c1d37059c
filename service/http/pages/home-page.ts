import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'

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
