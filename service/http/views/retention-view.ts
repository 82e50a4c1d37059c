import { endingOf, retentionOf } from '../../case/retention.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type { RetentionView } from '../../contract/retention.ts'
import type { DueCase, DueForRetention } from '../../keeping/retention/retention.ts'
import type { Ending } from '../../offices/vocabulary.ts'
import type { ViewWording } from '../view-wording.ts'
import { byName, categoryView } from './common-views.ts'
import type { ViewContext } from './view-context.ts'

/** Names an ending by the outcome of its answer, or by the status. */
export function endingLabel(ending: Ending | null, { labels }: ViewWording): string {
  if (ending === null) return ''
  return { ...labels.outcome, ...labels.status }[ending]
}

const retained = (complaint: Complaint, { tenant, wording }: ViewContext) => ({
  number: complaint.id,
  categoryLabel: categoryView(tenant, complaint.category, wording, complaint.receivedAt).label,
  endingLabel: endingLabel(endingOf(complaint), wording),
  receivedAt: complaint.receivedAt,
})

export function retentionView({ records, identities, held }: DueForRetention, context: ViewContext): RetentionView {
  const due = ({ complaint, retention }: DueCase, from: string | null) => ({
    ...retained(complaint, context),
    endedAt: retention.endedAt,
    from: from ?? '',
    files: complaint.evidence.length,
  })
  return {
    basis: context.tenant.settings.retention.basis,
    records: records.map((one) => due(one, one.retention.destroyFrom)),
    identities: identities.map((one) => due(one, one.retention.eraseFrom)),
    held: held.map((complaint) => {
      const { hold } = complaint.dossier
      return {
        ...retained(complaint, context),
        since: hold?.at ?? complaint.receivedAt,
        by: hold ? byName(context.wording)(hold.by) : '',
        reason: hold?.reason ?? '',
      }
    }),
  }
}

export function caseRetentionView(
  complaint: Complaint,
  { tenant, wording }: ViewContext,
): Pick<CaseView, 'retention' | 'hold' | 'destroyed'> {
  const { destroyed, dossier } = complaint
  const { retention, calendar } = tenant.settings
  const kept = destroyed ? null : retentionOf(complaint, retention, calendar)
  return {
    retention: kept && { endedAt: kept.endedAt, destroyFrom: kept.destroyFrom, eraseFrom: kept.eraseFrom },
    hold: dossier.hold && { at: dossier.hold.at, by: byName(wording)(dossier.hold.by), reason: dossier.hold.reason },
    destroyed: destroyed && {
      at: destroyed.at,
      record: destroyed.record,
      endingLabel: endingLabel(destroyed.ending, wording),
      endedAt: destroyed.endedAt,
      files: destroyed.files,
    },
  }
}
