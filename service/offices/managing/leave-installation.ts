import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import type { Arrived, Departure } from '../tenants/departure.ts'

/** Carries out what two operators decide. */
export interface DepartureDesk {
  /** `null` if the tenant was never copied to be moved. */
  of(unit: string): Promise<Departure | null>
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

export const notLeaving = (): Refusal => new Refusal('not-found', 'departure/unknown')
