import type { WrappedTenantKey } from '../../sealing/wrapped-key.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { StaffId } from '../../storage/place.ts'

/** A wrapping is one way to open a tenant's key; all ways lead to the same key. */
export interface Wrapping {
  readonly id: string
  readonly by: StaffId
  readonly at: Instant
  readonly wrapped: WrappedTenantKey
}

/**
 * Browsers seal identities for this key. A custodian makes it, it applies once a second person confirms it, and it
 * stays when another one follows, because nothing else opens what was sealed for it.
 */
export interface SealingKey {
  readonly id: string
  readonly publicKey: string
  readonly fingerprint: string
  readonly madeAt: Instant
  readonly madeBy: StaffId
  readonly confirmedAt: Instant | null
  readonly confirmedBy: StaffId | null
  readonly endAsked?: Doer | null
  readonly retiredAt: Instant | null
  readonly wrappings: readonly Wrapping[]
}

export type SealingKeys = readonly SealingKey[]

/** Returns the key for new identities; `undefined` means that sealing is off. */
export const activeKey = (keys: SealingKeys = []): SealingKey | undefined =>
  keys.find(({ confirmedAt, retiredAt }) => confirmedAt !== null && retiredAt === null)

export const waitingKey = (keys: SealingKeys): SealingKey | undefined =>
  keys.find(({ confirmedAt }) => confirmedAt === null)

export interface Doer {
  readonly by: StaffId
  readonly at: Instant
}

export interface MadeKey extends Pick<SealingKey, 'id' | 'publicKey' | 'fingerprint'> {
  readonly wrapping: Pick<Wrapping, 'id' | 'wrapped'>
}

export function withMadeKey(keys: SealingKeys, { wrapping, ...made }: MadeKey, { by, at }: Doer): SealingKeys {
  if (waitingKey(keys)) throw new Refusal('conflict', 'sealing/key-waits')
  if (keys.some(({ id }) => id === made.id)) throw new Refusal('conflict', 'sealing/key-known')
  const key: SealingKey = {
    ...made,
    madeAt: at,
    madeBy: by,
    confirmedAt: null,
    confirmedBy: null,
    retiredAt: null,
    wrappings: [{ ...wrapping, by, at }],
  }
  return [...keys, key]
}

const normaliseFingerprint = (fingerprint: string): string => fingerprint.replace(/[^0-9a-f]/gi, '').toUpperCase()

/**
 * Turns sealing on with the waiting key and retires the previous one. The confirming person types the fingerprint from
 * a sheet of the ceremony, so that nobody can swap the key in between.
 */
export function withConfirmedKey(keys: SealingKeys, fingerprint: string, { by, at }: Doer): SealingKeys {
  const waiting = waitingKey(keys)
  if (!waiting) throw new Refusal('conflict', 'sealing/no-key-waits')
  if (waiting.madeBy === by) throw new Refusal('forbidden', 'sealing/own-key')
  if (normaliseFingerprint(waiting.fingerprint) !== normaliseFingerprint(fingerprint)) {
    throw refuseField('sealing/other-fingerprint', 'fingerprint', 'invalid')
  }
  return keys.map((key) => (key === waiting ? { ...key, confirmedAt: at, confirmedBy: by } : retire(key, at)))
}

const retire = (key: SealingKey, at: Instant): SealingKey => ({
  ...key,
  endAsked: null,
  retiredAt: key.retiredAt ?? at,
})

/** The waiting key can be dropped, because nothing was sealed for it. */
export function withoutWaitingKey(keys: SealingKeys): SealingKeys {
  const waiting = waitingKey(keys)
  if (!waiting) throw new Refusal('conflict', 'sealing/no-key-waits')
  return keys.filter((key) => key !== waiting)
}

const END_WAITS_FOR = 7 * DAY

export const endAskedOf = ({ endAsked = null }: SealingKey, now: Instant): Doer | null =>
  endAsked && plusMilliseconds(endAsked.at, END_WAITS_FOR) > now ? endAsked : null

function activeOrRefuse(keys: SealingKeys): SealingKey {
  const active = activeKey(keys)
  if (!active) throw new Refusal('conflict', 'sealing/off')
  return active
}

const noEndWaits = () => new Refusal('conflict', 'sealing/no-end-waits')

/** Sealing goes on until a second person confirms its end. */
export function withEndAsked(keys: SealingKeys, doing: Doer): SealingKeys {
  const active = activeOrRefuse(keys)
  if (endAskedOf(active, doing.at)) throw new Refusal('conflict', 'sealing/end-waits')
  return keys.map((key) => (key === active ? { ...key, endAsked: doing } : key))
}

export function withoutEndAsked(keys: SealingKeys, { at }: Doer): SealingKeys {
  const active = activeOrRefuse(keys)
  if (!endAskedOf(active, at)) throw noEndWaits()
  return keys.map((key) => (key === active ? { ...key, endAsked: null } : key))
}

/** A second person turns sealing off. What is sealed stays so. */
export function withSealingEnded(keys: SealingKeys, { by, at }: Doer): SealingKeys {
  const active = activeOrRefuse(keys)
  const asked = endAskedOf(active, at)
  if (!asked) throw noEndWaits()
  if (asked.by === by) throw new Refusal('forbidden', 'sealing/own-end')
  return keys.map((key) => (key === active ? retire(key, at) : key))
}

const MOST_WRAPPINGS = 20

function changedKey(keys: SealingKeys, id: string, change: (key: SealingKey) => SealingKey): SealingKeys {
  if (!keys.some((key) => key.id === id)) throw new Refusal('not-found', 'sealing/key-unknown')
  return keys.map((key) => (key.id === id ? change(key) : key))
}

/** Adds a way to open a key. A passphrase replaces the previous one of the same person. */
export function withWrapping(
  keys: SealingKeys,
  key: string,
  wrapping: Pick<Wrapping, 'id' | 'wrapped'>,
  { by, at }: Doer,
): SealingKeys {
  return changedKey(keys, key, (before) => {
    const isReplaced = (one: Wrapping) =>
      one.by === by && one.wrapped.way === 'passphrase' && wrapping.wrapped.way === 'passphrase'
    const others = before.wrappings.filter((one) => !isReplaced(one))
    if (others.length >= MOST_WRAPPINGS) throw new Refusal('conflict', 'sealing/too-many', { most: MOST_WRAPPINGS })
    return { ...before, wrappings: [...others, { ...wrapping, by, at }] }
  })
}

/** The last way to open a key cannot be removed. */
export function withoutWrapping(keys: SealingKeys, key: string, wrapping: string): SealingKeys {
  return changedKey(keys, key, (before) => {
    const wrappings = before.wrappings.filter(({ id }) => id !== wrapping)
    if (wrappings.length === before.wrappings.length) throw new Refusal('not-found', 'sealing/key-unknown')
    if (wrappings.length === 0) throw new Refusal('conflict', 'sealing/last-way')
    return { ...before, wrappings }
  })
}
