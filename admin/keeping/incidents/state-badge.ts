import { html } from 'lit'
import type { IncidentList } from '../../../service/contract/incidents.ts'
import type { Wording } from '../../wording/wording.ts'
import { incidentWording } from './incident-wording.ts'

type Standing = Pick<IncidentList['items'][number], 'closed' | 'reportersTold' | 'authorityTold' | 'overdue' | 'dueAt'>

/** Where an incident stands: its date first while anybody waits to be told. */
export function stateBadge(incident: Standing, wording: Wording) {
  const { formats } = wording
  const incidents = incidentWording(wording)
  const { closed, reportersTold, authorityTold, overdue, dueAt } = incident
  if (closed) return html`<span class="badge over">${incidents.closed}</span>`
  if (reportersTold && authorityTold) return html`<span class="badge done">${incidents.told}</span>`
  if (overdue) return html`<span class="badge alarm">${incidents.overdue}</span>`
  return html`<span class="badge waiting">${incidents.due(formats.dayAndTime(dueAt))}</span>`
}
