import type { StaffAct } from '../../../service/contract/acts.ts'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { HistoryLineView } from '../../../service/contract/complaint-view.ts'
import type { ActBody } from '../../api/wire.ts'

/** Somebody else was faster: what happened since, and whether the act can still be done. */
export interface ChangedMeanwhile {
  readonly since: readonly HistoryLineView[]
  readonly stillOpen: boolean
  readonly status: CaseView['status']
}

/** Does an act on the case of the page. `null`: it is done. Other refusals are thrown. */
export type Perform = <Act extends StaffAct>(act: Act, body: ActBody<Act>) => Promise<ChangedMeanwhile | null>

const sameLine = (one: HistoryLineView, other: HistoryLineView) =>
  one.at === other.at && one.event === other.event && one.by === other.by

export function changedMeanwhile(before: CaseView, now: CaseView, act: StaffAct): ChangedMeanwhile {
  const since = now.history.filter((line) => !before.history.some((known) => sameLine(known, line)))
  return { since, stillOpen: now.acts.includes(act), status: now.status }
}
