import type { z } from '@hono/zod-openapi'
import { nextDueAt } from '../../case/case-clocks.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { ProgramCase, programCaseDetails } from '../../contract/programs.ts'
import { categoryView, clockViews } from './common-views.ts'
import type { ViewContext } from './view-context.ts'

type ProgramContext = Pick<ViewContext, 'tenant' | 'wording' | 'now'>

/** A program learns what the office did with a case, and no text of it. */
export function programCaseView(complaint: Complaint, { tenant, wording, now }: ProgramContext): ProgramCase {
  const dueAt = nextDueAt(complaint.clocks)
  const { id: number, status, category, channel, receivedAt, dossier } = complaint
  return {
    number,
    status,
    statusLabel: wording.labels.status[status],
    category,
    categoryLabel: categoryView(tenant, category, wording, receivedAt).label,
    class: complaint.class,
    channel,
    receivedAt,
    dueAt,
    overdue: dueAt !== null && dueAt < now,
    outcome: dossier.answer?.outcome ?? null,
    laporId: dossier.lapor?.id ?? null,
  }
}

export function programCaseDetailsView(
  complaint: Complaint,
  context: ProgramContext,
): z.infer<typeof programCaseDetails> {
  const { tenant, wording, now } = context
  return {
    ...programCaseView(complaint, context),
    clocks: clockViews(complaint, tenant, wording, now).map(({ explanation: _, basis: __, ...clock }) => clock),
    history: complaint.dossier.history
      .filter((line) => line.public)
      .map(({ at, event }) => ({ at, event, label: wording.labels.event[event] })),
  }
}
