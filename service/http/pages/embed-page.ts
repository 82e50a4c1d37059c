import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { FormLanguage } from '../../offices/vocabulary.ts'
import { bareLayout, type Page, type PageAssets } from './page.ts'
import { unitOfView } from './unit-of-view.ts'
import { wordingFor } from './wording/page-wording.ts'

/** `/embed/{tenant}`: the widget and nothing else, for an iframe. */
export function embedPage(
  tenant: WholeTenantView,
  assets: PageAssets,
  { view = 'file', read = tenant.language }: { readonly view?: 'file' | 'follow'; readonly read?: FormLanguage } = {},
): Page {
  const { language, tenant: slug } = tenant
  const words = wordingFor(language)
  const [path, label] = view === 'file' ? ['form', words.hosted.toForm] : ['follow', words.follow.title]
  return bareLayout(
    {
      language,
      assets,
      title: words.embed.title(tenant.shortName),
      path: `/embed/${slug}`,
      unit: unitOfView(tenant),
      withWidget: true,
      script: assets.embedJs,
    },
    html`<main><h1 class="unseen">${words.embed.title(tenant.shortName)}</h1><aduan-widget class="widget" tenant="${slug}" lang="${read}" view="${view}"><a class="button" href="/t/${slug}/${path}?lang=${language}" target="_blank" rel="noopener">${label}</a></aduan-widget></main>`,
    'embed',
  )
}
