import type { Context } from 'hono'
import { withReasons } from '../../case/case-clocks.ts'
import { daysOfClock, inGroups } from '../../case/deadlines/days-of-clock.ts'
import { nameForStaff, scanStateOf } from '../../case/evidence.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { Improvement } from '../../case/shape/handling.ts'
import type { Actor } from '../../case/shape/history.ts'
import { isSeries, type TimedAct, type TimedOrder } from '../../case/shape/timed-act.ts'
import type { UnreadableCase } from '../../case/store/kept-complaint.ts'
import { owesImprovement, stepsOf } from '../../case/tasks.ts'
import { wordsOf } from '../../case/timed-acts.ts'
import type { CaseEvidenceView, CaseView, SealedWrongLine } from '../../contract/case-view.ts'
import type { Checklist } from '../../contract/checklist.ts'
import type { ClockDaysView } from '../../contract/complaint-view.ts'
import type { LabelView } from '../../contract/labels.ts'
import { downloadOf, mayTakeOriginal, viewingKindFor, worksOn } from '../../desk/give-evidence.ts'
import { mayTick } from '../../desk/marks.ts'
import { actOrderOf, mayStop } from '../../desk/waiting-order.ts'
import { leavingOf, redactionOf } from '../../keeping/evidence/opened-evidence.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDateOf, localDayOf, localTimeOf, momentAt, nextOpening } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import {
  type Label,
  labelsInUse,
  labelsOn,
  quarantines,
  type Tenant,
  type TenantSettings,
} from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import type { Instant } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import { sentenceFor } from '../problem.ts'
import type { ViewWording } from '../view-wording.ts'
import { byName, evidenceView, type NameActor, type ViewContext } from './common-views.ts'

/** A file of a case as this person may see it, and how it leaves the unit. */
export const caseEvidenceView = (
  complaint: Complaint,
  item: EvidenceItem,
  viewer: StaffMember,
  { tenant, hasScanner }: ViewContext,
): CaseEvidenceView => ({
  ...evidenceView(complaint, item, quarantines(tenant.settings)),
  name: nameForStaff(complaint, item.id),
  shown: viewingKindFor(viewer, complaint, item),
  download: downloadOf(complaint, item),
  mayTakeOriginal: mayTakeOriginal(viewer, complaint, item),
  leaves: leavingOf(complaint, item, complaint.privacy !== 'named'),
  mayRedact: !complaint.destroyed && worksOn(viewer, complaint),
  redaction: redactionView(complaint, item),
  scan: scanStateOf(item, hasScanner),
  signature: item.scan?.verdict === 'infected' ? item.scan.signature : null,
})

function redactionView(complaint: Complaint, item: EvidenceItem): CaseEvidenceView['redaction'] {
  const decided = redactionOf(complaint, item.id)
  if (!decided) return null
  const { leaves, areas, by, at, because } = decided
  return { leaves, areas, by: by.kind === 'staff' ? `${by.name} (${by.position})` : '', at, because }
}

export function checklistView(complaint: Complaint, settings: TenantSettings, wording: ViewWording): Checklist {
  const name = byName(wording)
  const steps = stepsOf(complaint, settings).map(({ text, tick, isFormer }) => ({
    ...{ step: text.id, label: readIn(text, wording.language), former: isFormer },
    ticked: tick && { by: name(tick.by), at: tick.at },
  }))
  return { steps }
}

export const checklistOfCase = (
  complaint: Complaint,
  viewer: StaffMember,
  { tenant, wording }: ViewContext,
): Pick<CaseView, 'steps' | 'mayTick'> => ({
  ...checklistView(complaint, tenant.settings, wording),
  mayTick: mayTick(viewer, complaint),
})

