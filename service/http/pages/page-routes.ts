import { type Context, Hono } from 'hono'
import { readPublicStatistics } from '../../register/reports/public-statistics.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { identifyTenant, weighDuties } from '../identify.ts'
import { formLanguageOf } from '../language.ts'
import { noteFrame } from '../note-sighting.ts'
import { framedPolicy, previewPolicy, showingPolicy } from '../security-headers.ts'
import { writeSecurityTxt } from '../security-txt.ts'
import { readerWordings, viewWordings } from '../view-wording.ts'
import { publicStatisticsView } from '../views/figures-view.ts'
import { tenantView, trustView, widgetTenantView } from '../views/tenant-view.ts'
import { appManifest } from './app-manifest.ts'
import { bagianOrganisasiSite, type DemoSite, demoPage, dinasContohSite } from './demo-page.ts'
import { elementsPage } from './elements-page.ts'
import { embedPage, hostedPage, kioskPage, officePage, previewPage, unitOfView, unitThemeCss } from './hosted-page.ts'
import { accessibilityPage, homePage, securityPage, statisticsPage } from './office-pages.ts'
import type { PageOffice } from './page.ts'

export const viewOfTenant = (c: Context<AppEnv>, ports: PageOffice) =>
  tenantView(c.get('tenant'), { ...ports, unheld: c.get('unheld') ?? [], wording: viewWordings[c.get('language')] })

export function pageRoutes(ports: PageOffice) {
  const { tenants, assets, links } = ports
  const pages = new Hono<AppEnv>()

  pages.get('/', async (c) => {
    const units = (await tenants.list()).map(({ id, settings: { name, parent } }) => ({ slug: id, name, parent }))
    const demo = units.some(({ slug }) => slug === bagianOrganisasiSite.slug)
    return c.html(homePage({ language: c.get('language'), assets, units, demo }))
  })

  pages.get('/widget/', async (c) => {
    const [open] = (await tenants.list()).filter((tenant) => !tenant.closing)
    const unit = open ? { slug: open.id, name: open.settings.name } : null
    const { publicUrl } = links
    const { documentedElements: elements } = ports
    c.header('Content-Security-Policy', showingPolicy)
    return c.html(elementsPage({ language: c.get('language'), assets, publicUrl, elements, unit }))
  })
  pages.get('/widget', (c) => c.redirect('/widget/'))

  pages.get('/admin/manifest.webmanifest', async (c) => {
    const [first, ...others] = await tenants.list()
    const unit = first && others.length === 0 ? first.settings.shortName : null
    const manifest = appManifest({ unit, host: new URL(links.publicUrl).host })
    return c.body(JSON.stringify(manifest), 200, { 'Content-Type': 'application/manifest+json' })
  })

  routeDemos(pages, ports)
  routeUnit(pages, ports)
  routeSecurity(pages, ports)
  return pages
}

/** Two sites that look like those of offices, where there are the offices of the demo. */
function routeDemos(pages: Hono<AppEnv>, ports: PageOffice): void {
  const { tenants, assets, links } = ports
  const demo = (site: DemoSite, path: string, other: { readonly site: DemoSite; readonly path: string }) =>
    pages.get(path, async (c, next) => {
      const [tenant, otherTenant] = await Promise.all([tenants.find(site.slug), tenants.find(other.site.slug)])
      if (!tenant || !otherTenant) return next()
      c.set('tenant', tenant)
      return c.html(
        demoPage({
          site,
          tenant: viewOfTenant(c, ports),
          assets,
          path,
          other: { path: other.path, name: otherTenant.settings.shortName },
          publicUrl: links.publicUrl,
        }),
      )
    })
  const first = { site: bagianOrganisasiSite, path: '/demo/' }
  const second = { site: dinasContohSite, path: '/demo/dinas-contoh' }
  demo(first.site, first.path, second)
  demo(second.site, second.path, first)
  pages.get('/demo', (c) => c.redirect('/demo/'))
}

function routeUnit(pages: Hono<AppEnv>, ports: PageOffice): void {
  const { tenants, assets, links } = ports
  const duties = weighDuties(ports)
  pages.use('/t/:tenant/*', identifyTenant(tenants), duties)
  pages.use('/embed/:tenant', identifyTenant(tenants), duties)
  pages.get('/t/:tenant', identifyTenant(tenants), duties, (c) =>
    c.html(hostedPage(viewOfTenant(c, ports), assets, formLanguageOf(c))),
  )
  pages.get('/t/:tenant/theme.css', (c) => {
    const { accent } = c.get('tenant').settings.theme
    c.header('Content-Type', 'text/css; charset=utf-8')
    c.header('Cache-Control', 'public, max-age=300')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return c.body(accent ? unitThemeCss(accent) : '')
  })
  pages.get('/t/:tenant/statistics', async (c) => {
    const tenant = c.get('tenant')
    const language = c.get('language')
    const shown = publicStatisticsView(await readPublicStatistics(ports, tenant), tenant, viewWordings[language])
    return c.html(statisticsPage(shown, { unit: unitOfView(viewOfTenant(c, ports)), language, assets }))
  })
  pages.get('/t/:tenant/office', async (c) =>
    c.html(officePage(viewOfTenant(c, ports), await trustView(c.get('tenant'), ports), assets)),
  )
  pages.get('/t/:tenant/accessibility', (c) => c.html(accessibilityPage(viewOfTenant(c, ports), assets)))
  pages.get('/t/:tenant/kiosk', (c) => {
    c.header('Cache-Control', 'no-store')
    return c.html(kioskPage(viewOfTenant(c, ports), assets, formLanguageOf(c)))
  })
  pages.get('/embed/:tenant', (c) => {
    const view = c.req.query('view') === 'follow' ? 'follow' : 'file'
    noteFrame(ports.sightings, c, new URL(links.publicUrl).origin)
    c.header('Content-Security-Policy', framedPolicy(c.get('tenant').settings.origins))
    return c.html(embedPage(viewOfTenant(c, ports), assets, { view, read: formLanguageOf(c) }))
  })
  pages.get('/embed/:tenant/preview', identifyTenant(tenants), (c) => {
    const shown = viewOfTenant(c, ports)
    const forms = shown.languages.map((language) => {
      const view = tenantView(c.get('tenant'), { ...ports, unheld: [], wording: readerWordings[language] })
      return [language, { ...widgetTenantView(view, { withTexts: true }), language }] as const
    })
    c.header('Cache-Control', 'no-store')
    c.header('Content-Security-Policy', previewPolicy)
    return c.html(previewPage(shown, assets, Object.fromEntries(forms)))
  })
}

/** These pages say whom to tell of a hole, for people and for programs. */
function routeSecurity(pages: Hono<AppEnv>, { securityContacts: contacts, links, assets, now }: PageOffice): void {
  pages.get('/security', (c) => c.html(securityPage({ language: c.get('language'), assets, contacts })))
  pages.get('/.well-known/security.txt', (c) => {
    if (contacts.length === 0) throw new Refusal('not-found', 'request/not-found')
    c.header('Cache-Control', 'public, max-age=86400')
    return c.text(writeSecurityTxt({ contacts, publicUrl: links.publicUrl, now: now() }))
  })
}
