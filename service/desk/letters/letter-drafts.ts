import { changeCaseFor } from '../../case/access/case-access.ts'
import { actorOf, isDeputysPosition, refuseNaming } from '../../case/access/case-actions.ts'
import { takeOut } from '../../case/access/cover-for.ts'
import { caseValues } from '../../case/case-values.ts'
import { type LetterWriter, letterIdOf, startLetter } from '../../case/notices/notice-queue.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Notice } from '../../case/shape/notice.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import {
  approveUnasked,
  editLetter,
  giveBackLetter,
  isNeedless,
  isReplaceable,
  type Letter,
  type LetterDraft,
  type NewLetter,
  replaceLetter,
  signedBy,
  submitLetter,
  withdrawLetter,
} from '../../keeping/letters/letter.ts'
import type { LetterStore } from '../../keeping/letters/letter-store.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Signatory } from '../../offices/tenants/letter-settings.ts'
import { nextStepsOf, type Tenant } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import { chosenWording } from '../../offices/wording/read-wording.ts'
import { textFor } from '../../offices/wording/text-for.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import { carers } from '../messages.ts'
import {
  actOnLetter,
  coverLetter,
  type LetterOffice,
  type LetterRequest,
  letterStep,
  openLetter,
  tellCase,
} from './letter-access.ts'
import { makePaper, namePlace, type PrintOffice } from './letter-document.ts'

export interface EditRequest extends LetterRequest, Omit<LetterDraft, 'signatory'> {
  /** Index among the tenant's signatories. */
  readonly signatory: number
}

/** The text must not name the reporter, whom the approver need not know. */
export async function editDraft(
  ports: LetterOffice,
  staff: StaffMember,
  { id, revision, signatory: place, ...draft }: EditRequest,
) {
  const { settings } = await ports.tenants.get(staff.tenant)
  return actOnLetter(ports, staff, 'edit', { id, revision }, async ({ letter, complaint }) => {
    const signatory = settings.letters.signatories[place]
    if (!signatory) throw refuseField('request/invalid', 'signatory', 'invalid')
    await refuseNaming(ports, staff, complaint, [draft.subject, draft.body, draft.enclosures].join('\n'))
    return editLetter(letter, { ...draft, signatory }, staff.id)
  })
}

export const submitDraft = (ports: LetterOffice, staff: StaffMember, request: LetterRequest) =>
  actOnLetter(ports, staff, 'submit', request, ({ letter }) => submitLetter(letter, staff.id, letterStep(ports, staff)))

interface WithNote extends LetterRequest {
  readonly note: string
}

export const giveBack = (ports: LetterOffice, staff: StaffMember, { note, ...request }: WithNote) =>
  actOnLetter(ports, staff, 'give-back', request, async ({ letter, complaint }) => {
    await refuseNaming(ports, staff, complaint, note)
    return giveBackLetter(letter, letterStep(ports, staff, note))
  })

/** The reporter's next channel begins. */
export const withdraw = (ports: LetterOffice, staff: StaffMember, { note, ...request }: WithNote) =>
  actOnLetter(ports, staff, 'withdraw', request, async ({ letter, complaint }) => {
    await refuseNaming(ports, staff, complaint, note)
    return withdrawLetter(letter, letterStep(ports, staff, note))
  })

const system: Actor = { kind: 'system' }

/**
 * Keeps a new letter, ready for printing where it needs no approval of its own. Where it cannot be, because an address
 * or a signatory is missing, it is a draft that people look over.
 */
