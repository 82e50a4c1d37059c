import { html } from 'lit'
import type { IncidentList } from '../../../service/contract/incidents.ts'
import { incidentWording } from '../../wording/incident-wording.ts'
import type { Wording } from '../../wording/wording.ts'

type Standing = Pick<IncidentList['items'][number], 'closed' | 'reportersTold' | 'authorityTold' | 'overdue' | 'dueAt'>

/** Shows the state of an incident; while somebody must still be notified, the date comes first. */
export function stateBadge(incident: Standing, wording: Wording) {
  const { formats } = wording
  const incidents = incidentWording(wording)
  const { closed, reportersTold, authorityTold, overdue, dueAt } = incident
  if (closed) return html`<span class="badge over">${incidents.closed}</span>`
  if (reportersTold && authorityTold) return html`<span class="badge done">${incidents.told}</span>`
  if (overdue) return html`<span class="badge alarm">${incidents.overdue}</span>`
  return html`<span class="badge waiting">${incidents.due(formats.dayAndTime(dueAt))}</span>`
}
