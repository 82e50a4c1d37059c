import { isOverdue } from '../../case/deadlines/clocks.ts'
import type { IncidentList, IncidentView } from '../../contract/incidents.ts'
import { type Incident, incidentTexts, noticesOf } from '../../keeping/incidents/incident.ts'
import type { VisibleIncident } from '../../keeping/incidents/incidents.ts'
import { byName, categoryView } from './common-views.ts'
import type { ViewContext } from './view-context.ts'

export function incidentLine(incident: Incident, { tenant, wording, now }: ViewContext): IncidentList['items'][number] {
  const { id, recordedAt, discoveredAt, clock, content } = incident
  const { reportersTold, authorityTold, closed } = content
  const name = byName(wording)
  return {
    id,
    what: content.what,
    recordedAt,
    discoveredAt,
    dueAt: clock.dueAt,
    overdue: isOverdue(clock, now),
    explanation: wording.clocks.explainClock(clock, tenant.settings.calendar),
    reportersTold: reportersTold && { at: reportersTold.at, by: name(reportersTold.by) },
    authorityTold: authorityTold && { ...authorityTold, by: name(authorityTold.by) },
    closed: closed && { ...closed, by: name(closed.by) },
  }
}

export function incidentView({ incident, cases }: VisibleIncident, context: ViewContext): IncidentView {
  const { version, content } = incident
  const { tenant, wording } = context
  const { measures, data, beganAt, endedAt, recordedBy, accounts, lists } = content
  return {
    ...incidentLine(incident, context),
    revision: version,
    measures,
    data: data.map((kind) => ({ kind, label: incidentTexts[wording.language].data[kind] })),
    beganAt,
    endedAt,
    recordedBy: byName(wording)(recordedBy),
    accounts,
    cases: cases.map(({ number, category, acts, leftOutBecause, state }) => ({
      number,
      categoryLabel: categoryView(tenant, category, wording).label,
      acts,
      leftOutBecause,
      state,
    })),
    lists,
    notices: noticesOf(incident, tenant),
  }
}
