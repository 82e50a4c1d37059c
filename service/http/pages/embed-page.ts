import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { FormLanguage } from '../../offices/vocabulary.ts'
import { bareLayout, type Page, type PageAssets } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

/** `/embed/{tenant}`: the widget and nothing else, for an iframe. */
export function embedPage(
  tenant: WholeTenantView,
  assets: PageAssets,
  { view = 'file', read = tenant.language }: { readonly view?: 'file' | 'follow'; readonly read?: FormLanguage } = {},
): Page {
  const { language, tenant: slug } = tenant
  const words = pageTexts[language]
  const [path, label] = view === 'file' ? ['form', words.hosted.toForm] : ['follow', words.follow.title]
  return bareLayout(
    {
      language,
      assets,
      title: words.embed.title({ office: tenant.shortName }),
      path: `/embed/${slug}`,
      unit: unitOfView(tenant),
      withWidget: true,
      script: assets.embedJs,
    },
    html`<main><h1 class="unseen">${words.embed.title({ office: tenant.shortName })}</h1><aduan-widget class="widget" tenant="${slug}" lang="${read}" view="${view}"><a class="button" href="/t/${slug}/${path}?lang=${language}" target="_blank" rel="noopener">${label}</a></aduan-widget></main>`,
    'embed',
  )
}
