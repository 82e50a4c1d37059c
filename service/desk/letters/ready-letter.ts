import { isDeputysPosition } from '../../case/access/case-actions.ts'
import type { NoticeQueues } from '../../case/notices/notice-queue.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import { approveUnasked, isReplaceable, type Letter, replaceLetter, signedBy } from '../../keeping/letters/letter.ts'
import type { LetterStore } from '../../keeping/letters/letter-store.ts'
import type { Signatory } from '../../offices/tenants/letter-settings.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { makePaper, type PaperMaking } from './make-paper.ts'
import { openLetter } from './open-letter.ts'
import { tellCase } from './tell-case.ts'

export interface ReadyPorts extends PaperMaking {
  readonly complaints: Pick<NoticeQueues, 'record'>
}

const system: Actor = { kind: 'system' }

/**
 * Makes a draft ready for printing where it needs no approval of its own. Where it cannot be, because an address or a
 * signatory is missing, it stays a draft that people look over.
 */
export async function readyLetter(ports: ReadyPorts, tenant: Tenant, complaint: Complaint, id: string): Promise<void> {
  const key = caseKeyOf(complaint)
  for (let kept = await ports.letters.find(tenant.id, id); kept; kept = await ports.letters.find(tenant.id, id)) {
    const { letter } = await openLetter(ports, kept, complaint)
    const signing = signingOf(letter, complaint, tenant)
    if (!signing || letter.state !== 'draft' || letter.revision > 0) return
    const { by, ...content } = signing
    const signed = { ...letter, content: { ...letter.content, ...content } }
    const paper = await makePaper(ports, tenant, { letter: signed, complaint }).catch(refusedAs)
    if (!paper) return
    if (await ports.letters.replace(approveUnasked(letter, paper, content, { by, at: ports.now() }), key)) return
  }
}

const refusedAs = (cause: unknown): null => {
  if (cause instanceof Refusal) return null
  throw cause
}

type Signing = Pick<Letter['content'], 'signatory' | 'unsigned'> & { readonly by: Actor }

/** Returns how a letter is signed without being asked; `null` if it is not. */
function signingOf({ event, noticeId }: Letter, complaint: Complaint, { settings }: Tenant): Signing | null {
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
