import { mayOn, sees } from '../../case/access/case-access.ts'
import type { AlertNote, Duty } from '../../case/shape/notice.ts'
import type { AlertedCase, CaseToTell } from '../../case/store/first-notices.ts'
import type { News } from '../../offices/inbox/inbox.ts'
import { tellPerson } from '../../offices/inbox/telling.ts'
import type { Permission, StaffMember } from '../../offices/staff/permissions.ts'
import { listSuperiorsOfHeads } from '../../offices/staff/posts.ts'
import { endpointsOf, keepPushDevices } from '../../offices/staff/push-devices.ts'
import { HOUR, SECOND } from '../../shared/instant.ts'
import { createWakeUp, giveWay } from '../../shared/repeat.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { passNewsOn } from '../webhooks/webhook-delivery.ts'
import type { AlertOffice } from './alerts.ts'

/**
 * Alerts those whose duty it is, who see the case, and who did not do it themselves. People from whom the guard keeps
 * the case are never among them.
 * @param superiors those above the tenant's heads
 */
export function recipientsOf(
  { kind, duty, by, to }: Pick<AlertNote, 'kind' | 'duty' | 'by' | 'to'>,
  complaint: AlertedCase,
  members: readonly StaffMember[],
  superiors: readonly string[],
): readonly StaffId[] {
  const readers = members.filter((member) => sees(member, complaint))
  const present = inPlaceOf(readers)
  if (kind === 'clock_escalated') return readers.map(({ id }) => id).filter((id) => superiors.includes(id))
  const named = readers.filter(({ id }) => id === to)
  const meant = to ? present(named) : onDuty(kind, duty, complaint, readers)
  // They ordered it, so they learn that it was not done, although somebody stands in for them.
  const authors = kind === 'not_sent' ? named : []
  const bosses = kind === 'clock_over' || kind === 'no_room' ? able('cases.approve', complaint, readers) : []
  const ids = [...meant, ...authors, ...bosses].map(({ id }) => id)
  // The steward of a rerouted new case gets another alert.
  const isAlertedAlready = (id: StaffId) => kind === 'new_case' && id === complaint.handler
  const others = [...new Set(ids)].filter((id) => id !== by && !isAlertedAlready(id))
  // Of what a head opened, those above them hear.
  const above = kind === 'case_opened' && others.length === 0 ? able('objections.decide', complaint, readers) : []
  return [...others, ...above.map(({ id }) => id).filter((id) => id !== by)]
}

const able = (permission: Permission, complaint: AlertedCase, among: readonly StaffMember[]) =>
  among.filter((member) => mayOn(member, permission, complaint))

/** Those of them who are present, and the deputies of the others; all of them if that leaves nobody. */
const inPlaceOf =
  (readers: readonly StaffMember[]) =>
  (some: readonly StaffMember[]): readonly StaffMember[] => {
    const here = some.filter(isPresent)
    const away = some.filter((one) => !isPresent(one)).map(({ id }) => id)
    const deputies = readers.filter(({ standsInFor = [] }) => standsInFor.some((id) => away.includes(id)))
    return orAll([...new Set([...here, ...deputies])], some)
  }

const isPresent = ({ awayUntil }: StaffMember): boolean => awayUntil === undefined

function onDuty(
  kind: AlertNote['kind'],
  duty: Duty,
  complaint: AlertedCase,
  readers: readonly StaffMember[],
): readonly StaffMember[] {
  const present = inPlaceOf(readers)
  switch (duty) {
    case 'verification': {
      // A head may verify too, but is alerted only if nobody else can.
      const verifiers = present(able('cases.verify', complaint, readers))
      return orAll(
        verifiers.filter((member) => !mayOn(member, 'cases.approve', complaint)),
        verifiers,
      )
    }
    case 'handling': {
      const handler = present(readers.filter(({ id }) => id === complaint.handler))
      return handler.some(isPresent) ? handler : orAll(onDuty(kind, 'verification', complaint, readers), handler)
    }
    case 'approval': {
      // Somebody other than the answerer decides an objection: another head, or else those above.
      const heads = able('cases.approve', complaint, readers)
      const others = heads.filter(({ id }) => id !== complaint.answeredBy)
      if (others.some(isPresent)) return others.filter(isPresent)
      const above = kind === 'approval_waits' ? [] : able('objections.decide', complaint, readers).filter(isPresent)
      return orAll(above, orAll(others, present(heads)))
    }
    case 'custody':
      return present(able('identity.open_confidential', complaint, readers))
    case 'rights':
      return present(able('rights.answer', complaint, readers))
  }
}

const orAll = (some: readonly StaffMember[], all: readonly StaffMember[]) => (some.length > 0 ? some : all)

/** A browser that stays away longer learns of it from the list of the day. */
const STAYS_FOR = 12 * HOUR
const ANSWERS_WITHIN = 10 * SECOND
/** Answers are not used beyond their status. */
const MOST_BYTES = 1_024
/** Longer ones are refused. */
const MOST_OF_TOPIC = 32

