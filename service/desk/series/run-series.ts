import type { Complaint } from '../../case/shape/complaint.ts'
import type { SeriesOrder, SeriesStep } from '../../case/shape/timed-act.ts'
import type { SeriesAct } from '../../offices/act-vocabulary.ts'
import type { RecordAccess } from '../../offices/log/access-log.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { ActPorts } from '../case-act.ts'
import { performAct } from '../case-acts.ts'
import type { PlannedStep } from './series-steps.ts'

/** The act of a series that was refused, and why. Nothing of the series is done then. */
export class SeriesRefusal extends Refusal {
  readonly act: SeriesAct

  constructor(act: SeriesAct, { kind, code, details, fields }: Refusal) {
    super(kind, code, details, fields)
    this.act = act
  }
}

export interface RanSeries {
  readonly complaint: Complaint
  readonly steps: readonly SeriesStep[]
  /** Writes in the access log what each act writes there. It is called once the case is saved. */
  readonly record: () => Promise<void>
}

/**
 * Does each step on the case as the step before left it, as this person. It writes nothing: the case that it returns
 * is saved as one.
 * @throws SeriesRefusal what `performAct` throws, and `series/template-elsewhere`
 */
export async function runSteps(
  ports: ActPorts,
  staff: StaffMember,
  complaint: Complaint,
  { name, plan }: { readonly name: string; readonly plan: readonly PlannedStep[] },
): Promise<RanSeries> {
  let after = complaint
  const steps: SeriesStep[] = []
  const lines: Parameters<RecordAccess>[] = []
  const inHand: ActPorts = {
    ...ports,
    record: async (...line) => void lines.push(line),
    // What the person typed in the forms of these acts is another text.
    unsent: { drop: async () => {} },
    complaints: {
      ...ports.complaints,
      async change(_, __, decide) {
        after = await decide(after)
        return after
      },
    },
  }
  for (const { act, fill } of plan) {
    try {
      const step = fill(after)
      if (!step) throw new Refusal('conflict', 'series/template-elsewhere')
      const at = { number: complaint.id, revision: after.revision }
      await doStep(act === 'verify' ? withoutSpreading(inHand, plan) : inHand, staff, step, at)
      steps.push(step)
    } catch (cause) {
      throw cause instanceof Refusal ? new SeriesRefusal(act, cause) : cause
    }
  }
  const record = async () => {
    for (const [tenant, line] of lines) await ports.record(tenant, line)
  }
  return { complaint: nameLines(complaint, after, staff, name), steps, record }
}

type At = { readonly number: string; readonly revision: number }

/** Every act has its own body, so each is performed by its own name. */
function doStep(ports: ActPorts, staff: StaffMember, step: SeriesStep, at: At): Promise<Complaint> {
  switch (step.act) {
    case 'verify':
      return performAct(ports, staff, step.act, at)
    case 'dispatch':
      return performAct(ports, staff, step.act, { ...step, ...at })
    case 'set-label':
      return performAct(ports, staff, step.act, { ...step, ...at })
    case 'note':
      return performAct(ports, staff, step.act, { ...step, ...at })
    case 'message':
      return performAct(ports, staff, step.act, { ...step, ...at })
  }
}

/** Where the series itself says who gets the case, the service does not give it to another one first. */
function withoutSpreading(ports: ActPorts, plan: readonly PlannedStep[]): ActPorts {
  if (!plan.some(({ act }) => act === 'dispatch')) return ports
  const get: ActPorts['tenants']['get'] = async (tenant) => {
    const found = await ports.tenants.get(tenant)
    return { ...found, settings: { ...found.settings, mostOpenCases: null } }
  }
  return { ...ports, tenants: { ...ports.tenants, get } }
}

function nameLines(before: Complaint, after: Complaint, staff: StaffMember, series: string): Complaint {
  const known = before.dossier.history.length
  const history = after.dossier.history.map((line, at) =>
    at >= known && line.by.kind === 'staff' && line.by.id === staff.id ? { ...line, series } : line,
  )
  // However many acts it has, the series is one change for those who look at the case.
  return { ...after, revision: before.revision + 1, dossier: { ...after.dossier, history } }
}

export const asOrder = (name: string, steps: readonly SeriesStep[]): SeriesOrder => ({ act: 'series', name, steps })
