import { html } from 'hono/html'
import type { TenantView } from '../../contract/tenant-view.ts'
import { bareLayout, type Page, type PageAssets } from './page.ts'
import { unitOfView } from './unit-of-view.ts'
import { wordingFor } from './wording/page-wording.ts'

/** `/embed/{tenant}`: the widget and nothing else, for an iframe. */
export function embedPage(tenant: TenantView, assets: PageAssets, view: 'file' | 'follow' = 'file'): Page {
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
    html`<main><h1 class="unseen">${words.embed.title(tenant.shortName)}</h1><aduan-widget class="widget" tenant="${slug}" lang="${language}" view="${view}"><a class="button" href="/t/${slug}/${path}?lang=${language}" target="_blank" rel="noopener">${label}</a></aduan-widget></main>`,
    'embed',
  )
}
