import { changeCaseFor } from '../../case/access/case-access.ts'
import { actorOf, type CaseActionPorts } from '../../case/access/case-actions.ts'
import { type CoverPorts, takeOut } from '../../case/access/cover-for.ts'
import { type CaseWords, caseValues } from '../../case/case-values.ts'
import { type LetterWriter, letterIdOf, startLetter } from '../../case/notices/notice-queue.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Notice } from '../../case/shape/notice.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { isNeedless, type NewLetter } from '../../keeping/letters/letter.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { nextStepsOf } from '../../offices/tenants/tenant.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { readIn } from '../../offices/translated.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { chosenWording } from '../../offices/wording/read-wording.ts'
import { textFor } from '../../offices/wording/text-for.ts'
import type { WordingStore } from '../../offices/wording/wording-store.ts'
import { Refusal } from '../../shared/refusal.ts'
import { carers } from '../undelivered-notices.ts'
import { namePlace } from './letter-document.ts'
import { keepLetter, type ReadyPorts, replaceUnprinted } from './ready-letter.ts'

export interface DraftPorts extends ReadyPorts, Pick<CoverPorts, 'staff'> {
  readonly complaints: Pick<ComplaintStore, 'get' | 'record'>
  readonly tenants: Pick<TenantDirectory, 'get'>
  readonly newId: () => string
  readonly wordings: WordingStore
  readonly letterLabels: Readonly<Record<Language, CaseWords>>
}

/**
 * The deliverer's letters. One that only says where the case stands, or tells of what the head decided, is ready to be
 * printed, and stands for earlier ones that were not printed; the others are drafts that people look over.
 */
export const letterWriter = (ports: DraftPorts): LetterWriter => ({
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
async function draftLetter(ports: DraftPorts, complaint: Complaint, notice: Notice, by: Actor): Promise<NewLetter> {
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

/**
 * The draft of a notice that no channel delivered goes into the print queue at once.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `letter/notice-unknown`, `letter/off`,
 * `letter/not-agreed`, `letter/notice-not-open`
 */
export async function sendByLetter(
  ports: DraftPorts & CaseActionPorts,
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
