import type { Complaint } from '../../case/shape/complaint.ts'
import type { SeriesStep } from '../../case/shape/timed-act.ts'
import { type SeriesAct, seriesActs } from '../../offices/act-vocabulary.ts'
import type { Series, SeriesDoes } from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Template } from '../../offices/templates.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import { isOffered } from '../templates/offer-templates.ts'
import { fillTemplate } from '../templates/template-places.ts'

/** A series with the template of its message. */
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
