import { packNamed } from '../offices/calendar/rule-pack.ts'
import type { DataRequestKind } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import { applyDecision } from './complaint.ts'
import { startClock, stopClock } from './deadlines/clocks.ts'
import type { Complaint } from './shape/complaint.ts'
import type { DataRequest } from './shape/data-request.ts'
import type { Actor } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'

export const isWaiting = ({ answer }: DataRequest): boolean => answer === null

/** More waiting requests would bloat a case. */
const MOST_WAITING = 5

/** It also sets the key by which the office's list finds the case. */
function withDataRequests(requests: readonly DataRequest[]) {
  const due = requests.filter(isWaiting).map(({ clock }) => clock.dueAt)
  const [nearest = null] = due.sort()
  return { dataRequestDueAt: nearest, dossier: { dataRequests: requests } }
}

/** Rights over one's data do not end with the case, so any status will do. @throws Refusal `data-request/too-many` */
export function askAboutData(
  complaint: Complaint,
  { kind, text }: { readonly kind: DataRequestKind; readonly text: string },
  moment: Moment,
): Complaint {
  const { dataRequests } = complaint.dossier
  if (dataRequests.filter(isWaiting).length >= MOST_WAITING) {
    throw new Refusal('conflict', 'data-request/too-many', { most: MOST_WAITING })
  }
  const { at, newId, rulePacks, calendar } = moment
  const clock = startClock('personal_data', packNamed(rulePacks, complaint.rulePack), calendar, at)
  const request: DataRequest = { id: newId(), at, kind, text, clock, answer: null }
  return applyDecision(complaint, moment, withDataRequests([...dataRequests, request]), {
    event: 'data_requested',
    by: { kind: 'reporter' },
  })
}

export interface DataAnswer {
  readonly granted: boolean
  readonly text: string
}

/** The history contains no text, which is in the request. @throws Refusal `data-request/unknown` */
export function answerAboutData(
  complaint: Complaint,
  id: string,
  { granted, text }: DataAnswer,
  by: Actor,
  moment: Moment,
): Complaint {
  const { dataRequests } = complaint.dossier
  const asked = dataRequests.find((request) => request.id === id && isWaiting(request))
  if (!asked) throw new Refusal('not-found', 'data-request/unknown')
  const answered: DataRequest = {
    ...asked,
    clock: stopClock(asked.clock, moment.at),
    answer: { at: moment.at, by, granted, text },
  }
  const requests = dataRequests.map((request) => (request === asked ? answered : request))
  return applyDecision(complaint, moment, withDataRequests(requests), { event: 'data_answered', by, notice: 'message' })
}
