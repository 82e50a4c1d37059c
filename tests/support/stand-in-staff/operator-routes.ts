import type { Hono } from 'hono'
import { fromNow } from './cases.ts'
import { operatorConsole } from './console.ts'
import { operatorKeys } from './keys.ts'
import { UNIT } from './office.ts'
import { api, aUnitInService, problem, type Stage, unit } from './stage.ts'
import { releases, widgetVersions } from './widget-versions.ts'

export function mountOperator(app: Hono, stage: Stage): void {
  app.route(`${api}/operator/keys`, operatorKeys())
  app.route(`${api}/operator/widget-versions`, widgetVersions())
  app.route(`${api}/operator`, operatorConsole())
  app.get(`${api}/account/announcements`, (c) => c.json({ items: [] }))
  app.post(`${api}/account/announcements/:id/dismissal`, (c) => c.json({ items: [] }))
  app.get('/widget/versions.json', (c) => c.json(releases))
  app.get('/embed/:tenant/preview', (c) => c.html('<!doctype html><title>Pratinjau</title>'))
  app.get(`${unit}/trust`, (c) => c.json({ fingerprint: ['01234', '56789', '01234', '56789', '01234', '56789'] }))
  app.get(`${api}/operator/tenants`, (c) => c.json({ items: stage.office.units }))
  app.put(`${api}/operator/tenants/:tenant/quotas`, (c) => c.json({ items: stage.office.units }))
  app.post(`${api}/operator/tenants`, async (c) => {
    const { slug, name } = await c.req.json<{ slug: string; name: string }>()
    if (slug === UNIT) return problem(c, 409, 'tenant/slug-taken')
    stage.office.units.push(aUnitInService(slug, name, fromNow(0)))
    return c.json({ tenant: slug, setUpUrl: 'http://127.0.0.1/admin/#/invitation/admin-pertama' }, 201)
  })
}
