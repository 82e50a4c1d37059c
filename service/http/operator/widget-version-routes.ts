import { z } from '@hono/zod-openapi'
import { widgetVersionList, withdrawWidget } from '../../contract/widget-versions.ts'
import { type CountVersionPorts, countVersions } from '../../offices/widgets/sightings.ts'
import {
  allowVersionAgain,
  listReleases,
  type ReleaseState,
  type WidgetVersionPorts,
  withdrawVersion,
} from '../../offices/widgets/widget-versions.ts'
import { answers, cookie, jsonBody, newApi, route } from '../openapi.ts'

const version = z.object({ version: z.string().max(40) })

const list = route.get('/', {
  summary: 'Versions of the widget that pages can name, with what they write into `integrity`',
  security: cookie,
  responses: answers(200, widgetVersionList, 'The newest first'),
})
const withdraw = route.post('/{version}/withdrawal', {
  summary: 'Let no page show a version of the widget any more',
  security: cookie,
  request: { params: version, ...jsonBody(withdrawWidget) },
  responses: answers(200, widgetVersionList, 'Pages with it show the way to the form at the service'),
})
const allow = route.post('/{version}/return', {
  summary: 'Let pages show a withdrawn version again',
  security: cookie,
  request: { params: version },
  responses: answers(200, widgetVersionList, 'Pages show it again'),
})

export function widgetVersionRoutes(ports: WidgetVersionPorts & CountVersionPorts) {
  async function withSpread(releases: readonly ReleaseState[]) {
    const spreads = await countVersions(ports)
    return { items: releases.map((release) => ({ ...release, spread: spreads.get(release.version) ?? null })) }
  }
  const api = newApi()
  api.openapi(list, async (c) => c.json(await withSpread(await listReleases(ports)), 200))
  api.openapi(withdraw, async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await withSpread(await withdrawVersion(ports, c.get('signedIn'), asked)), 200)
  })
  api.openapi(allow, async (c) =>
    c.json(await withSpread(await allowVersionAgain(ports, c.get('signedIn'), c.req.valid('param').version)), 200),
  )
  return api
}
