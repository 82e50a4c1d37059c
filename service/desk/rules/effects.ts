import { mayOn, sees } from '../../case/access/case-access.ts'
import { runningHandling } from '../../case/case-clocks.ts'
import { shortenClock } from '../../case/deadlines/clocks.ts'
import { noteOfRule } from '../../case/news.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor, Moment, RuleRun } from '../../case/shape/history.ts'
import { MOST_SLIPS } from '../../case/tasks.ts'
import type { RuleDoes } from '../../offices/rules.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { type Label, MOST_ON_A_CASE } from '../../offices/tenants/tenant.ts'
import type { RuleEffect, RuleOutcome } from '../../offices/vocabulary.ts'
import type { StaffId } from '../../storage/place.ts'
import { staffMeantBy } from '../choose-handler.ts'
import { dispatch } from '../dispatch-complaint.ts'
import { setLabel } from '../set-label.ts'
import { note } from '../write-message.ts'

/** What is known of a unit where its rules act. */
export interface KnownUnit {
  /** Those who work there, with what they may do now. */
  readonly working: readonly StaffMember[]
  readonly members: readonly Membership[]
  /** They have as many open cases as the unit allows. */
  readonly full: ReadonlySet<StaffId>
  /** Names of templates by their ids. */
  readonly templates: ReadonlyMap<string, string>
  /** Labels that a case can still get. */
  readonly labels: readonly Label[]
}

type Ran = RuleRun['effects'][number]

interface Done {
  readonly complaint: Complaint
  readonly ran: readonly Ran[]
}

/** Returns `null` where there is nothing to do and nothing to tell. */
type Effect = (complaint: Complaint, does: RuleDoes, unit: KnownUnit, moment: Moment) => Done | null

/** A rule acts in nobody's name. */
const by: Actor = { kind: 'system' }

const sayRan = (effect: RuleEffect, outcome: RuleOutcome, who: string | null = null): Ran => ({ effect, outcome, who })

const nameIn = ({ members }: KnownUnit, staff: StaffId): string => members.find(({ id }) => id === staff)?.name ?? staff

/** Says why somebody gets no case from a rule; `null` if nothing speaks against it. */
function whyNot(complaint: Complaint, to: StaffId, unit: KnownUnit): Exclude<RuleOutcome, 'done'> | null {
  const member = unit.working.find(({ id }) => id === to)
  const may =
    member &&
    // People give out a case that is kept from somebody.
    complaint.guard === null &&
    mayOn(member, 'cases.handle', complaint) &&
    !member.asDeputy?.has('cases.handle') &&
    !staffMeantBy(complaint, unit.members).has(to) &&
    complaint.dossier.dispositions.length < MOST_SLIPS
  if (!may) return 'cannot'
  if (member.awayUntil) return 'away'
  return unit.full.has(to) ? 'full' : null
}

/** What a rule does to a case, in this order. A person who chose a handler is not overruled, so the first rule wins. */
const effects: Readonly<Record<RuleEffect, Effect>> = {
  assign(complaint, { assign: to }, unit, moment) {
    if (to === null || complaint.handler !== null || complaint.status !== 'in_progress') return null
    const because = whyNot(complaint, to, unit)
    const name = nameIn(unit, to)
    const member = unit.working.find(({ id }) => id === to)
    if (because || !member) return { complaint, ran: [sayRan('assign', because ?? 'cannot', name)] }
    const { position } = member
    const slip = { to, name, position, instructions: [], text: null, dueOn: null, done: null }
    return { complaint: dispatch(complaint, [slip], by, moment), ran: [sayRan('assign', 'done', name)] }
  },

  deadline(complaint, { workingDays }, _, moment) {
    const running = runningHandling(complaint.clocks)
    if (workingDays === null || !running) return null
    const shortened = shortenClock(running, workingDays, moment.calendar, moment.at)
    if (shortened === running) return null
    const clocks = complaint.clocks.map((clock) => (clock === running ? shortened : clock))
    return { complaint: { ...complaint, clocks }, ran: [{ ...sayRan('deadline', 'done'), until: shortened.dueAt }] }
  },

  label(complaint, { label: id }, { labels }, moment) {
    const label = labels.find((one) => one.id === id)
    const has = complaint.dossier.labels
    if (!label || has.includes(label.id) || has.length >= MOST_ON_A_CASE) return null
    const labelled = setLabel(complaint, { label: label.id, on: true }, by, moment, { labels })
    return { complaint: labelled, ran: [sayRan('label', 'done', label.name)] }
  },

  note(complaint, { note: text }, _, moment) {
    if (text === '') return null
    return { complaint: note(complaint, { text }, by, moment), ran: [sayRan('note', 'done')] }
  },

  template(complaint, { template }, { templates }) {
    const name = template === null ? undefined : templates.get(template)
    if (name === undefined || complaint.dossier.suggestedTemplate === template) return null
    const dossier = { ...complaint.dossier, suggestedTemplate: template }
    return { complaint: { ...complaint, dossier }, ran: [sayRan('template', 'done', name)] }
  },

  alert(complaint, { alert, alertHeads }, unit, moment) {
    const readers = new Set(unit.working.filter((member) => sees(member, complaint)).map(({ id }) => id))
    const notes = [
      ...alert.filter((id) => readers.has(id)).map((id) => noteOfRule(id, moment)),
      ...(alertHeads ? [noteOfRule(null, moment)] : []),
    ]
    const ran = [
      ...alert.map((id) => sayRan('alert', readers.has(id) ? 'done' : 'cannot', nameIn(unit, id))),
      ...(alertHeads ? [sayRan('alert', 'done')] : []),
    ]
    return ran.length > 0 ? { complaint: { ...complaint, alerts: [...complaint.alerts, ...notes] }, ran } : null
  },
}

/** Does all that a rule does at an event. The case keeps its revision, because no person acted. */
export function carryOutEffects(complaint: Complaint, does: RuleDoes, unit: KnownUnit, moment: Moment): Done {
  let after = complaint
  const ran: Ran[] = []
  for (const effect of Object.values(effects)) {
    const done = effect(after, does, unit, moment)
    if (!done) continue
    after = done.complaint
    ran.push(...done.ran)
  }
  return { complaint: after, ran }
}
