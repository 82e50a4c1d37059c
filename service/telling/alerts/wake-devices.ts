import { type DevicePorts, endpointsOf, keepPushDevices } from '../../offices/staff/push-devices.ts'
import { HOUR, SECOND } from '../../shared/instant.ts'
import type { CallOutside } from '../../shared/outbound.ts'
import type { StaffId } from '../../storage/place.ts'

export interface WakePorts extends DevicePorts {
  readonly callOutside: CallOutside
  /** Proves to the push service at that origin who asks. @see https://www.rfc-editor.org/rfc/rfc8292 */
  readonly signPush: (origin: string) => Promise<string>
}

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
export async function wakeDevices(ports: WakePorts, person: StaffId, topic: string): Promise<void> {
  const account = await ports.staff.account(person)
  if (!account?.pushDevices?.length) return
  const endpoints = Object.entries(await endpointsOf(ports, account))
  const isThere = await Promise.all(endpoints.map(([, endpoint]) => wake(ports, endpoint, topic)))
  const gone = endpoints.flatMap(([id], at) => (isThere[at] ? [] : [id]))
  await keepPushDevices(ports, person, ({ id }) => !gone.includes(id))
}

/** @returns whether the browser is still there, as far as can be known */
async function wake({ callOutside, signPush }: WakePorts, endpoint: string, topic: string): Promise<boolean> {
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
