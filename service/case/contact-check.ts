import type { CheckableChannel } from '../offices/notice-vocabulary.ts'
import { DAY, HOUR, type Instant, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { applyDecision } from './complaint.ts'
import { waitingCode, withCodeConfirmed } from './given-code.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { ContactCheck } from './shape/correspondence.ts'
import type { Moment } from './shape/history.ts'

/** A short message may take a while. */
const CODE_LASTS = HOUR
const MOST_TRIES = 5

/** The address may be somebody else's: it must not be flooded, nor its code guessed. */
const MOST_A_DAY = { codes: 3, wrongTries: 10 }

const endOf = ({ askedAt }: ContactCheck): Instant => plusMilliseconds(askedAt, CODE_LASTS)

/** Where an officer gave out a code, only what was asked for since then says that it is in the right hands. */
const lastOn = ({ dossier }: Complaint, channel: CheckableChannel): ContactCheck | undefined =>
  dossier.contactChecks.findLast(
    (check) => check.channel === channel && !check.replaced && check.askedAt > (waitingCode(dossier)?.at ?? ''),
  )

/** Checks of the last day, on all channels, whatever happened to the contact since. */
const ofTheDay = ({ contactChecks }: Pick<Dossier, 'contactChecks'>, now: Instant): readonly ContactCheck[] => {
  const dayAgo = plusMilliseconds(now, -DAY)
  return contactChecks.filter(({ askedAt }) => askedAt > dayAgo)
}

/** The limits of the code and of the day both count. */
function triesLeft({ dossier }: Complaint, check: ContactCheck, now: Instant): number {
  const today = ofTheDay(dossier, now).reduce((sum, { wrongTries }) => sum + wrongTries, 0)
  return Math.max(0, Math.min(MOST_TRIES - check.wrongTries, MOST_A_DAY.wrongTries - today))
}

export type ContactState =
  | { readonly state: 'unchecked' }
  | { readonly state: 'awaited'; readonly until: Instant; readonly triesLeft: number }
  | { readonly state: 'confirmed'; readonly at: Instant }

export function contactState(complaint: Complaint, channel: CheckableChannel, now: Instant): ContactState {
  const check = lastOn(complaint, channel)
  if (check?.confirmedAt) return { state: 'confirmed', at: check.confirmedAt }
  if (!check || endOf(check) <= now) return { state: 'unchecked' }
  const left = triesLeft(complaint, check, now)
  return left === 0 ? { state: 'unchecked' } : { state: 'awaited', until: endOf(check), triesLeft: left }
}

export function refuseMoreCodes(complaint: Complaint, channel: CheckableChannel, at: Instant): void {
  if (lastOn(complaint, channel)?.confirmedAt) throw new Refusal('conflict', 'contact/confirmed-already')
  const today = ofTheDay(complaint.dossier, at)
  const [first] = today
  const tries = today.reduce((sum, { wrongTries }) => sum + wrongTries, 0)
  if (first && (today.length >= MOST_A_DAY.codes || tries >= MOST_A_DAY.wrongTries)) {
    const wait = Date.parse(first.askedAt) + DAY - Date.parse(at)
    throw new Refusal('too-many', 'contact/too-many-codes', { retryAfter: Math.ceil(wait / SECOND) })
  }
}

/**
 * The code leaves on that channel only.
 * @param isWithheld the recipient gets none; the reporter's page looks the same
 */
export function addCode(
  complaint: Complaint,
  channel: CheckableChannel,
  moment: Moment,
  isWithheld = false,
): Complaint {
  const { at } = moment
  refuseMoreCodes(complaint, channel, at)
  const check: ContactCheck = {
    channel,
    askedAt: at,
    wrongTries: 0,
    confirmedAt: null,
    ...(isWithheld && { withheld: true }),
  }
  const trace = { event: 'contact_code', by: { kind: 'reporter' } } as const
  return applyDecision(
    complaint,
    moment,
    { dossier: { contactChecks: [...complaint.dossier.contactChecks, check] } },
    isWithheld ? trace : { ...trace, notice: 'contact_code', only: channel },
  )
}

/** `null` means that the code was withheld. */
export function awaitedNotice(complaint: Complaint, channel: CheckableChannel, now: Instant): string | null {
  const check = lastOn(complaint, channel)
  const notice = complaint.notices.find(
    ({ event, only, createdAt }) => event === 'contact_code' && only === channel && createdAt === check?.askedAt,
  )
  if ((!notice && !check?.withheld) || contactState(complaint, channel, now).state !== 'awaited') {
    throw new Refusal('conflict', 'contact/no-code')
  }
  return check?.withheld ? null : (notice?.id ?? null)
}

/** The right code proves that the reporter receives what is sent there. */
export const markContactConfirmed = (complaint: Complaint, channel: CheckableChannel, moment: Moment): Complaint =>
  applyDecision(
    complaint,
    moment,
    {
      dossier: {
        contactChecks: withLast(complaint, channel, (check) => ({ ...check, confirmedAt: moment.at })),
        ...withCodeConfirmed(complaint.dossier, moment.at),
      },
    },
    { event: 'contact_confirmed', by: { kind: 'reporter' } },
  )

/** It is no act, so nobody's page becomes outdated. */
export const countMissedCode = (complaint: Complaint, channel: CheckableChannel): Complaint => ({
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

/**
 * Checks of changed or withdrawn contacts are neither confirmed nor awaited any more; those of the last day still
 * count for the limits.
 * @param isReplaced selects channels; the default is all
 */
export function checksAfterChange(
  dossier: Pick<Dossier, 'contactChecks'>,
  now: Instant,
  isReplaced: (channel: CheckableChannel) => boolean = () => true,
): readonly ContactCheck[] {
  const today = new Set(ofTheDay(dossier, now))
  return dossier.contactChecks.flatMap((check) => {
    if (!isReplaced(check.channel) && !check.replaced) return [check]
    return today.has(check) ? [{ ...check, replaced: true as const }] : []
  })
}

const DIGITS = 6

/**
 * Returns the digits that one notice carries to one address. They are stored nowhere; sending and checking derive
 * them alike. @param hash keyed by the tenant, in base64url
 */
export function contactCode(hash: (text: string) => string, number: string, noticeId: string): string {
  const bytes = Buffer.from(hash(JSON.stringify(['contact-code', number, noticeId])), 'base64url')
  return String(bytes.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0')
}
