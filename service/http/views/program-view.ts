import type { z } from '@hono/zod-openapi'
import { nextDueAt } from '../../case/case-clocks.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { ProgramCase, programCaseDetails } from '../../contract/programs.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Speech } from '../wording/speech.ts'
import { categoryView, clockViews } from './common-views.ts'

interface Seeing {
  readonly tenant: Tenant
  readonly speech: Speech
  readonly now: Instant
}

/** A program learns what the office did with a case, and no text of it. */
export function programCaseView(complaint: Complaint, { tenant, speech, now }: Seeing): ProgramCase {
  const dueAt = nextDueAt(complaint.clocks)
  const { id: number, status, category, channel, receivedAt, dossier } = complaint
  return {
    number,
    status,
    statusLabel: speech.labels.status[status],
    category,
    categoryLabel: categoryView(tenant, category, speech).label,
    class: complaint.class,
    channel,
    receivedAt,
    dueAt,
    overdue: dueAt !== null && dueAt < now,
    outcome: dossier.answer?.outcome ?? null,
    laporId: dossier.lapor?.id ?? null,
  }
}

export function programCaseDetailsView(complaint: Complaint, seeing: Seeing): z.infer<typeof programCaseDetails> {
  const { tenant, speech, now } = seeing
  return {
    ...programCaseView(complaint, seeing),
    clocks: clockViews(complaint, tenant, speech, now).map(({ explanation: _, basis: __, ...clock }) => clock),
    history: complaint.dossier.history
      .filter((line) => line.public)
      .map(({ at, event }) => ({ at, event, label: speech.labels.event[event] })),
  }
}
