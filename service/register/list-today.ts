import { categoriesOf, maySeeUnreadable, needsToRead, reads, sees } from '../case/access/case-access.ts'
import {
  CALLED_WITHIN,
  mayCall,
  objectionDeciders,
  seesToImprovement,
  type UnitNow,
  unitNowOf,
  whyNotDecide,
} from '../case/access/deciders.ts'
import type { Office } from '../case/office/office.ts'
import { asDeclared } from '../case/readers.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { ImprovementDue } from '../case/shape/handling.ts'
import type { WaitingCase } from '../case/store/complaint-reads.ts'
import { type UnreadableCase, waitingFor } from '../case/store/kept-complaint.ts'
import { improvementOwner, mayTellFor } from '../case/tasks.ts'
import { type ActName, acts, openActs } from '../desk/case-acts.ts'
import { carers } from '../desk/messages.ts'
import { listReminders, type ReminderOffice, type ReminderOnCase } from '../keeping/reminders/reminders.ts'
import type { Permission, StaffMember } from '../offices/staff/permissions.ts'
import { type CaseTask, caseTasks } from '../offices/vocabulary.ts'
import { type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { Bound, Query } from '../storage/collection.ts'

type OfficeToday = UnitNow & {
  /** Cases that are kept from somebody. From whom, the index does not tell. */
  readonly guarded: ReadonlySet<string>
}

type Asked = Omit<Query, 'limit' | 'after' | 'order'> & {
  /** The moment that the case waits for; the one of the index's order if absent. */
  readonly by?: string
}

/** A kind of work on one case: whose it is, which index lists it, and the act that ends it, the first that is open. */
interface CaseTaskRule {
  readonly by: readonly Permission[]
  readonly query: (staff: StaffMember, now: Instant) => Asked
  readonly ends: readonly ActName[]
  /** Whether a row of the index waits for this person; `null` where only the opened case tells. */
  readonly isFor?: (found: WaitingCase, staff: StaffMember, office: OfficeToday) => boolean | null
  /** What only the opened case tells: one that this leaves out is somebody else's, or nobody's. */
  readonly isOwn?: (staff: StaffMember, complaint: Complaint, office: UnitNow) => boolean
  /** So many are shown to one person at once; `MOST_TASKS` if absent. */
  readonly most?: number
}

/** Themselves, and those for whom they stand in. */
const ownHandlers = ({ id, standsInFor = [] }: StaffMember): readonly Bound[] => [id, ...standsInFor]

/** Cases without a handler, and those of handlers who are away with nobody in their place. */
const nobodyPresent = ({ unattended = [] }: StaffMember): readonly Bound[] => ['none', ...unattended]

const inStatus = (status: string) => (): Asked => ({ index: 'work', where: { status } })

const waits = (by: Parameters<typeof waitingFor>[0]) => (): Asked => ({ ...waitingFor(by), by })

/** What nobody handles yet is the verifier's. */
const handledOrWaiting =
  (by: 'unansweredSince' | 'untranscribedSince') =>
  (staff: StaffMember): Asked => ({
    ...waitingFor(by),
    by,
    also: {
      [by]: {},
      handler: [
        ...(staff.permissions.has('cases.handle') ? ownHandlers(staff) : []),
        ...(staff.permissions.has('cases.verify') ? nobodyPresent(staff) : []),
      ],
    },
  })

/** A person who signs also sees those of owners who are not there any more. */
const improvements =
  (what: ImprovementDue['what']) =>
  (staff: StaffMember, now: Instant): Asked => ({
    index: 'improvementDue',
    range: { to: now },
    also: {
      improvementWhat: what,
      ...(!staff.permissions.has('cases.approve') && { improvementOwner: ownHandlers(staff) }),
    },
  })

/** The index bears owner and category, which tell whose an improvement is unless the case is kept from its owner. */
function isImprovementFor(
  { number, keys: { improvementOwner: owner, category } }: WaitingCase,
  staff: StaffMember,
  { guarded, ...office }: OfficeToday,
): boolean | null {
  if (guarded.has(number)) return null
  const named = owner === 'none' ? null : String(owner)
  return seesToImprovement(staff, { category: String(category), guard: null }, named, office)
}

const isImprovementOf = (staff: StaffMember, complaint: Complaint, office: UnitNow): boolean =>
  seesToImprovement(staff, complaint, improvementOwner(complaint), office)

/** Calls are asked of somebody who has work of their own. */
const MOST_CALLS = 5

export const caseTaskRules = {
  reply: {
    by: ['cases.handle', 'cases.verify'],
    query: handledOrWaiting('unansweredSince'),
    ends: [],
    isOwn: needsToRead,
  },
  approval: { by: ['cases.approve'], query: inStatus('awaiting_approval'), ends: ['answer'] },
  objection: {
    by: acts['decide-objection'].by,
    query: inStatus('objected'),
    ends: ['decide-objection'],
    // An objection that somebody else decides, who is there, is not the work of who gave the answer.
    isOwn: (staff, complaint, office) =>
      objectionDeciders(complaint, office).as === null || whyNotDecide(staff, complaint, office) === null,
  },
  verification: { by: ['cases.verify'], query: inStatus('received'), ends: ['verify'], isOwn: needsToRead },
  dispatch: {
    by: ['cases.dispatch'],
    query: (staff) => ({ index: 'ownWork', where: { handler: nobodyPresent(staff), status: 'in_progress' } }),
    ends: ['dispatch'],
  },
  transcript: {
    by: ['cases.handle', 'cases.verify'],
    query: handledOrWaiting('untranscribedSince'),
    ends: ['transcribe'],
    isOwn: needsToRead,
  },
  handling: {
    by: ['cases.handle'],
    query: (staff) => ({ index: 'ownWork', where: { handler: ownHandlers(staff), status: 'in_progress' } }),
    // Nobody proposes to themselves.
    ends: ['answer', 'propose-answer'],
  },
  assistance: {
    by: ['cases.read'],
    query: waits('assistedSince'),
    ends: [],
    isFor: ({ keys }, staff) =>
      String(keys.assistedBy)
        .split(' ')
        .some((one) => mayTellFor(staff, one)),
  },
  identity: { by: ['identity.open_confidential'], query: waits('identityAskedAt'), ends: [] },
  data_request: { by: ['rights.answer'], query: waits('dataRequestDueAt'), ends: [] },
  undelivered: { by: carers, query: waits('undeliveredSince'), ends: [], isOwn: needsToRead },
  improvement_check: {
    by: acts['check-improvement'].by,
    query: improvements('check'),
    ends: ['check-improvement'],
    isFor: isImprovementFor,
    isOwn: isImprovementOf,
  },
  improvement: {
    by: acts['name-improvement'].by,
    query: improvements('name'),
    ends: ['name-improvement'],
    isFor: isImprovementFor,
    isOwn: isImprovementOf,
  },
  call: {
    by: acts['record-call'].by,
    query: (_, now) => ({ index: 'callable', range: { from: plusMilliseconds(now, -CALLED_WITHIN), to: now } }),
    ends: ['record-call'],
    isOwn: mayCall,
    isFor: ({ number }, _, { isDrawn }) => (isDrawn(number) ? null : false),
    most: MOST_CALLS,
  },
} as const satisfies Record<CaseTask, CaseTaskRule>

/** Work is counted exactly up to this; one more stands for all beyond. */
export const MOST_TASKS = 99

const READ_ON_BY = 4

/** So many rows of an index are read where it does not tell whose they are. */
const MOST_READ = 1_000

/** So many cases of one kind are among all kinds, so that a backlog of one hides no other. */
const MOST_OF_A_KIND = 10
const MOST_SHOWN = 25

export type TodayPorts = Office & ReminderOffice

export interface TaskCount {
  readonly kind: CaseTask
  readonly count: number
}

export interface TodayCase {
  readonly kind: CaseTask
  readonly complaint: Complaint
  /** The act that ends the wait, where this person may do it now, or once they have declared. */
  readonly act: ActName | null
  /** They read it once they have declared that it does not concern them. */
  readonly declares: boolean
}

export interface Today {
  readonly counts: readonly TaskCount[]
  readonly items: readonly TodayCase[]
  /** Their own that are due, whatever kind of work is asked for. */
  readonly reminders: readonly ReminderOnCase[]
  readonly sealedWrong: readonly UnreadableCase[]
}

interface Found {
  readonly kind: CaseTask
  readonly cases: readonly WaitingCase[]
}

const isTheirs = (kind: CaseTask, { permissions }: StaffMember): boolean =>
  caseTaskRules[kind].by.some((permission) => permissions.has(permission))

/** Reads the indexes alone where they tell enough; a case that is hidden from the person is left out by its number. */
async function findTasks(ports: TodayPorts, staff: StaffMember, unit: UnitNow): Promise<readonly Found[]> {
  const { complaints } = ports
  const hidden = await complaints.guardedNumbers(staff.tenant, [...staff.guardMarks])
  const office: OfficeToday = { ...unit, guarded: await complaints.guardedNumbers(staff.tenant, null) }
  const find = async (kind: CaseTask): Promise<Found> => {
    const { by, query, isFor }: CaseTaskRule = caseTaskRules[kind]
    const { also, by: moment, ...asked } = query(staff, office.at)
    const limited = categoriesLimiting(staff, by)
    const narrowed = { ...also, ...(limited && { category: limited }) }
    const isSeen = (one: WaitingCase) => !hidden.has(one.number) && isFor?.(one, staff, office) !== false
    const cases = await readOn(
      (limit) => complaints.waiting(staff.tenant, { ...asked, also: narrowed, order: 'ascending', limit }, moment),
      isSeen,
      isFor ? MOST_READ : MOST_TASKS + 1 + hidden.size,
    )
    return leaveToOthers(ports, staff, { kind, cases }, office)
  }
  return countOnce(await Promise.all(caseTasks.filter((kind) => isTheirs(kind, staff)).map(find)))
}

/** Nearly all rows are for who asks, so as many are read as are counted; more only where too few of them are left. */
async function readOn(
  read: (limit: number) => Promise<readonly WaitingCase[]>,
  isSeen: (one: WaitingCase) => boolean,
  most: number,
): Promise<readonly WaitingCase[]> {
  for (let limit = MOST_TASKS + 1; ; limit = Math.min(limit * READ_ON_BY, most)) {
    const found = await read(limit)
    const seen = found.filter(isSeen)
    if (seen.length > MOST_TASKS || found.length < limit || limit >= most) return seen.slice(0, MOST_TASKS + 1)
  }
}

/** So many cases are opened with one question to the store. */
const OPENED_AT_ONCE = 25

/** Opens those of which only the case tells whose it is, until as many are found as are counted. */
async function leaveToOthers(
  ports: TodayPorts,
  staff: StaffMember,
  { kind, cases }: Found,
  office: OfficeToday,
): Promise<Found> {
  const { isFor, isOwn, most = MOST_TASKS + 1 }: CaseTaskRule = caseTaskRules[kind]
  if (!isOwn) return { kind, cases }
  const own: WaitingCase[] = []
  let at = 0
  while (at < cases.length && own.length < most) {
    const some = cases.slice(at, at + OPENED_AT_ONCE)
    const numbers = some.filter((one) => !isFor || isFor(one, staff, office) === null).map(({ number }) => number)
    const opened = await ports.complaints.several(staff.tenant, numbers, () => {})
    const others = new Set(opened.filter((one) => !isOwn(staff, one, office)).map(({ id }) => id))
    own.push(...some.filter(({ number }) => !others.has(number)))
    at += some.length
  }
  return { kind, cases: own.slice(0, most) }
}

/** A case that waits for two things is one piece of work, of the kind that comes first. */
function countOnce(found: readonly Found[]): readonly Found[] {
  const taken = new Set<string>()
  return found.map(({ kind, cases }) => {
    const own = cases.filter(({ number }) => !taken.has(number))
    for (const { number } of own) taken.add(number)
    return { kind, cases: own }
  })
}

/** Returns the categories of all held permissions among these; `null` if one of them holds everywhere. */
export function categoriesLimiting(staff: StaffMember, by: readonly Permission[]): readonly Bound[] | null {
  const held = by.filter((permission) => staff.permissions.has(permission))
  const limits = held.map((permission) => categoriesOf(staff, permission))
  return limits.includes(null) ? null : [...new Set(limits.flatMap((limit) => limit ?? []))]
}

const countsOf = (found: readonly Found[]): readonly TaskCount[] =>
  found.flatMap(({ kind, cases }) => (cases.length > 0 ? [{ kind, count: cases.length }] : []))

/** Counts what waits for somebody on single cases, each kind up to `MOST_TASKS`. Kinds without any are left out. */
export const countTasks = async (ports: TodayPorts, staff: StaffMember): Promise<readonly TaskCount[]> =>
  countsOf(await findTasks(ports, staff, await officeNow(ports, staff)))

const officeNow = async (ports: TodayPorts, { tenant }: StaffMember): Promise<UnitNow> =>
  unitNowOf(ports, tenant, (await ports.tenants.get(tenant)).settings)

/**
 * Lists what waits for somebody on single cases: of one kind, or of all with the nearest date first.
 * @param only the kind; all if absent
 */
export async function listToday(ports: TodayPorts, staff: StaffMember, only?: CaseTask): Promise<Today> {
  const { complaints, record } = ports
  const { tenant, id } = staff
  const office = await officeNow(ports, staff)
  const found = await findTasks(ports, staff, office)
  const shown = chooseShown(found, only)
  const reminders = staff.permissions.has('cases.read') ? await listReminders(ports, staff, 'due') : []
  if (shown.size + reminders.length > 0)
    await record(tenant, { by: id, act: 'register.read', subject: null, detail: 'today' })
  const sealedWrong: UnreadableCase[] = []
  const opened = await complaints.several(tenant, [...shown.keys()], (one) => sealedWrong.push(one))
  const items = opened.flatMap((complaint): TodayCase[] => {
    const kind = shown.get(complaint.id)
    if (!kind || !sees(staff, complaint)) return []
    const { ends }: CaseTaskRule = caseTaskRules[kind]
    const declares = needsToRead(staff, complaint) && !reads(staff, complaint)
    const open = openActs(staff, declares ? asDeclared(complaint, staff.id) : complaint, office)
    return [{ kind, complaint, act: ends.find((act) => open.includes(act)) ?? null, declares }]
  })
  return {
    counts: countsOf(found),
    items,
    reminders,
    sealedWrong: sealedWrong.filter((one) => maySeeUnreadable(staff, one)),
  }
}

function chooseShown(found: readonly Found[], only: CaseTask | undefined): ReadonlyMap<string, CaseTask> {
  const wanted = only ? found.filter(({ kind }) => kind === only) : found
  const most = only ? MOST_SHOWN : MOST_OF_A_KIND
  const near = wanted.flatMap(({ kind, cases }) => cases.slice(0, most).map((one) => ({ ...one, kind })))
  const byDate = near.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return new Map(byDate.slice(0, MOST_SHOWN).map(({ number, kind }) => [number, kind]))
}
