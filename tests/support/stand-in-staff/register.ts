import type { CaseRegister, CaseView } from '../../../service/contract/case-view.ts'

function lineOf(one: CaseView): CaseRegister['items'][number] {
  const { number, status, category, class: kind, privacy, channel, receivedAt, subject, handler, clocks } = one
  const running = clocks.filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null)
  const [nearest] = running.sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  return {
    number,
    status,
    category: category.code,
    categoryLabel: category.label,
    class: kind,
    privacy,
    channel,
    receivedAt,
    subject,
    handler,
    labels: one.labels,
    laporId: one.lapor?.id ?? null,
    fromBook: one.fromBook !== null,
    offeredTo: one.offer?.office ?? null,
    destroyed: one.destroyed !== null,
    dueAt: nearest?.dueAt ?? null,
    overdue: nearest?.overdue ?? false,
    paused: null,
  }
}

const byDue = (one: { dueAt: string | null }, other: { dueAt: string | null }) =>
  (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9')

/** A page of the register by its query; the cursor is simply where the next page begins. */
export function listPage(cases: readonly CaseView[], query: URLSearchParams): CaseRegister {
  const statuses = query.get('status')?.split(',') ?? null
  const text = query.get('q')?.toLowerCase() ?? ''
  const category = query.get('category')
  const assignee = query.get('assignee')
  const isOverdueOnly = query.get('due') === 'overdue'
  const fitting = cases
    .filter(({ status }) => statuses?.includes(status) ?? true)
    .filter((one) => !category || one.category.code === category)
    .filter(({ handler }) => !assignee || (assignee === 'none' ? handler === null : handler?.id === assignee))
    .filter(({ number, subject }) => `${number} ${subject}`.toLowerCase().includes(text))
    .map(lineOf)
    .filter(({ overdue }) => overdue || !isOverdueOnly)
    .sort(query.get('sort') === 'due_asc' ? byDue : (a, b) => b.receivedAt.localeCompare(a.receivedAt))
  const start = Number(query.get('cursor') ?? 0)
  const end = start + Number(query.get('limit') ?? 25)
  const counts = countsOf(cases)
  const nextCursor = end < fitting.length ? String(end) : null
  return {
    items: fitting.slice(start, end),
    nextCursor,
    total: null,
    partial: 0,
    counts,
    sealedWrong: [],
    leftOut: [],
    labels: [],
  }
}

export function countsOf(cases: readonly Pick<CaseView, 'status'>[]): CaseRegister['counts'] {
  const counts: CaseRegister['counts'] = {}
  for (const { status } of cases) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
