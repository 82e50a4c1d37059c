import type { Complaint } from '../../case/shape/complaint.ts'
import type { SeriesOrder, SeriesStep } from '../../case/shape/timed-act.ts'
import { type SeriesAct, seriesActs } from '../../offices/act-vocabulary.ts'
import type { RecordAccess } from '../../offices/log/access-log.ts'
import type { Series, SeriesDoes } from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Template } from '../../offices/templates.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { DeskOffice } from '../case-act.ts'
import { performAct } from '../case-acts.ts'
import { fillTemplate, isOffered } from '../templates/templates.ts'

export interface ReadySeries extends Pick<Series, 'name' | 'does'> {
  readonly template: Template | null
}

interface Filling {
  readonly settings: TenantSettings
  readonly staff: StaffMember
}

/** A step as the case stands when its turn comes; `null` where its template is not one for this case. */
export interface PlannedStep {
  readonly act: SeriesAct
  readonly fill: (complaint: Complaint) => SeriesStep | null
}

type Plan = (does: SeriesDoes, before: Complaint, template: Template | null, filling: Filling) => readonly PlannedStep[]

const as = (step: SeriesStep): PlannedStep => ({ act: step.act, fill: () => step })

const plans: Readonly<Record<SeriesAct, Plan>> = {
  verify: ({ verify }) => (verify ? [as({ act: 'verify' })] : []),

  dispatch: ({ assign, instruction }) =>
    assign === null ? [] : [as({ act: 'dispatch', handler: assign, ...(instruction && { instruction }) })],

  // A label that is as it should be needs no act.
  'set-label': ({ labels, labelsOff }, { dossier }) => [
    ...labelsOff.filter((id) => dossier.labels.includes(id)).map((label) => as({ act: 'set-label', label, on: false })),
    ...labels.filter((id) => !dossier.labels.includes(id)).map((label) => as({ act: 'set-label', label, on: true })),
  ],

  note: ({ note }) => (note === '' ? [] : [as({ act: 'note', text: note })]),

  message: ({ message }, _, template, filling) =>
    message === null
      ? []
      : [
          {
            act: 'message',
            fill(complaint) {
              if (template?.kind !== 'message' || !isOffered(template, complaint, ['message'])) return null
              const { text } = fillTemplate(template, { complaint, ...filling })
              return text === '' ? null : { act: 'message', text }
            },
          },
        ],
}

/** Returns the steps of a series on a case in their order. Labels that are set already, or off already, are left out. */
export const planSteps = (
  { does, template }: ReadySeries,
  complaint: Complaint,
  filling: Filling,
): readonly PlannedStep[] => seriesActs.flatMap((act) => plans[act](does, complaint, template, filling))

export const plannedAs = (steps: readonly SeriesStep[]): readonly PlannedStep[] => steps.map(as)

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
 */
export async function runSteps(
  ports: DeskOffice,
  staff: StaffMember,
  complaint: Complaint,
  { name, plan }: { readonly name: string; readonly plan: readonly PlannedStep[] },
): Promise<RanSeries> {
  let after = complaint
  const steps: SeriesStep[] = []
  const lines: Parameters<RecordAccess>[] = []
  const inHand: DeskOffice = {
    ...ports,
    record: async (...line) => void lines.push(line),
    // What the person typed in the forms of these acts is another text.
    unsent: { ...ports.unsent, drop: async () => {} },
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
function doStep(ports: DeskOffice, staff: StaffMember, step: SeriesStep, at: At): Promise<Complaint> {
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
function withoutSpreading(ports: DeskOffice, plan: readonly PlannedStep[]): DeskOffice {
  if (!plan.some(({ act }) => act === 'dispatch')) return ports
  const get: DeskOffice['tenants']['get'] = async (tenant) => {
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
