import { nameForStaff } from '../../case/evidence.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Message, OlderPage } from '../../case/shape/correspondence.ts'
import type { HistoryLine } from '../../case/shape/history.ts'
import type { OlderCaseView } from '../../contract/case-view.ts'
import type { ComplaintView, OlderComplaintView } from '../../contract/complaint-view.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { ViewWording } from '../view-wording.ts'
import { noteViews, noticeViewsOf, openingViews } from './case-view.ts'
import type { ViewContext } from './common-views.ts'
import * as common from './common-views.ts'

/** A part of a case's history, as its reporter reads it. */
interface Stretch {
  readonly of: EarlierCase
  readonly messages: readonly Message[]
  readonly history: readonly HistoryLine[]
}

interface Shown {
  /** The oldest comes first. */
  readonly stretches: readonly Stretch[]
  /** The name of the page before: the index of its case in the path, and the page's own name. */
  readonly older: string | null
}

const newestOf = (of: EarlierCase): Stretch => {
  const { messages, history } = of.complaint.dossier
  return { of, messages, history }
}

/**
 * Returns the newest part of the current case, and earlier cases up to the first that has older pages. @param path
 * the cases through which it went, the first one first
 */
export function newestShown(path: readonly EarlierCase[]): Shown {
  const at = path.findLastIndex(({ complaint }) => complaint.dossier.older !== null)
  const name = path[at]?.complaint.dossier.older?.newest
  return { stretches: path.slice(Math.max(0, at)).map(newestOf), older: name ? `${at}-${name}` : null }
}

export const stretchViews = (
  { stretches, older }: Shown,
  wording: ViewWording,
): Pick<ComplaintView, 'history' | 'messages' | 'older'> => ({
  history: stretches.flatMap(({ of, history }) =>
    common.historyViews(
      history.filter((line) => line.public),
      of.tenant.settings,
      wording,
      common.byPosition(wording),
      common.filePlaceIn(of.complaint, wording),
    ),
  ),
  messages: stretches.flatMap(({ messages }) => common.messageViews(messages, common.byPosition(wording))),
  older,
})

export async function olderComplaintView(
  { complaints }: Office,
  path: readonly EarlierCase[],
  cursor: string,
  wording: ViewWording,
): Promise<OlderComplaintView> {
  const [place = '', name = ''] = cursor.split('-')
  const at = Number(place)
  const of = path[at]
  if (!of) throw new Refusal('not-found', 'case/page-unknown')
  const { messages, history, openings, previous } = await complaints.olderPage(of.complaint, name)
  const before = previous || at === 0 ? [] : path.slice(0, at)
  const { stretches, older } = newestShown(before)
  const shown = { stretches: [...stretches, { of, messages, history }], older: previous ? `${at}-${previous}` : older }
  return { ...stretchViews(shown, wording), identityAccess: common.identityAccessViews(openings, wording) }
}

export function olderCaseView(
  complaint: Complaint,
  page: OlderPage,
  viewer: StaffMember,
  context: ViewContext,
): OlderCaseView {
  const { tenant, wording } = context
  const name = common.byName(wording)
  return {
    history: common.historyForStaff(
      page.history,
      tenant.settings,
      wording,
      name,
      (file) => nameForStaff(complaint, file),
      [...page.notices, ...complaint.notices],
    ),
    messages: common.messageViews(page.messages, name),
    notes: noteViews(page.notes, name),
    notices: noticeViewsOf(
      page.notices.filter(({ id }) => complaint.notices.every((notice) => notice.id !== id)),
      complaint,
      viewer,
      context,
    ),
    openings: openingViews(page.openings, wording),
    older: page.previous,
  }
}

export interface EarlierCase {
  readonly complaint: Complaint
  readonly tenant: Tenant
}
