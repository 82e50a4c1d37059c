import { html } from 'hono/html'
import type { TenantView, WholeTenantView } from '../../contract/tenant-view.ts'
import type { FormLanguage } from '../../offices/vocabulary.ts'
import { bareLayout, type Page, type PageAssets } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { unitOfView } from './unit-of-view.ts'

/**
 * `/embed/{tenant}/preview`: the form as its office sees it beside the snippet. The page contains what the form would
 * fetch, because its sandbox may fetch nothing.
 */
export function previewPage(
  tenant: WholeTenantView,
  assets: PageAssets,
  forms: Readonly<Partial<Record<FormLanguage, TenantView>>>,
): Page {
  const { language, tenant: slug } = tenant
  return bareLayout(
    {
      language,
      assets,
      title: pageTexts[language].embed.title({ office: tenant.shortName }),
      path: `/embed/${slug}/preview`,
      unit: unitOfView(tenant),
      withWidget: true,
      script: assets.previewJs,
    },
    html`<main data-tenant="${slug}" data-unit="${JSON.stringify(forms)}"></main>`,
    'preview',
  )
}
