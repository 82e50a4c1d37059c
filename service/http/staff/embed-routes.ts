import { embedCheck, embedRequest, widgetSightings } from '../../contract/embed.ts'
import { type CheckEmbedPorts, checkEmbed } from '../../offices/widgets/check-embed.ts'
import { findings, type Verdict } from '../../offices/widgets/examine-page.ts'
import { type ListSightingsPorts, listSightings, troubles } from '../../offices/widgets/sightings.ts'
import type { Limits } from '../limits.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'

const check = route.post('/check', {
  summary: 'Look at a page of the office’s site and say whether the widget is right there; nothing of it is kept',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, ...jsonBody(embedRequest) },
  responses: answers(200, embedCheck, 'What was found'),
})
const list = route.get('/sightings', {
  summary: 'Origins whose pages showed the widget of the unit, when last, and what went wrong',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam },
  responses: answers(200, widgetSightings, 'The latest first'),
})

export interface EmbedRoutePorts extends CheckEmbedPorts, ListSightingsPorts {
  readonly limits: Limits
}

export function embedRoutes(ports: EmbedRoutePorts) {
  const api = newApi()
  api.openapi(check, async (c) => {
    const staff = c.get('staff')
    ports.limits.before('looking', staff.tenant)
    const { verdicts, policyLines, ...rest } = await checkEmbed(ports, staff, c.req.valid('json').url)
    const judged = verdicts.map((verdict) => ({ ...verdict, state: stateOf(verdict) }))
    return c.json({ ...rest, verdicts: judged, policyLines }, 200)
  })
  api.openapi(list, async (c) => {
    const seen = await listSightings(ports, c.get('staff'))
    const items = seen.map(({ id, at, widget, layer, modes = [], standing, countedSince, troubles: counts }) => ({
      origin: id,
      standing,
      lastSeenAt: at,
      version: widget,
      layer,
      modes,
      countedSince,
      troubles: troubles.flatMap((trouble) => (counts[trouble] ? [{ trouble, count: counts[trouble] }] : [])),
    }))
    return c.json({ items, newestVersion: ports.widgetReleases[0]?.version ?? null }, 200)
  })
  return api
}

function stateOf({ check: name, finding }: Verdict): 'good' | 'poor' | 'bad' {
  const states: Readonly<Record<string, 'good' | 'poor' | 'bad'>> = findings[name]
  return states[finding] ?? 'bad'
}
