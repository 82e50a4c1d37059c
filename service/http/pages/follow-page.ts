import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { unitOfView } from './hosted-page.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { type PageTexts, pageTexts } from './page-texts.ts'

export interface FollowView {
  readonly tenant: WholeTenantView
  readonly assets: PageAssets
  /** It is kept after a wrong number or code; the code is typed again. */
  readonly number?: string
  /** Why the complaint was not opened, as a sentence. */
  readonly problem?: string
}

/** `/t/{tenant}/follow`: the widget's follow-up view, and in its place a plain form where JavaScript does not run. */
export function followPage({ tenant, assets, number = '', problem }: FollowView): Page {
  const { language, tenant: slug } = tenant
  const words = pageTexts[language].follow
  const form = html`<form class="section" method="post" action="/t/${slug}/follow?lang=${language}">
<input type="hidden" name="act" value="open">
<p>${words.lead}</p>
${problem ? html`<p class="problem" role="alert" id="problem">${problem}</p>` : ''}
<div class="field"><label for="number">${words.number}</label><p class="hint" id="number-hint">${words.numberHint}</p>
<input id="number" name="number" value="${number}" required maxlength="4000" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="number-hint"></div>
<div class="field"><label for="code">${words.code}</label><p class="hint" id="code-hint">${words.codeHint}</p>
<input id="code" name="code" required maxlength="4000" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"></div>
<p class="send"><button>${words.open}</button></p>
<details><summary>${words.lostCode}</summary><p>${lostCodeHelp(tenant.contact.telephone, words)}</p></details>
</form>`

  return pageLayout(
    {
      language,
      assets,
      title: words.title,
      path: `/t/${slug}/follow`,
      unit: unitOfView(tenant),
      // A visitor who sent the plain form uses no JavaScript.
      withWidget: problem === undefined,
    },
    html`<h1>${words.title}</h1>
${
  problem === undefined
    ? html`<aduan-widget class="widget" tenant="${slug}" lang="${language}" view="follow">${form}</aduan-widget>`
    : form
}`,
  )
}

const lostCodeHelp = (telephone: string | null, { lostCodeHelp: help, lostCodeCall }: PageTexts['follow']): string =>
  telephone ? lostCodeCall({ telephone }) : help
