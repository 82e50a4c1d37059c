import type { Instant } from '../shared/instant.ts'
import { applyDecision } from './complaint.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'
import { newNotice } from './shape/notice.ts'

/** Staff saw the code: they entered the complaint, or gave the reporter a new code. */
export const isCodeKnownToStaff = ({ dossier }: Complaint): boolean =>
  dossier.codeKnownTo === null ? dossier.receivedBy.kind === 'staff' : dossier.codeKnownTo === 'staff'

interface NewCode {
  readonly codeHash: string
  readonly by: Actor
  /** Why an officer gave it. */
  readonly because?: string
}

/**
 * Gives the case another code; the one before opens it no more. The reporter is notified on each of their channels, because
 * a stranger who knew the code could do the same.
 */
export function replaceCode(complaint: Complaint, { codeHash, by, because }: NewCode, moment: Moment): Complaint {
  const codeKnownTo = by.kind === 'staff' ? 'staff' : 'reporter'
  const after = applyDecision(
    complaint,
    moment,
    { codeHash, dossier: { codeKnownTo } },
    { event: 'code_replaced', by, text: because },
  )
  return { ...after, notices: [...after.notices, ...onEveryChannel(complaint, moment, moment.at)] }
}

const onEveryChannel = ({ noticeChannels }: Complaint, { newId }: Moment, at: Instant) =>
  noticeChannels.map((channel) => newNotice(newId(), 'code_replaced', at, channel))
