import { mayOn, sees } from '../../case/access/case-access.ts'
import { momentUnder } from '../../case/access/case-actions.ts'
import { runningHandling } from '../../case/case-clocks.ts'
import { factsOf, fits, readsWords } from '../../case/case-rules.ts'
import { leaveOutTelling } from '../../case/covering.ts'
import { shortenClock } from '../../case/deadlines/clocks.ts'
import { noteOfRule } from '../../case/news.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor, HistoryLine, Moment, RuleRun } from '../../case/shape/history.ts'
import { identityOf } from '../../case/store/case-seals.ts'
import { MOST_SLIPS } from '../../case/tasks.ts'
import { effectsAt, type Rule, type RuleDoes } from '../../offices/rules.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { type Label, labelsInUse, MOST_ON_A_CASE, type TenantSettings } from '../../offices/tenants/tenant.ts'
import type { RuleEffect, RuleOutcome } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import type { DeskOffice } from '../case-act.ts'
import { dispatch, staffMeantBy } from '../dispatch.ts'
import { setLabel } from '../marks.ts'
import { note } from '../messages.ts'

export interface KnownUnit {
  /** Those who work there, with what they may do now. */
  readonly working: readonly StaffMember[]
  readonly members: readonly Membership[]
  /** They have as many open cases as the unit allows. */
  readonly full: ReadonlySet<StaffId>
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

/**
 * Lets the rules of the unit act for each event that the case waits with, in their order, each once. What they do is no
 * event, so that none makes another one act, and the case waits for nothing afterwards.
 * @param words the case as rules may read it: without the words that tell who an unnamed reporter is
 */
export function actByRules(
  complaint: Complaint,
  words: Pick<Complaint, 'category' | 'class' | 'channel' | 'dossier'>,
  rules: readonly Rule[],
  unit: KnownUnit,
  moment: Moment,
): Complaint {
  const facts = factsOf(words)
  let after: Complaint = { ...complaint, rulesDue: [] }
  for (const { event } of complaint.rulesDue) {
    for (const rule of rules) {
      const does = effectsAt(rule, event)
      if (does && fits(rule.when, facts)) after = actBy(rule, does)
    }
  }
  return { ...after, revision: complaint.revision }

  function actBy({ name }: Rule, does: Rule['does']): Complaint {
    const { complaint: done, ran } = carryOutEffects(after, does, unit, moment)
    if (ran.length === 0) return done
    const line: HistoryLine = {
      at: moment.at,
      event: 'rule_acted',
      by: { kind: 'system' },
      text: null,
      public: false,
      ran: { rule: name, effects: ran },
    }
    return { ...done, dossier: { ...done.dossier, history: [...done.dossier.history, line] } }
  }
}

const CASES_AT_ONCE = 50

/**
 * Lets rules act on the cases that wait for them. A case and what rules did to it are one write, so that a crash
 * neither loses nor doubles an effect.
 * @returns how many cases no longer wait
 */
export async function carryOutRules(ports: DeskOffice, onFault: (cause: unknown) => void): Promise<number> {
  let count = 0
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<DeskOffice['complaints']['awaitingRules']>> = await ports.complaints.awaitingRules(
      CASES_AT_ONCE,
      after,
    )
    for (const { tenant, number } of page.items) {
      // A case that fails does not block the others.
      count += await carryOut(ports, tenant, number).then(
        () => 1,
        (cause: unknown) => {
          onFault(cause)
          return 0
        },
      )
    }
    after = page.nextCursor
  } while (after)
  return count
}

async function carryOut(ports: DeskOffice, tenant: TenantId, number: string): Promise<void> {
  const { settings } = await ports.tenants.get(tenant)
  const rules = await ports.complaints.rules.on(tenant)
  const unit = await knowUnit(ports, tenant, rules, settings)
  const moment = momentUnder(settings, ports)
  const act = async (complaint: Complaint) =>
    complaint.rulesDue.length === 0
      ? complaint
      : actByRules(complaint, await readable(ports, complaint, rules), rules, unit, moment)
  try {
    await ports.complaints.change(tenant, number, act)
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    // The case has no room left for what they would do, so it waits no longer.
    await ports.complaints.change(tenant, number, (complaint) => ({ ...complaint, rulesDue: [] }))
  }
}

/** Where the reporter is not named, rules do not look at words that tell who they are, as the search does not. */
export const readable = async (
  { vault }: { readonly vault: Pick<Vault, 'open'> },
  complaint: Complaint,
  rules: readonly Pick<Rule, 'when'>[],
): Promise<Complaint> =>
  complaint.privacy === 'named' || !rules.some(({ when }) => readsWords(when))
    ? complaint
    : leaveOutTelling(complaint, await identityOf(vault, complaint))

async function knowUnit(
  { staff, complaints, templates }: DeskOffice,
  tenant: TenantId,
  rules: readonly Rule[],
  settings: TenantSettings,
): Promise<KnownUnit> {
  const { mostOpenCases } = settings
  const [working, members, kept] = await Promise.all([
    staff.working(tenant),
    staff.members(tenant),
    rules.some(({ does }) => does.template !== null) ? templates.list(tenant) : [],
  ])
  const given = rules.flatMap(({ does }) => does.assign ?? [])
  const loads = mostOpenCases && given.length > 0 ? await complaints.caseloads(tenant, given) : new Map()
  return {
    working,
    members,
    full: new Set(given.filter((id) => mostOpenCases && (loads.get(id) ?? 0) >= mostOpenCases)),
    templates: new Map(kept.map(({ id, name }) => [id, name])),
    labels: labelsInUse(settings),
  }
}
