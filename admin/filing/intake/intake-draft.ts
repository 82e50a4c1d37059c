import { mapFields, optionalFields, requiredFields } from '../../../service/case/shape/story-fields.ts'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { ColleagueList } from '../../../service/contract/session.ts'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { NoticeChannel, OfficeChannel, PrivacyChoice } from '../../api/wire.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'

export type IntakeDraft = Omit<IntakeRequestInput, 'statements'>

export type Colleague = ColleagueList['items'][number]

export interface WrittenIntake {
  readonly draft: IntakeDraft
  readonly evidence: readonly Pick<HeldEvidenceView, 'id' | 'name'>[]
  readonly reportedStaff: readonly Colleague[]
  /** A message from outside: the reporter is reached where it came from. */
  readonly answersSender: boolean
}

/** How a complaint of somebody who is not there comes. */
export const paperChannels = [
  'letter',
  'fax',
  'email',
  'whatsapp',
  'sms',
  'telephone',
] as const satisfies readonly OfficeChannel[]

export const identityFields = ['name', 'address', 'phone', 'email'] as const

/** What each channel of answer needs to know of the reporter. */
const contactFor: Readonly<Record<NoticeChannel, (typeof identityFields)[number]>> = {
  email: 'email',
  whatsapp: 'phone',
  sms: 'phone',
  letter: 'address',
}

interface BesideFields {
  readonly channel: OfficeChannel
  readonly place: string
  readonly evidence: readonly Pick<HeldEvidenceView, 'id'>[]
  readonly spoken: { readonly id: string; readonly disguised: boolean } | null
  readonly channels: readonly NoticeChannel[]
  readonly reportedStaff: readonly Colleague[]
  readonly answered: Pick<IntakeDraft, 'answers'>
}

/** The unit's form as a draft. Fields bear the names that the service uses for its errors. */
export function readDraft(written: FormData, beside: BesideFields): IntakeDraft {
  const { channel, place, evidence, spoken, channels, reportedStaff, answered } = beside
  const privacy = textIn(written, 'privacy') as PrivacyChoice
  return {
    channel,
    place: place.trim() || undefined,
    receivedOn: optionalTextIn(written, 'receivedOn'),
    letterNumber: optionalTextIn(written, 'letterNumber'),
    category: textIn(written, 'category'),
    privacy,
    ...mapFields(requiredFields, ({ name }) => textIn(written, name)),
    ...mapFields(optionalFields, ({ name }) => optionalTextIn(written, name)),
    ...(reportedStaff.length > 0 ? { reportedStaff: reportedStaff.map(({ id }) => id) } : {}),
    ...answered,
    evidence: evidence.map(({ id }) => id),
    ...(spoken && { spoken: { file: spoken.id, disguised: spoken.disguised } }),
    ...(privacy === 'anonymous' ? {} : { reporter: readReporter(written, channels) }),
  }
}

const readReporter = (written: FormData, channels: readonly NoticeChannel[]): NonNullable<IntakeDraft['reporter']> => ({
  ...mapFields(
    ['name', 'address', 'phone', 'email', 'onBehalfOf'].map((name) => ({ name })),
    ({ name }) => optionalTextIn(written, `reporter.${name}`),
  ),
  ...(channels.length > 0 ? { channels: [...channels] } : {}),
})

/** Every channel of answer that the unit serves and the given contacts can carry. */
export const listServable = (
  served: readonly NoticeChannel[],
  identity: Readonly<Record<string, string | undefined>>,
): readonly NoticeChannel[] => served.filter((channel) => identity[`reporter.${contactFor[channel]}`]?.trim())
