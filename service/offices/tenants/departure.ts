import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import type { SignedIn } from '../staff/signed-in.ts'

/** How many documents of a kind there are, and a digest over their names. */
export interface Inventory {
  readonly count: number
  /** SHA-256 in hex over the sorted ids. */
  readonly ids: string
}
export type Inventories = Readonly<Record<string, Inventory>>

/** What the new installation says that it has, signed with the tenant's own key, which went along. */
export interface Arrived {
  readonly unit: string
  /** The SHA-256 of the copy's list of sums, so of every part of the copy. */
  readonly sums: string
  readonly publicUrl: string
  readonly arrivedAt: string
  readonly documents: Inventories
}

/**
 * A tenant on its way to another installation; `id` is the tenant. After the deletion it is the record of it, and leads
 * who comes here to the new address.
 */
export interface Departure extends Kept {
  readonly exportedAt: Instant
  readonly sums: string
  readonly documents: Inventories
  /** The address of the new installation, once it confirmed. */
  readonly movedTo: string | null
  /** As it was signed. */
  readonly confirmation: string | null
  readonly confirmedAt: Instant | null
  /** Operators, by account. */
  readonly askedBy: string | null
  readonly allowedBy: string | null
  readonly allowedAt: Instant | null
  readonly deletedAt: Instant | null
}

export const departureSpec: CollectionSpec<Departure> = {
  name: 'departures',
  keys: { due: ({ allowedAt, deletedAt }) => (deletedAt === null ? allowedAt : null) },
  indexes: { due: { on: ['due'], acrossTenants: true } },
}

/** Carries out what two operators decide. */
export interface DepartureDesk {
  /** @throws Refusal those of `confirmDeparture`, `departure/changed-since` */
  confirm(operator: SignedIn, unit: string, confirmation: string): Promise<Departure>
  /** @throws Refusal those of `allowDeletion` */
  allowDeletion(operator: SignedIn, unit: string): Promise<Departure>
}

const differs = (reason: string) => new Refusal('conflict', 'departure/not-confirmed', { reason })

/**
 * Compares what arrived with what was copied here.
 * @param arrived `null` if the confirmation is not signed by the tenant
 * @throws Refusal `session/confirmation-needed`, `departure/not-confirmed`, `departure/confirmed-already`
 */
export function confirmDeparture(
  departure: Departure,
  { account, session }: SignedIn,
  {
    confirmation,
    arrived,
    at,
  }: { readonly confirmation: string; readonly arrived: Arrived | null; readonly at: Instant },
): Departure {
  requireFreshConfirmation(session, at)
  if (departure.confirmedAt !== null) throw new Refusal('conflict', 'departure/confirmed-already')
  if (!arrived || arrived.unit !== departure.id) throw differs('signature')
  if (arrived.sums !== departure.sums) throw differs('copy')
  const names = new Set([...Object.keys(departure.documents), ...Object.keys(arrived.documents)])
  for (const name of names) {
    const [here, there] = [departure.documents[name], arrived.documents[name]]
    if (here?.count !== there?.count || here?.ids !== there?.ids) throw differs(name)
  }
  return { ...departure, movedTo: arrived.publicUrl, confirmation, confirmedAt: at, askedBy: account.id }
}

/**
 * Another operator than the one who brought the confirmation allows the deletion.
 * @throws Refusal `session/confirmation-needed`, `departure/not-confirmed`, `departure/same-person`
 */
export function allowDeletion(departure: Departure, { account, session }: SignedIn, at: Instant): Departure {
  requireFreshConfirmation(session, at)
  if (departure.confirmedAt === null) throw differs('missing')
  if (departure.askedBy === account.id) throw new Refusal('conflict', 'departure/same-person')
  return departure.allowedAt === null ? { ...departure, allowedBy: account.id, allowedAt: at } : departure
}

export const movedRefusal = (url: string): Refusal => new Refusal('gone', 'tenant/moved', { url })
export const notLeaving = (): Refusal => new Refusal('not-found', 'departure/unknown')
