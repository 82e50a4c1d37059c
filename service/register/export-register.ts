import {
  countVisible,
  mayIn,
  mayOn,
  maySeeUnreadable,
  readVisiblePage,
  sees,
  type VisibleCounts,
} from '../case/access/case-access.ts'
import { refuseNaming } from '../case/access/case-actions.ts'
import { type CoverPorts, takeOut } from '../case/access/cover-for.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { identityOf } from '../case/store/case-seals.ts'
import type { UnreadableCase } from '../case/store/kept-complaint.ts'
import { type RegisterScope, refuseUnlessGranted, wholeRegister } from '../keeping/approvals/approval.ts'
import { type ApprovalPorts, takeApproval } from '../keeping/approvals/approvals.ts'
import { mayOpenIdentity, revealIdentity } from '../keeping/identity/identity.ts'
import type { ExportFormat } from '../offices/act-vocabulary.ts'
import { findLeaks } from '../offices/names/known-words.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Identity } from '../storage/vault.ts'
import { countCases } from './count-cases.ts'
import { queryFor, type RegisterFilter, type SearchedOn } from './register-filter.ts'

/** An export reads this many cases at once, which bounds its memory. */
const AT_ONCE = 100

/** Each exported identity is recorded on its case, which its reporter reads, and a PDF is composed in memory. */
const MOST_IDENTITIES = 200
const MOST_ON_PAPER = 500

type ExportPorts = ApprovalPorts & Pick<CoverPorts, 'staff'>

export interface ExportedCase {
  readonly complaint: Complaint
  readonly subject: string | null
  /** It is filled for a named reporter under a profile that includes it. */
  readonly identity: Pick<Identity, 'name' | 'address'> | null
}

export interface RegisterExport {
  readonly scope: RegisterScope
  /** Cases are streamed, oldest first; without cases, only the counts leave. */
  readonly leaves: { readonly cases: AsyncIterable<ExportedCase | UnreadableCase> } | { readonly counts: VisibleCounts }
}

export async function exportRegister(
  ports: ExportPorts,
  staff: StaffMember,
  { id, format }: { readonly id: string; readonly format: ExportFormat },
): Promise<RegisterExport> {
  requirePermission(staff, 'register.export')
  const approval = await ports.approvals.get(staff.tenant, id)
  refuseUnlessGranted(approval, 'export-register', staff.id, ports.now())
  const { reason, register } = approval.content
  const scope = register ?? wholeRegister
  const withIdentity = scope.profile === 'with_named_identity'
  if (withIdentity) requirePermission(staff, 'identity.open')
  const counts = scope.profile === 'statistics_only' ? countVisible(ports, staff) : null
  const { filter, asked } = await filterOf(ports, staff, scope)
  const query = queryFor(filter, staff, asked)
  // The check comes first, so that a refusal does not use up the approval. Hidden cases are not counted, because a
  // refusal at the limit would reveal them.
  const most = Math.min(withIdentity ? MOST_IDENTITIES : Infinity, format === 'pdf' ? MOST_ON_PAPER : Infinity)
  if (!counts && Number.isFinite(most) && ((await countCases(ports, staff, filter, asked)) ?? Infinity) > most)
    throw new Refusal('invalid', 'export/too-many', { most })
  if (withIdentity) await refuseNamingAny(ports, staff, query, reason)
  await takeApproval(ports, staff, id, 'export-register')
  await ports.record(staff.tenant, {
    by: staff.id,
    act: 'register.exported',
    subject: id,
    detail: `${format} ${scope.profile}`,
  })
  return { scope, leaves: counts ? { counts } : { cases: casesOf(ports, staff, { id, reason, query, withIdentity }) } }
}

/** Reporters read the purpose when their identity leaves, so it must name none of them. */
async function refuseNamingAny(ports: ApprovalPorts, staff: StaffMember, query: RegisterQuery, reason: string) {
  const { items } = await readVisiblePage(staff, { limit: MOST_IDENTITIES }, (paging) =>
    ports.complaints.list(staff.tenant, { ...query, ...paging }),
  )
  for (const complaint of items) await refuseNaming(ports, staff, complaint, reason)
}

type RegisterQuery = ReturnType<typeof queryFor>

async function filterOf(
  { tenants, now }: ApprovalPorts,
  staff: Pick<StaffMember, 'tenant'>,
  { from, to, category, status }: RegisterScope,
): Promise<{ readonly filter: RegisterFilter; readonly asked: SearchedOn }> {
  const { calendar, categories } = (await tenants.get(staff.tenant)).settings
  return {
    filter: {
      status,
      category: category ?? undefined,
      from: from ?? undefined,
      to: to ?? undefined,
      sort: 'received_asc',
    },
    asked: { now: now(), calendar, categories },
  }
}

interface Leaving {
  readonly id: string
  readonly reason: string
  readonly query: RegisterQuery
  readonly withIdentity: boolean
}

async function* casesOf(
  ports: ExportPorts,
  staff: StaffMember,
  { id, reason, query, withIdentity }: Leaving,
): AsyncGenerator<ExportedCase | UnreadableCase> {
  let left = 0
  try {
    let after: string | null = null
    do {
      const sealedWrong: UnreadableCase[] = []
      const page: Awaited<ReturnType<typeof ports.complaints.list>> = await ports.complaints.list(
        staff.tenant,
        { ...query, limit: AT_ONCE, ...(after && { after }) },
        (one) => sealedWrong.push(one),
      )
      for (const complaint of page.items) {
        if (!sees(staff, complaint) || !mayOn(staff, 'register.export', complaint)) continue
        const isShown = withIdentity && isReadable(complaint) && mayOpenIdentity(complaint, staff, ports.now())
        const request = { number: complaint.id, ground: 'other', reason } as const
        const identity = isShown ? await revealIdentity(ports, staff, request, { custodianAgreed: false }) : null
        left++
        yield { complaint, identity, subject: await harmlessSubject(ports, complaint) }
      }
      for (const one of sealedWrong) {
        if (maySeeUnreadable(staff, one) && mayIn(staff, 'register.export', one.category)) yield one
      }
      after = page.nextCursor
    } while (after)
  } finally {
    await ports.record(staff.tenant, { by: staff.id, act: 'register.rows_exported', subject: id, detail: String(left) })
  }
}

const isReadable = ({ privacy, dossier }: Complaint): boolean => privacy === 'named' && dossier.sealedTo === null

async function harmlessSubject(ports: ExportPorts, complaint: Complaint): Promise<string | null> {
  const { vault } = ports
  const { subject } = (await takeOut(ports, complaint)).dossier
  return findLeaks(subject, await identityOf(vault, complaint)).length > 0 ? null : subject
}
