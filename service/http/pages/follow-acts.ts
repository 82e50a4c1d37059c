import type { Complaint } from '../../case/shape/complaint.ts'
import { identityAddition, ratingRequest, transcriptReply } from '../../contract/complaint-view.ts'
import { textLimits } from '../../contract/fields.ts'
import {
  contactCodeRequest,
  contactConfirmation,
  dataRequest,
  identityCorrection,
  identityWithdrawal,
} from '../../contract/own-data.ts'
import { addIdentityToComplaint } from '../../following/completions.ts'
import {
  acceptAnswer,
  answerTranscriptAsReporter,
  chooseOwnCode,
  followComplaint,
  type OpenedByCode,
  objectToAnswer,
  rateComplaint,
  reopenComplaint,
  withdrawComplaint,
  writeToOfficeAsReporter,
} from '../../following/follow-complaint.ts'
import {
  actAtEveryHolder,
  actAtHolder,
  confirmContact,
  correctIdentity,
  requestAboutData,
  sendContactCode,
  withdrawIdentity,
} from '../../following/rights/rights.ts'
import { completionItems } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import { readAddition } from './add-identity-section.ts'
import type { PageOffice } from './page.ts'
import type { FollowForm } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'
import { readCorrection } from './rights-section.ts'

interface Sent {
  readonly text: string
  readonly fields: FormFields
  readonly address: string
}

/** Acts that show or give something, and change nothing. */
type Reading = 'open' | 'older' | 'file' | 'record' | 'own-data' | 'receipt' | 'receipt-with-code'
type Act = Exclude<FollowForm['act'], Reading>

/** What a reporter does on the page, validated by the API's own schemas. */
const acts: Readonly<Record<Act, (ports: PageOffice, access: OpenedByCode, sent: Sent) => Promise<Complaint>>> = {
  message: (ports, access, { text, fields }) =>
    writeToOfficeAsReporter(ports, access, { text, completes: true, brings: readTicks(fields) }),
  objection: (ports, access, { text }) => objectToAnswer(ports, access, text),
  reopening: (ports, access, { text }) => reopenComplaint(ports, access, text),
  acceptance: (ports, access) => acceptAnswer(ports, access),
  rating: (ports, access, sent) => rateComplaint(ports, access, checked(ratingRequest, readRating(sent))),
  withdrawal: (ports, access, { text }) => withdrawComplaint(ports, access, text || undefined),
  identity: (ports, access, { fields }) =>
    addIdentityToComplaint(ports, access, checked(identityAddition, readAddition(fields))),
  'identity-correction': (ports, access, { fields }) =>
    actAtEveryHolder(ports, access, (holder) =>
      correctIdentity(ports, holder, checked(identityCorrection, readCorrection(fields))),
    ),
  'identity-withdrawal': (ports, access, { fields }) => {
    checked(identityWithdrawal, { understood: fieldText(fields, 'understood') === 'yes' })
    return actAtEveryHolder(ports, access, (holder) => withdrawIdentity(ports, holder))
  },
  'contact-code': (ports, access, { fields, address }) =>
    actAtHolder(ports, access, (holder) => {
      const { channel } = checked(contactCodeRequest, { channel: fieldText(fields, 'channel') })
      return sendContactCode(ports, holder, { channel, address })
    }),
  'contact-confirmation': (ports, access, { fields }) => {
    const given = { channel: fieldText(fields, 'channel'), code: fieldText(fields, 'digits') }
    return actAtHolder(ports, access, (holder) => confirmContact(ports, holder, checked(contactConfirmation, given)))
  },
  'data-request': (ports, access, { text, fields }) =>
    requestAboutData(ports, access, checked(dataRequest, { kind: fieldText(fields, 'kind'), text })),
  transcript: (ports, access, { fields }) => {
    const given = { transcript: fieldText(fields, 'transcript'), text: fieldText(fields, 'correction') }
    return answerTranscriptAsReporter(ports, access, checked(transcriptReply, given))
  },
  'own-code': (ports, access, { fields }) => chooseOwnCode(ports, access, fieldText(fields, 'newCode') ?? ''),
}

const isAct = (act: FollowForm['act']): act is Act => act in acts
const needText: readonly FollowForm['act'][] = ['message', 'objection', 'reopening']

/**
 * Does what the reporter asked for, and returns the complaint as it then stands.
 * @throws Refusal `request/invalid`, and those of the act
 */
export function doAct(
  ports: PageOffice,
  access: OpenedByCode,
  { act, text }: FollowForm,
  sent: Omit<Sent, 'text'>,
): Promise<Complaint> {
  const isMissing = text === '' && needText.includes(act)
  if (isMissing || text.length > textLimits.message) throw new Refusal('invalid', 'request/invalid')
  return isAct(act) ? acts[act](ports, access, { text, ...sent }) : followComplaint(ports, access)
}

/** Reads which of the requested items the reporter ticked, if the page showed any. */
const readTicks = ({ brings = [], ticks }: FormFields) =>
  ticks ? completionItems.filter((item) => brings.includes(item)) : undefined

const readRating = ({ fields, text }: Sent) => ({
  stars: Number(fieldText(fields, 'stars')),
  solved: { yes: true, no: false }[fieldText(fields, 'solved') ?? ''],
  ...(text && { text }),
})

/** @throws Refusal `request/invalid` */
function checked<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  value: unknown,
): T {
  const read = schema.safeParse(value)
  if (!read.success) throw new Refusal('invalid', 'request/invalid')
  return read.data
}
