import { isNoCode, type Notice } from '../shape/notice.ts'

/** This many notices of one kind wait at most; later ones refer the reporter to their page. */
export const MOST_WAITING_OF_A_KIND = 3

const isWaiting = ({ state }: Notice): boolean => state === 'pending' || state === 'printing'

/**
 * Leaves waiting notices to the reporter's page if a later one of the same kind waits too. One that was not tried yet
 * goes out by itself, unless three later ones wait. The law requires a notice of each breach of personal data, so a
 * failed try alone overtakes none of these. A code is never overtaken.
 */
export function leaveOvertakenToPage(notices: readonly Notice[]): readonly Notice[] {
  const later = new Map<string, number>()
  let hasFolded = false
  const folded = notices.toReversed().map((notice): Notice => {
    if (!isWaiting(notice) || !isNoCode(notice)) return notice
    const kind = `${notice.event} ${notice.only ?? ''}`
    const count = later.get(kind) ?? 0
    later.set(kind, count + 1)
    const wasTried = notice.event !== 'data_breach' && notice.attempts.length > (notice.from ?? 0)
    if (count < MOST_WAITING_OF_A_KIND && !(wasTried && count > 0)) return notice
    hasFolded = true
    return { ...notice, state: 'unreachable', nextTryAt: null }
  })
  return hasFolded ? folded.toReversed() : notices
}
