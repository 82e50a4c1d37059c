import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import { code, withCode } from './code-parts.ts'
import type { DocumentedElement } from './documented-elements.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { elementDescriptions, elementTexts } from './page-texts.ts'

export interface ElementsView {
  readonly language: Language
  readonly assets: PageAssets
  readonly publicUrl: string
  readonly elements: readonly DocumentedElement[]
  /** The office whose form visitors can try; `null` if no tenant is open. */
  readonly unit: { readonly slug: string; readonly name: string } | null
}

/** `/widget/`: documentation for people who embed, style or script the form. */
export function elementsPage({ language, assets, publicUrl, elements, unit }: ElementsView): Page {
  const words = elementTexts[language]
  const slug = unit?.slug ?? 'bagian-organisasi'
  const lang = language === 'id' ? '' : ` lang="${language}"`
  const link = `${publicUrl}/t/${slug}${language === 'id' ? '' : `?lang=${language}`}`
  const sections = [
    ['put', words.put],
    ['others', words.others],
    ['systems', words.systems],
    ['style', words.style],
    ['script', words.script],
    ['try', words.tryIt],
    ['reference', words.reference],
  ] as const
  const section = (id: (typeof sections)[number][0], content: Page) =>
    html`<section><h2 id="${id}">${Object.fromEntries(sections)[id]}</h2>${content}</section>`
  const shown = sections.filter(([id]) => id !== 'try' || unit)

  return pageLayout(
    { language, assets, title: words.title, path: '/widget/', script: assets.copyCodeJs },
    html`<h1>${words.title}</h1>
<p class="lead" data-copy="${words.copy}" data-copied="${words.copied}">${words.lead}</p>
<nav aria-label="${words.contents}"><ul class="jumps">${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${section(
  'put',
  html`<ol>${words.putSteps.map((step) => html`<li>${withCode(step)}</li>`)}</ol>
<p><a href="/admin/">${words.settings}</a></p>
${code(
  `<script type="module" src="${publicUrl}/widget/v1/aduan.js"></script>
<aduan-widget tenant="${slug}"${lang}><a href="${link}">${words.fallback}</a></aduan-widget>`,
)}
<p>${words.policy}</p>
${code(`script-src ${publicUrl}; connect-src ${publicUrl}`)}
<p>${withCode(words.policyElse)}</p>
<p>${words.builder}</p>
${code(`${publicUrl}/embed/${slug}?lang=${language}`)}
<p>${withCode(words.bundled)}</p>`,
)}
${section(
  'others',
  html`<p>${words.buttonText}</p>
${code(`<script type="module" src="${publicUrl}/widget/v1/button.js"></script>
<aduan-button tenant="${slug}"${lang}><a href="${link}">${words.fallback}</a></aduan-button>`)}
<p>${words.statsText}</p>
${code(`<script type="module" src="${publicUrl}/widget/v1/stats.js"></script>
<aduan-stats tenant="${slug}"${lang}><a href="${publicUrl}/t/${slug}/statistics">${words.statsFallback}</a></aduan-stats>`)}`,
)}
${section('systems', html`<ul>${words.systemSteps.map((step) => html`<li>${withCode(step)}</li>`)}</ul>`)}
${section('style', html`<p>${words.styleText}</p>${code(styleExample)}`)}
${section('script', html`<p>${withCode(words.scriptText)}</p>${code(scriptExample(slug, publicUrl))}`)}
${
  unit
    ? section(
        'try',
        html`<p>${words.tryText({ unit: unit.name })}</p>
<iframe class="tried" src="/embed/${unit.slug}/preview#mode=inline&amp;view=file&amp;lang=${language}" title="${words.tryIt}" sandbox="allow-scripts allow-forms" loading="lazy"></iframe>`,
      )
    : ''
}
${section('reference', html`${elements.map((element, at) => reference(element, language, at === 0))}`)}`,
  )
}

const styleExample = `aduan-widget {
  --aduan-accent: #7a3b00;
  --aduan-radius: 4px;
}`

const scriptExample = (
  slug: string,
  publicUrl: string,
): string => `const widget = document.createElement('aduan-widget')
widget.tenant = '${slug}'
widget.service = '${publicUrl}'
document.addEventListener('aduan-submitted', ({ detail }) => console.log(detail.number))
document.querySelector('main').append(widget)`

/** The table of one element; appearance is the same for all, so only `withLooks` shows it. */
function reference(element: DocumentedElement, language: Language, withLooks: boolean): Page {
  const [words, said] = [elementTexts[language], elementDescriptions[language]]
  const { tagName, attributes, members, events, slots, cssParts, cssProperties } = element
  const described = (kind: string, { name, description }: { readonly name: string; readonly description: string }) => {
    const translated = said[`${kind} ${name}`]
    // The doc blocks are written in English.
    return translated ? withCode(translated) : html`<span lang="en">${withCode(description)}</span>`
  }
  const rows = (
    title: string,
    kind: string,
    named: readonly { readonly name: string; readonly description: string; readonly default?: string }[],
    write = (name: string) => name,
  ) =>
    named.length === 0
      ? ''
      : html`<table class="reference"><caption>${title}</caption>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${named.map(
          (one) =>
            html`<tr><th scope="row"><code>${write(one.name)}</code></th><td>${described(kind, one)}${
              one.default ? html` <span class="quiet">${words.preset}: <code>${one.default}</code></span>` : ''
            }</td></tr>`,
        )}</tbody></table>`
  const heading = `<${tagName}>`
  return html`<h3><code>${heading}</code></h3>
<p>${withCode(said[tagName] ?? element.description)}</p>
${rows(words.attributes, 'attribute', attributes)}
${rows(
  words.methods,
  'method',
  members.filter(({ kind }) => kind === 'method'),
  (name) => `${name}()`,
)}
${rows(words.events, 'event', events)}
${rows(words.slots, 'slot', slots, (name) => name || words.content)}
${rows(words.parts, 'part', cssParts, (name) => `::part(${name})`)}
${withLooks ? rows(words.properties, 'property', cssProperties) : ''}`
}
