import { type Complaint, decided, type Moment } from '../complaints/complaint.ts'
import type { CheckableChannel } from '../complaints/vocabulary.ts'
import { DAY, HOUR, type Instant, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'

/** A code that was sent to one of the reporter's contacts, to see whether it reaches them. */
export interface ContactCheck {
  readonly channel: CheckableChannel
  /** Names the notice that carried the code. */
  readonly askedAt: Instant
  readonly wrongTries: number
  readonly confirmedAt: Instant | null
}

/** A code is good for so long; a short message may take a while. */
const CODE_LASTS = HOUR
const MOST_TRIES = 5
/** Somebody else's address may have been given: it must not be flooded from here. */
const MOST_CODES_A_DAY = 3

const endOf = ({ askedAt }: ContactCheck): Instant => plusMilliseconds(askedAt, CODE_LASTS)

const lastOn = ({ dossier }: Complaint, channel: CheckableChannel): ContactCheck | undefined =>
  dossier.contactChecks.findLast((check) => check.channel === channel)

/** How a contact stands: nothing was sent, a code is awaited until then, or it is known to reach the reporter. */
export type ContactState =
  | { readonly state: 'unchecked' }
  | { readonly state: 'awaited'; readonly until: Instant; readonly triesLeft: number }
  | { readonly state: 'confirmed'; readonly at: Instant }

export function contactState(complaint: Complaint, channel: CheckableChannel, now: Instant): ContactState {
  const check = lastOn(complaint, channel)
  if (check?.confirmedAt) return { state: 'confirmed', at: check.confirmedAt }
  if (!check || endOf(check) <= now || check.wrongTries >= MOST_TRIES) return { state: 'unchecked' }
  return { state: 'awaited', until: endOf(check), triesLeft: MOST_TRIES - check.wrongTries }
}

/**
 * Sends a code to one of the reporter's contacts, on that channel and no other.
 * @throws Refusal `contact/confirmed-already`, `contact/too-many-codes`
 */
export function codeSent(complaint: Complaint, channel: CheckableChannel, moment: Moment): Complaint {
  const { at } = moment
  if (lastOn(complaint, channel)?.confirmedAt) throw new Refusal('conflict', 'contact/confirmed-already')
  const dayAgo = plusMilliseconds(at, -DAY)
  const today = complaint.dossier.contactChecks.filter((check) => check.channel === channel && check.askedAt > dayAgo)
  const [first] = today
  if (first && today.length >= MOST_CODES_A_DAY) {
    const wait = Date.parse(first.askedAt) - Date.parse(dayAgo)
    throw new Refusal('too-many', 'contact/too-many-codes', { retryAfter: Math.ceil(wait / SECOND) })
  }
  const check: ContactCheck = { channel, askedAt: at, wrongTries: 0, confirmedAt: null }
  return decided(
    complaint,
    moment,
    { dossier: { contactChecks: [...complaint.dossier.contactChecks, check] } },
    { event: 'contact_code', by: { kind: 'reporter' }, notice: 'contact_code', only: channel },
  )
}

/** The notice that carried the code which is awaited on a channel. @throws Refusal `contact/no-code` */
export function awaitedNotice(complaint: Complaint, channel: CheckableChannel, now: Instant): string {
  const check = lastOn(complaint, channel)
  const notice = complaint.notices.find(
    ({ event, only, createdAt }) => event === 'contact_code' && only === channel && createdAt === check?.askedAt,
  )
  if (!notice || contactState(complaint, channel, now).state !== 'awaited') {
    throw new Refusal('conflict', 'contact/no-code')
  }
  return notice.id
}

/** The right code came back: who writes on this case receives what is sent there. */
export const contactConfirmed = (complaint: Complaint, channel: CheckableChannel, moment: Moment): Complaint =>
  decided(
    complaint,
    moment,
    { dossier: { contactChecks: withLast(complaint, channel, (check) => ({ ...check, confirmedAt: moment.at })) } },
    { event: 'contact_confirmed', by: { kind: 'reporter' } },
  )

/** One of few tries is gone. It is no act: nobody's page becomes stale by it. */
export const codeMissed = (complaint: Complaint, channel: CheckableChannel): Complaint => ({
  ...complaint,
  dossier: {
    ...complaint.dossier,
    contactChecks: withLast(complaint, channel, (check) => ({ ...check, wrongTries: check.wrongTries + 1 })),
  },
})

function withLast(
  complaint: Complaint,
  channel: CheckableChannel,
  change: (check: ContactCheck) => ContactCheck,
): readonly ContactCheck[] {
  const last = lastOn(complaint, channel)
  return complaint.dossier.contactChecks.map((check) => (check === last ? change(check) : check))
}
