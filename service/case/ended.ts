import type { Ending, Status } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Complaint } from './shape/complaint.ts'

const last: readonly Status[] = ['closed', 'declined', 'forwarded', 'merged', 'withdrawn']

/**
 * Returns when the last clock stopped and nothing more could happen by itself. It is `null` while the case is open or
 * the reporter can object.
 */
export function endedAt({
  status,
  clocks,
  receivedAt,
  imported,
}: Pick<Complaint, 'status' | 'clocks' | 'receivedAt' | 'imported'>): Instant | null {
  if (!last.includes(status) || clocks.some(({ stoppedAt }) => stoppedAt === null)) return null
  return clocks.reduce(
    (latest, { stoppedAt }) => (stoppedAt && stoppedAt > latest ? stoppedAt : latest),
    imported?.endedAt ?? receivedAt,
  )
}

/** Returns `null` for a case that is open, or was closed without an answer. */
export function endingOf({ status, dossier, destroyed }: Complaint): Ending | null {
  if (destroyed) return destroyed.ending
  if (status === 'closed') return dossier.answer?.outcome ?? null
  return status === 'declined' || status === 'forwarded' || status === 'merged' || status === 'withdrawn'
    ? status
    : null
}

/** @throws Refusal `case/destroyed` */
export function refuseDestroyed({ destroyed }: Pick<Complaint, 'destroyed'>): void {
  if (destroyed) throw new Refusal('conflict', 'case/destroyed', { record: destroyed.record })
}

type Outline = Pick<Complaint, 'status' | 'clocks' | 'receivedAt' | 'imported' | 'identity' | 'heldSince' | 'destroyed'>

/** Retention lists find cases by these keys. */
export const retentionKeys = {
  endedAt: (complaint: Outline) => (complaint.destroyed ? null : endedAt(complaint)),
  identityEndedAt: (complaint: Outline) => (complaint.identity ? endedAt(complaint) : null),
  heldSince: ({ heldSince }: Outline) => heldSince ?? null,
}
