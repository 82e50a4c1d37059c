import type { ArrivalState, FileRefusal, IgnoreReason, InboundChannel } from '../complaints/vocabulary.ts'
import type { WrappedKey } from '../identity/vault.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { GuardMark } from '../staff/staff-member.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { AnnouncedFile } from './announcement.ts'

/** A file that came with a message and waits in the unit's held evidence. */
export interface ArrivedFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

export interface RefusedFile {
  readonly name: string
  readonly why: FileRefusal
}

/** All that says who wrote, and what. Sealed as one piece under a key of the message. */
export interface ArrivalContent {
  /** The provider's own id, by which the rest is fetched. */
  readonly providerId: string
  /** An e-mail address in small letters, or country code and digits. */
  readonly from: string | null
  readonly fromName: string | null
  readonly recipients: readonly string[]
  readonly subject: string
  /** What a mail says it answers. */
  readonly refersTo: string
  readonly text: string
  /** What stands below the words: what they answer, a signature. */
  readonly quoted: string
  readonly media: readonly AnnouncedFile[]
  readonly files: readonly ArrivedFile[]
  readonly refused: readonly RefusedFile[]
  /** The case that it answers, as we know it; for a draft the one that it could not go to. */
  readonly answers: string | null
  /** A number that the writer names. Anybody can name one. */
  readonly mentions: string | null
  /** Why an officer set it aside. */
  readonly discardedBecause: string | null
}

/** A message from outside, from the moment at which it lies in the store. */
export interface Arrival {
  readonly tenant: TenantId
  /** A keyed hash of the channel and the provider's id: what comes twice has it twice. */
  readonly id: string
  readonly version: number
  readonly channel: InboundChannel
  readonly arrivedAt: Instant
  readonly state: ArrivalState
  readonly ignoredFor: IgnoreReason | null
  /** When it must be looked at again; `null` once it is settled. */
  readonly nextTryAt: Instant | null
  readonly tries: number
  /** Keyed hashes of who wrote it and of what it says, by which floods and repeats are known. */
  readonly senderMark: string | null
  readonly messageMark: string | null
  /** From whose eyes it is kept, because it names them. */
  readonly marks: readonly GuardMark[]
  /** The sealed file of the whole mail, where it was handed to us. */
  readonly rawId: string | null
  readonly acknowledgedAt: Instant | null
  /** When it is destroyed; `null`: not by itself. */
  readonly forgetAt: Instant | null
  readonly key: WrappedKey
  readonly content: ArrivalContent
}

/** What nobody has to look at, and what was set aside, is kept for so long. */
export const KEPT_FOR = 30 * DAY

/** So long is it known that a message came already. */
const KNOWN_FOR = 90 * DAY

/** Waits between tries to read a message or to fetch the rest of it. */
const waits = [2 * SECOND, 20 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 360 * MINUTE, DAY] as const

/** The message after a try that failed; `null` when it is left to a person as it is. */
export function triedAgain(arrival: Arrival, at: Instant): Arrival | null {
  const wait = waits[arrival.tries]
  return wait === undefined ? null : { ...arrival, tries: arrival.tries + 1, nextTryAt: plusMilliseconds(at, wait) }
}

const settled = { nextTryAt: null } as const

export const ignored = (arrival: Arrival, ignoredFor: IgnoreReason, at: Instant): Arrival => ({
  ...arrival,
  ...settled,
  state: 'ignored',
  ignoredFor,
  forgetAt: plusMilliseconds(at, KEPT_FOR),
})

export const draftOf = (arrival: Arrival, marks: readonly GuardMark[]): Arrival => ({
  ...arrival,
  ...settled,
  state: 'draft',
  ignoredFor: null,
  marks,
  forgetAt: null,
})

/** What lies elsewhere now: nothing of it is kept but that it came. @param key a new one; the old one goes */
export const gone = (arrival: Arrival, state: 'on_case' | 'completed' | 'attached', key: WrappedKey, at: Instant) =>
  ({
    ...arrival,
    ...settled,
    state,
    marks: [],
    forgetAt: plusMilliseconds(at, KNOWN_FOR),
    key,
    content: emptyContent,
  }) satisfies Arrival

/** Set aside by an officer; the reason goes with it. */
export const discarded = (arrival: Arrival, because: string, at: Instant): Arrival => ({
  ...arrival,
  ...settled,
  state: 'discarded',
  forgetAt: plusMilliseconds(at, KEPT_FOR),
  content: { ...arrival.content, discardedBecause: because },
})

/** An officer takes up what nobody was to look at, or what was set aside. @throws Refusal `inbound/settled` */
export function takenUp(arrival: Arrival): Arrival {
  refuseUnlessIn(arrival, ['ignored', 'discarded'])
  return { ...draftOf(arrival, arrival.marks), content: { ...arrival.content, discardedBecause: null } }
}

/** @throws Refusal `inbound/settled` where an officer has nothing to decide any more */
export function refuseUnlessIn({ state }: Arrival, allowed: readonly ArrivalState[]): void {
  if (!allowed.includes(state)) throw new Refusal('conflict', 'inbound/settled')
}

const emptyContent: ArrivalContent = {
  providerId: '',
  from: null,
  fromName: null,
  recipients: [],
  subject: '',
  refersTo: '',
  text: '',
  quoted: '',
  media: [],
  files: [],
  refused: [],
  answers: null,
  mentions: null,
  discardedBecause: null,
}

export const unknownArrival = () => new Refusal('not-found', 'inbound/unknown')
