import type { StaffAct } from '../../../service/contract/acts.ts'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { HistoryLineView } from '../../../service/contract/complaint-view.ts'
import type { TimedActName } from '../../../service/contract/timed.ts'
import type { ServiceClient } from '../../api/client.ts'
import type { Unit } from '../../api/context.ts'
import type { BodyOf } from '../../api/operations.ts'
import type { ActBody, OfficeTime } from '../../api/wire.ts'
import actWords from '../../texts/act-words.json'
import timedWording from '../../texts/timed.json'
import { say } from '../../ui/say.ts'
import type { Wording } from '../../wording/wording.ts'

/** Somebody else was faster: what happened since, and whether the act can still be done. */
export interface ChangedMeanwhile {
  readonly since: readonly HistoryLineView[]
  readonly stillOpen: boolean
  readonly status: CaseView['status']
}

/** Does an act on the case of the page, or orders it for a time. `null`: it is done. Other refusals are thrown. */
export type Perform = <Act extends StaffAct>(
  act: Act,
  body: ActBody<Act>,
  on?: OfficeTime,
) => Promise<ChangedMeanwhile | null>

const sameLine = (one: HistoryLineView, other: HistoryLineView) =>
  one.at === other.at && one.event === other.event && one.by === other.by

export function changedMeanwhile(before: CaseView, now: CaseView, act: StaffAct): ChangedMeanwhile {
  const since = now.history.filter((line) => !before.history.some((known) => sameLine(known, line)))
  return { since, stillOpen: now.acts.includes(act), status: now.status }
}

/** Tells that nothing changed but what the person had ordered before, which waited for its moment. */
export function isOwnDoing(before: CaseView, { since }: ChangedMeanwhile): boolean {
  const own = before.timed.filter((waiting) => waiting.own).map(({ by }) => by)
  return since.length > 0 && since.every(({ by }) => own.includes(by))
}

/** These are done at once, because the person who does one undoes it with the same act. */
const instantActs: Readonly<Record<Exclude<StaffAct, TimedActName>, true>> = {
  'set-label': true,
  transcribe: true,
  redact: true,
  'name-improvement': true,
}

/** All other acts wait ten seconds before anything of them is done. */
export const isTimed = (act: StaffAct): act is TimedActName => !Object.hasOwn(instantActs, act)

const willLeaveAt = ({ day, time }: OfficeTime, wording: Wording): string =>
  timedWording(wording).willLeaveAt({ at: `${wording.formats.day(day)}, ${time}` })

/** What a person reads once the act is done. */
export function doneWords(act: StaffAct, wording: Wording): string {
  const { casePage } = wording
  if (act === 'message') return casePage.messageSent
  return act === 'note' ? casePage.noteSaved : actWords(wording)[act].done
}

/** The page on which somebody acts, with what it knows. */
interface ActingPage extends EventTarget {
  readonly means: { readonly client: ServiceClient; readonly unit: Unit; readonly wording: Wording }
}

/** An act on a case, and one that waits for its time. */
export type ActKey = `POST /cases/{number}/${StaffAct}`
type TimedKey = `POST /cases/{number}/timed/${TimedActName}`

interface Ordering {
  readonly act: TimedActName
  readonly body: { readonly revision: number; readonly on: OfficeTime | undefined }
  readonly before: CaseView
}

/** The act waits, and its page says until when; where a date of the office would pass meanwhile, it is done at once. */
export async function orderTimed(page: ActingPage, { act, body, before }: Ordering): Promise<CaseView> {
  const { client, unit, wording } = page.means
  const after = await client.call<TimedKey>(`POST /cases/{number}/timed/${act}`, {
    params: { tenant: unit.tenant, number: before.number },
    // It is the body of just this act.
    body: body as BodyOf<TimedKey>,
  })
  const waits = after.timed.length > before.timed.length
  // What waits for a moment only is shown with the way to take it back.
  if (!waits) say(page, doneWords(act, wording))
  else if (body.on) say(page, willLeaveAt(body.on, wording))
  return after
}