export async function keepLetter(ports: PrintOffice, tenant: Tenant, complaint: Complaint, draft: NewLetter) {
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
  ports: PrintOffice,
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
  ports: PrintOffice,
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

/**
 * The deliverer's letters. One that only says where the case stands, or tells of what the head decided, is ready to be
 * printed, and stands for earlier ones that were not printed; the others are drafts that people look over.
 */
export const letterWriter = (ports: PrintOffice): LetterWriter => ({
  isOn: async (tenant) => (await ports.tenants.get(tenant)).settings.letters.on,
  async draft({ tenant, number, notice }) {
    const complaint = await ports.complaints.get(tenant, number)
    const earlier = await ports.letters.ofCases(tenant, [number])
    const others = earlier.filter(({ noticeId }) => noticeId !== notice.id)
    if (isNeedless(notice.event, others)) return 'unneeded'
    const letter = await draftLetter(ports, complaint, notice, { kind: 'system' })
    await keepLetter(ports, await ports.tenants.get(tenant), complaint, letter)
    await replaceUnprinted(ports, complaint, letter.id, others)
    return 'drafted'
  },
})

/**
 * Words the letter. Its id follows from the notice and its earlier tries, so that drafting again after a crash makes no
 * second letter.
 */
async function draftLetter(ports: PrintOffice, complaint: Complaint, notice: Notice, by: Actor): Promise<NewLetter> {
  const { tenant, id: number, language, category } = complaint
  const { settings } = await ports.tenants.get(tenant)
  const { event } = notice
  const at = ports.now()
  const slot = { event, channel: 'letter', language } as const
  const { level, own } = await chosenWording(ports, tenant, slot, false)
  // Others may open the envelope, and the office keeps a copy.
  const leaving = await takeOut(ports, complaint, language)
  const next = event === 'received' ? nextStepsOf(settings, category, complaint.receivedAt) : null
  const telling = { language, timeZone: settings.calendar.timeZone, now: at, words: ports.letterLabels[language] }
  const { subject, text } = textFor({
    ...slot,
    level,
    privacy: complaint.privacy,
    own: own?.text ?? null,
    values: {
      ...caseValues(event, notice.createdAt, leaving, telling),
      // Writer and approver need not know the name: the machine fills it in at approval.
      name: namePlace(language),
      office: settings.name,
      officeShort: settings.shortName,
      nextSteps: next && readIn(next, language),
      number,
      link: ports.links.follow(tenant),
    },
  })
  return {
    ...{ tenant, number, category, language, event, noticeId: notice.id, state: 'draft', createdAt: at, changedAt: at },
    id: letterIdOf(notice),
    revision: 0,
    verifyId: ports.newId(),
    approved: null,
    postedOn: null,
    returned: null,
    tellsCaseAt: null,
    content: {
      ...{ subject, body: text, nature: 'ordinary', enclosures: '', signatory: null, courierNumber: null },
      writers: [],
      history: [{ at, by, state: 'draft', note: null }],
    },
  }
}

/** Notices that can still be sent by letter: no channel brought them, or none is left. */
const unread = ({ state }: Notice): boolean => state === 'failed' || state === 'unreachable'

/** Letters must be on, and the reporter must have given an address and agreed to letters. */
export const mayBecomeLetter = (
  { noticeChannels, destroyed }: Complaint,
  notice: Notice,
  lettersOn: boolean,
): boolean => lettersOn && !destroyed && unread(notice) && noticeChannels.includes('letter')

/** The draft of a notice that no channel delivered goes into the print queue at once. */
export async function sendByLetter(
  ports: PrintOffice,
  staff: StaffMember,
  { number, notice: id }: { readonly number: string; readonly notice: string },
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(staff.tenant)
  return changeCaseFor(ports, staff, carers, number, async (complaint) => {
    const notice = complaint.notices.find((one) => one.id === id)
    if (!notice) throw new Refusal('not-found', 'letter/notice-unknown')
    if (!unread(notice)) throw new Refusal('conflict', 'letter/notice-not-open')
    if (!settings.letters.on) throw new Refusal('conflict', 'letter/off')
    if (!complaint.noticeChannels.includes('letter')) throw new Refusal('conflict', 'letter/not-agreed')
    await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: number, detail: 'letter-draft' })
    await ports.letters.add(await draftLetter(ports, complaint, notice, actorOf(staff)), caseKeyOf(complaint))
    return { ...complaint, notices: complaint.notices.map((one) => (one === notice ? startLetter(one) : one)) }
  })
}
