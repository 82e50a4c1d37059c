import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { CaseToTell } from '../../case/store/first-notices.ts'
import type { News } from '../../offices/inbox/inbox.ts'
import { type TellPorts, tellPerson } from '../../offices/inbox/telling.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { listSuperiorsOfHeads } from '../../offices/staff/posts.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { SECOND } from '../../shared/instant.ts'
import { createWakeUp, giveWay } from '../../shared/repeat.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { passNewsOn } from '../webhooks/pass-news-on.ts'
import type { WebhookStore } from '../webhooks/webhook-store.ts'
import { recipientsOf } from './recipients.ts'

interface TellAllPorts extends TellPorts {
  readonly staff: Pick<StaffDirectory, 'members' | 'findMember' | 'working'>
  readonly complaints: Pick<ComplaintStore, 'casesToTell' | 'markAlerted'>
  readonly webhooks: WebhookStore
}

const CASES_AT_ONCE = 50

/** A round with fewer cases has taken all that waited; what is written meanwhile wakes the next one. */
const MANY = CASES_AT_ONCE / 2

/**
 * Moves what waits in cases into inboxes and into the queues of programs. A note leaves its case only when all have
 * it, and none gets it twice, also if a process dies in between or another does the same work.
 * @returns how many cases are done
 */
export async function tellStaff(ports: TellAllPorts, onFault: (cause: unknown) => void): Promise<number> {
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

export function createTeller(ports: TellAllPorts, onFault: (cause: unknown) => void): Teller {
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

async function tellUnit(ports: TellAllPorts, tenant: TenantId, cases: readonly CaseToTell[]): Promise<void> {
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
