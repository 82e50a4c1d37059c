import { isDeputysPosition } from '../../case/access/case-actions.ts'
import type { NoticeQueues } from '../../case/notices/notice-queue.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import {
  approveUnasked,
  isReplaceable,
  type Letter,
  type NewLetter,
  replaceLetter,
  signedBy,
} from '../../keeping/letters/letter.ts'
import type { LetterStore } from '../../keeping/letters/letter-store.ts'
import type { Signatory } from '../../offices/tenants/letter-settings.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { makePaper, type PaperMaking } from './make-paper.ts'
import { coverLetter, openLetter } from './open-letter.ts'
import { tellCase } from './tell-case.ts'

export interface ReadyPorts extends PaperMaking {
  readonly complaints: Pick<NoticeQueues, 'record'>
}

const system: Actor = { kind: 'system' }

/**
 * Keeps a new letter, ready for printing where it needs no approval of its own. Where it cannot be, because an address
 * or a signatory is missing, it is a draft that people look over.
 */
export async function keepLetter(ports: ReadyPorts, tenant: Tenant, complaint: Complaint, draft: NewLetter) {
  const signing = signingOf(draft, complaint, tenant)
  try {
    while (signing) if (await keepReady(ports, tenant, complaint, draft, signing)) return
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
  }
  await ports.letters.add(draft, caseKeyOf(complaint))
}

/**
 * A crash leaves either no letter or one that is ready. Earlier versions left a draft in between, which is made ready.
 * @returns `false` where somebody else took its number
 */
async function keepReady(
  ports: ReadyPorts,
  tenant: Tenant,
  complaint: Complaint,
  draft: NewLetter,
  { by, ...signing }: Signing,
): Promise<boolean> {
  const kept = await ports.letters.find(tenant.id, draft.id)
  if (kept && (kept.state !== 'draft' || kept.revision > 0)) return true
  const letter = await coverLetter(ports, { ...draft, version: kept?.version ?? 0 }, complaint)
  const signed = { ...letter, content: { ...letter.content, ...signing } }
  const paper = await makePaper(ports, tenant, { letter: signed, complaint })
  const ready = approveUnasked(letter, paper, signing, { by, at: ports.now() })
  const key = caseKeyOf(complaint)
  return kept ? (await ports.letters.replace(ready, key)) !== null : ports.letters.add(ready, key)
}

type Signing = Pick<Letter['content'], 'signatory' | 'unsigned'> & { readonly by: Actor }

/** Returns how a letter is signed without being asked; `null` if it is not. */
function signingOf({ event, noticeId }: NewLetter, complaint: Complaint, { settings }: Tenant): Signing | null {
  const signer = signedBy[event]
  if (signer === 'nobody') return { by: system, signatory: null, unsigned: true }
  const at = complaint.notices.find(({ id }) => id === noticeId)?.createdAt
  const by = complaint.dossier.history.find((line) => line.event === event && line.at === at)?.by
  if (signer === 'approver' || by?.kind !== 'staff') return null
  // A handler may give the first answer of some categories, but a letter leaves in the name of the head.
  const isHandlers = event === 'answered' && by.id === complaint.handler
  if (isHandlers && settings.categories.some((one) => one.code === complaint.category && one.handlerAnswers))
    return null
  return { by, signatory: signatoryOf(by, settings.letters.signatories) }
}

/** The settings may know more of who decided: degree, rank and number. A deputy keeps the title of a deputy. */
function signatoryOf(
  { name, position }: Extract<Actor, { readonly kind: 'staff' }>,
  signatories: readonly Signatory[],
): Signatory {
  const known = signatories.find((one) => one.name === name || one.name.startsWith(`${name},`))
  if (!known) return { name, position, rank: '', nip: '' }
  return isDeputysPosition(position) ? { ...known, position } : known
}

/** Withdraws unprinted letters of a case for which this later one stands. */
export async function replaceUnprinted(
  ports: ReadyPorts,
  complaint: Complaint,
  by: string,
  earlier: Awaited<ReturnType<LetterStore['ofCases']>>,
): Promise<void> {
  const key = caseKeyOf(complaint)
  for (const kept of earlier) {
    if (kept.id === by || !kept.content || !isReplaceable(kept)) continue
    const { letter } = await openLetter(ports, kept, complaint)
    // Somebody who prints it at this moment was first.
    const replaced = await ports.letters.replace(replaceLetter(letter, by, { by: system, at: ports.now() }), key)
    if (replaced) await tellCase({ ...ports, deliverer: { wakeUp: () => {} } }, replaced)
  }
}
