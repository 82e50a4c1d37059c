import { mapFields, optionalFields, requiredFields } from '../../../service/case/shape/story-fields.ts'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { ColleagueList } from '../../../service/contract/session.ts'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { NoticeChannel, OfficeChannel, PrivacyChoice } from '../../api/wire.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'

export type IntakeDraft = Omit<IntakeRequestInput, 'statements'>

export type Colleague = ColleagueList['items'][number]

export const officeChannels = [
  'walk_in_oral',
  'walk_in_written',
  'telephone',
  'fax',
  'email',
  'whatsapp',
  'letter',
] as const satisfies readonly OfficeChannel[]

export const identityFields = ['name', 'address', 'phone', 'email'] as const

/** The unit's form as a draft. Fields bear the names that the service uses for its errors. */
export function readDraft(
  written: FormData,
  evidence: readonly Pick<HeldEvidenceView, 'id'>[],
  channels: readonly NoticeChannel[],
  reportedStaff: readonly Colleague[],
  answers: Pick<IntakeDraft, 'answers'>,
): IntakeDraft {
  const privacy = textIn(written, 'privacy') as PrivacyChoice
  return {
    channel: textIn(written, 'channel') as OfficeChannel,
    place: optionalTextIn(written, 'place'),
    category: textIn(written, 'category'),
    privacy,
    ...mapFields(requiredFields, ({ name }) => textIn(written, name)),
    ...mapFields(optionalFields, ({ name }) => optionalTextIn(written, name)),
    ...(reportedStaff.length > 0 ? { reportedStaff: reportedStaff.map(({ id }) => id) } : {}),
    ...answers,
    evidence: evidence.map(({ id }) => id),
    ...(privacy === 'anonymous' ? {} : { reporter: readReporter(written, channels) }),
  }
}

const readReporter = (written: FormData, channels: readonly NoticeChannel[]): NonNullable<IntakeDraft['reporter']> => ({
  name: optionalTextIn(written, 'reporter.name'),
  address: optionalTextIn(written, 'reporter.address'),
  phone: optionalTextIn(written, 'reporter.phone'),
  email: optionalTextIn(written, 'reporter.email'),
  onBehalfOf: optionalTextIn(written, 'reporter.onBehalfOf'),
  ...(channels.length > 0 ? { channels: [...channels] } : {}),
})