/** One entry per clock, in the same order. A count in hours has no days. */
export function clockDaysView(
  { clocks, dossier }: Complaint,
  { settings: { calendar } }: Tenant,
  { clocks: wording }: ViewWording,
  now: Instant,
): ClockDaysView {
  return {
    clocks: withReasons(clocks, dossier.clockReasons).map((clock) => {
      const days = daysOfClock(clock, calendar, now)
      return {
        clock: clock.clock,
        label: wording.clocks[clock.clock],
        days: days.map(({ day, kind, count }) => ({ day, kind, count })),
        groups: inGroups(days).map((group) => wording.sayDays(group, clock.unit)),
      }
    }),
  }
}

type ImprovementView = Pick<CaseView, 'improvement' | 'owesImprovement'>

export function improvementView(complaint: Complaint, name: (by: Actor) => string): ImprovementView {
  const { improvement } = complaint.dossier
  return {
    owesImprovement: owesImprovement(complaint),
    improvement: improvement && {
      ...improvement,
      by: name(improvement.by),
      checkOn: complaint.improvementDue?.what === 'check' ? improvement.checkOn : null,
      proof: proofView(complaint, improvement.proof),
      checks: improvement.checks.map((check) => ({ ...check, by: name(check.by) })),
    },
  }
}

function proofView(
  complaint: Complaint,
  proof: Improvement['proof'],
): NonNullable<ImprovementView['improvement']>['proof'] {
  if (proof.kind === 'none') return proof
  const { kind, id, on } = proof
  return { kind, on, name: kind === 'paper' ? proof.paperNumber : nameForStaff(complaint, id) }
}

/** What waits in a case for its time, and a usual time for more. */
export function timedView(
  complaint: Complaint,
  viewer: StaffMember,
  name: NameActor,
  calendar: OfficeCalendar,
  now: Instant,
): Pick<CaseView, 'timed' | 'nextOpening'> {
  const { timedActs } = complaint.dossier
  const opening = nextOpening(momentAt(localDayOf(now, calendar) + 1, '00:00', calendar), calendar)
  return {
    timed: timedActs
      .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
      .map((one) => {
        const act = isSeries(one.order) ? 'series' : actOrderOf(one.order).act
        return {
          ...{ id: one.id, act, by: name(one.by), dueAt: one.dueAt, chosen: one.isChosen },
          text: textOf(one, complaint, viewer),
          own: one.by.id === viewer.id,
          mayStop: mayStop(viewer, one, complaint),
        }
      }),
    nextOpening: { day: localDateOf(opening, calendar), time: localTimeOf(opening, calendar) },
  }
}

function textOf({ order, by }: TimedAct, { dossier }: Complaint, viewer: StaffMember): string {
  if (isSeries(order)) return order.name
  // The other case may be hidden from others who see this one.
  if (order.act === 'merge' && by.id === viewer.id) return [intoOf(order), wordsOf(order)].filter(Boolean).join(': ')
  // A proposal is approved as it is.
  return wordsOf(order) || (order.act === 'answer' ? (dossier.proposal?.text ?? '') : '')
}

const intoOf = (order: TimedOrder & { readonly into?: string }): string => order.into ?? ''

type Settings = Pick<TenantSettings, 'labels'>

export const labelViews = (labels: readonly Label[]): LabelView[] =>
  labels.map(({ id, name, colour }) => ({ id, name, colour }))

export const labelsShown = (settings: Settings, ids: readonly string[]): LabelView[] =>
  labelViews(labelsOn(settings, ids))

export const labelsOfCase = (settings: Settings, ids: readonly string[]): Pick<CaseView, 'labels' | 'moreLabels'> => ({
  labels: labelsShown(settings, ids),
  moreLabels: labelViews(labelsInUse(settings).filter(({ id }) => !ids.includes(id))),
})

export const sealedWrongIn =
  (c: Context<AppEnv>) =>
  ({ number, status }: UnreadableCase): SealedWrongLine => ({
    ...{ number, status, code: 'case/sealed-wrong' },
    detail: sentenceFor('case/sealed-wrong', c.get('language')),
  })