/** The push service no longer knows the browser, or the address leads inside now. */
const goneStatuses: readonly number[] = [404, 410]

/**
 * Wakes the browsers of a person by requests without content: their carrier learns only that something waits.
 * A browser that is gone is forgotten.
 * @param topic a later request with the same one takes the place of an earlier that still waits
 * @see https://www.rfc-editor.org/rfc/rfc8030
 */
export async function wakeDevices(ports: AlertOffice, person: StaffId, topic: string): Promise<void> {
  const account = await ports.staff.account(person)
  if (!account?.pushDevices?.length) return
  const endpoints = Object.entries(await endpointsOf(ports, account))
  const isThere = await Promise.all(endpoints.map(([, endpoint]) => wake(ports, endpoint, topic)))
  const gone = endpoints.flatMap(([id], at) => (isThere[at] ? [] : [id]))
  await keepPushDevices(ports, person, ({ id }) => !gone.includes(id))
}

/** @returns whether the browser is still there, as far as can be known */
async function wake({ callOutside, signPush }: AlertOffice, endpoint: string, topic: string): Promise<boolean> {
  const answer = await callOutside({
    url: endpoint,
    method: 'POST',
    headers: {
      authorization: await signPush(new URL(endpoint).origin),
      ttl: String(STAYS_FOR / SECOND),
      topic: topic.slice(0, MOST_OF_TOPIC),
      'content-length': '0',
    },
    redirects: 0,
    mostBytes: MOST_BYTES,
    within: ANSWERS_WITHIN,
  })
  return answer.kind === 'answered' ? !goneStatuses.includes(answer.status) : answer.kind !== 'refused'
}

const CASES_AT_ONCE = 50

/** A round with fewer cases has taken all that waited; what is written meanwhile wakes the next one. */
const MANY = CASES_AT_ONCE / 2

/**
 * Moves what waits in cases into inboxes and into the queues of programs. A note leaves its case only when all have
 * it, and none gets it twice, also if a process dies in between or another does the same work.
 * @returns how many cases are done
 */
export async function tellStaff(ports: AlertOffice, onFault: (cause: unknown) => void): Promise<number> {
  const cases = await ports.complaints.casesToTell(CASES_AT_ONCE)
  let alerted = 0
  for (const tenant of new Set(cases.map((one) => one.tenant))) {
    const ofUnit = cases.filter((one) => one.tenant === tenant)
    // A tenant that fails does not block the others.
    const isAlerted = await tellUnit(ports, tenant, ofUnit).then(
      () => true,
      (cause: unknown) => onFault(cause),
    )
    if (isAlerted) alerted += ofUnit.length
  }
  return alerted
}

export interface Teller {
  start(): void
  wakeUp(): void
  stop(): Promise<void>
}

/** Event-loop turns that requests get between two rounds, because people wait for those. */
const TURNS_FOR_OTHERS = 4

/** The longest wait for what another process wrote, or for a retry. */
const LOOKS_EVERY = 2 * SECOND

export function createTeller(ports: AlertOffice, onFault: (cause: unknown) => void): Teller {
  const wakeUp = createWakeUp()
  let isRunning = false
  let rounds = Promise.resolve()

  async function run(): Promise<void> {
    while (isRunning) {
      const alerted = (await tellStaff(ports, onFault).catch(onFault)) ?? 0
      if (alerted < MANY) await wakeUp.wait(LOOKS_EVERY)
      await giveWay(TURNS_FOR_OTHERS)
    }
  }

  return {
    start() {
      if (isRunning) return
      isRunning = true
      rounds = run()
    },
    wakeUp: wakeUp.signal,
    stop() {
      isRunning = false
      wakeUp.signal()
      return rounds
    },
  }
}

async function tellUnit(ports: AlertOffice, tenant: TenantId, cases: readonly CaseToTell[]): Promise<void> {
  const [members, memberships] = await Promise.all([ports.staff.working(tenant), ports.staff.members(tenant)])
  for (const [person, news] of newsByPerson(cases, members, listSuperiorsOfHeads(memberships)))
    await tellPerson(ports, tenant, person, news)
  await passNewsOn(ports, tenant, cases)
  // Their writes share a commit.
  await Promise.all(
    cases.map(({ number, notes, news }) => ports.complaints.markAlerted(tenant, number, { notes, news })),
  )
}

function newsByPerson(
  cases: readonly CaseToTell[],
  members: readonly StaffMember[],
  superiors: readonly string[],
): Map<StaffId, News[]> {
  const found = new Map<StaffId, News[]>()
  for (const one of cases) {
    for (const note of one.notes) {
      for (const person of recipientsOf(note, one, members, superiors)) {
        const { id, kind, at } = note
        found.set(person, [...(found.get(person) ?? []), { id, kind, number: one.number, at }])
      }
    }
  }
  return found
}
