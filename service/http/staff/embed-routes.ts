import { embedCheck, embedRequest, widgetSightings } from '../../contract/embed.ts'
import { checkEmbed } from '../../offices/widgets/check-embed.ts'
import { findings, type Verdict } from '../../offices/widgets/examine-page.ts'
import { listSightings, troubles } from '../../offices/widgets/sightings.ts'
import { json, op } from '../operation.ts'

export const embedOperations = [
  op('POST /embed/check', {
    summary: 'Look at a page of the office’s site and say whether the widget is right there; nothing of it is kept',
    may: ['tenant.configure'],
    body: embedRequest,
    answer: json(embedCheck, 'What was found'),
    does: async ({ office, staff, body }) => {
      office.limits.before('looking', staff.tenant)
      const { verdicts, policyLines, ...rest } = await checkEmbed(office, staff, body.url)
      const judged = verdicts.map((verdict) => ({ ...verdict, state: stateOf(verdict) }))
      return { ...rest, verdicts: judged, policyLines }
    },
  }),
  op('GET /embed/sightings', {
    summary: 'Origins whose pages showed the widget of the unit, when last, and what went wrong',
    may: ['tenant.configure'],
    answer: json(widgetSightings, 'The latest first'),
    does: async ({ office, staff }) => {
      const seen = await listSightings(office, staff)
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
      return { items, newestVersion: office.widgetReleases[0]?.version ?? null }
    },
  }),
]

function stateOf({ check: name, finding }: Verdict): 'good' | 'poor' | 'bad' {
  const states: Readonly<Record<string, 'good' | 'poor' | 'bad'>> = findings[name]
  return states[finding] ?? 'bad'
}
