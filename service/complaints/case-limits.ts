import { Refusal } from '../shared/refusal.ts'
import type { Complaint, Dossier } from './complaint.ts'

/**
 * How much of each list that does not move to older pages one case takes. Messages, notes, history, openings and
 * notices have no limit here: they move (`heldInCase`), and how fast they come is limited by time.
 */
export const caseLimits = {
  evidence: { most: 50, of: ({ evidence }) => evidence.length },
  dispositions: { most: 20, of: ({ dossier }) => dossier.dispositions.length },
  delays: { most: 60, of: ({ dossier }) => dossier.delays.length },
  /** Pauses and extensions. */
  clockReasons: { most: 100, of: ({ dossier }) => Object.keys(dossier.clockReasons).length },
  dataRequests: { most: 60, of: ({ dossier }) => dossier.dataRequests.length },
  identityRequests: { most: 100, of: ({ dossier }) => dossier.identityRequests.length },
  contactChecks: { most: 100, of: ({ dossier }) => dossier.contactChecks.length },
  breachNotices: { most: 20, of: ({ dossier }) => dossier.breachNotices.length },
  concerns: { most: 60, of: ({ dossier }) => dossier.concerns.length },
  joined: { most: 100, of: ({ dossier }) => dossier.joined.length },
  /** What joined cases were not told yet; it empties by itself within seconds. */
  passesOn: { most: 1_000, of: ({ dossier }) => dossier.passesOn.length },
  alerts: { most: 500, of: ({ alerts }) => alerts.length },
} as const satisfies Record<string, { readonly most: number; readonly of: (complaint: Complaint) => number }>

/** Bytes of JSON that a dossier may hold besides what moves to older pages. Sealed it is a third longer. */
const MOST_BYTES = 450_000

/** A dossier below this many characters of seal is not measured again. */
const LOOKS_FROM = 400_000

function bytesOf({ messages: _, notes: __, history: ___, identityOpenings: ____, ...rest }: Dossier): number {
  return Buffer.byteLength(JSON.stringify(rest))
}

/**
 * Refuses what makes a list of a case longer than it may be, or the case larger than a document should be, whatever act
 * it comes from. An act that adds nothing to what is full goes through, so a full case can still be answered, erased
 * and destroyed.
 * @throws Refusal `case/full`
 */
export function refuseFull(before: Complaint, after: Complaint, sealed: string): void {
  for (const { most, of } of Object.values(caseLimits)) {
    if (of(after) > most && of(after) > of(before)) throw new Refusal('conflict', 'case/full', { most })
  }
  if (sealed.length < LOOKS_FROM) return
  const bytes = bytesOf(after.dossier)
  if (bytes > MOST_BYTES && bytes > bytesOf(before.dossier)) throw new Refusal('conflict', 'case/full', {})
}
