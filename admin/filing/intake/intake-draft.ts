import { css, html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { mapFields, optionalFields, requiredFields } from '../../../service/case/shape/story-fields.ts'
import type { ColleagueList } from '../../../service/contract/account.ts'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { InboundView } from '../../../service/contract/messages.ts'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import { lockOf, openSealedDraft } from '../../../service/sealing/carried-draft.ts'
import { serviceNow } from '../../api/service-clock.ts'
import type { NoticeChannel, OfficeChannel, PrivacyChoice } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import en from '../../texts/en/carried.json'
import id from '../../texts/id/carried.json'
import { checksField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'
import type { WrittenAnswers } from './question-fields.ts'

export interface BroughtFile extends Pick<HeldEvidenceView, 'id' | 'name'> {
  /** When an officer uploaded it; left out for what came with a message. */
  readonly at?: string | undefined
}

/** What stands in the form before an officer writes: of a message, or of a draft that the reporter began elsewhere. */
export interface Brought {
  readonly privacy: string
  readonly category: string
  readonly texts: Readonly<Record<string, string | undefined>>
  readonly answers: WrittenAnswers
  readonly files: readonly BroughtFile[]
  readonly spoken: (BroughtFile & { readonly disguised: boolean }) | null
  /** What an officer chose beside the fields; left out where nobody chose yet. */
  readonly chosen?: Chosen
}

export interface Chosen {
  readonly channel: string
  /** `null`: all that can be served. */
  readonly channels: readonly string[] | null
  readonly reportedStaff: readonly Colleague[]
  readonly leftOut: readonly string[]
  readonly answersSender: boolean
}

export const broughtBy = ({ subject, text, fromName, files }: InboundView): Brought => ({
  ...{ privacy: '', category: '', answers: {}, files, spoken: null },
  texts: { subject, chronology: text, 'reporter.name': fromName ?? undefined },
})

/** Reads a draft as the widget wrote it. The person who sealed it may have written anything, so only texts are taken. */
export function readCarried(json: unknown): Brought {
  const draft = isRecord(json) ? json : {}
  const texts = Object.entries(isRecord(draft.texts) ? draft.texts : {})
  const files = Array.isArray(draft.evidence) ? draft.evidence : []
  const brought = files.filter(isRecord).map(({ id, name }) => ({ id: textOf(id), name: textOf(name) }))
  const recording = isRecord(draft.spoken) && brought.find(({ name }) => name.startsWith('cerita-lisan'))
  return {
    privacy: textOf(draft.privacy),
    category: textOf(draft.category),
    texts: Object.fromEntries(texts.map(([name, text]) => [name, textOf(text)])),
    answers: {},
    files: brought.filter((file) => file !== recording),
    spoken: recording ? { ...recording, disguised: isRecord(draft.spoken) && draft.spoken.disguised === true } : null,
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface Files {
  readonly files: readonly BroughtFile[]
  readonly leftOut: readonly string[]
  readonly label: string
  leaveOut(ids: readonly string[]): void
}

export function broughtFiles({ files, leftOut, label, leaveOut }: Files, { common }: Wording): TemplateResult {
  const ids = files.map(({ id }) => id)
  return checksField({
    ...{ name: 'broughtFiles', label, optional: common.optional },
    values: ids.filter((id) => !leftOut.includes(id)),
    options: files.map(({ id, name }) => ({ value: id, label: name })),
    chosen: (kept) => leaveOut(ids.filter((id) => !kept.includes(id))),
  })
}

export interface TypedIntake extends Omit<Brought, 'chosen'> {
  readonly chosen: NonNullable<Brought['chosen']>
  /** Names of files that are on their way, or could not be uploaded. */
  readonly underway: readonly string[]
}

interface KeptIntake extends Brought {
  /** Names of files that must be picked again. */
  readonly lost: readonly string[]
}

/** The service holds a file of no complaint for a day (`HELD_FOR`); what is filed must still find it. The unit is milliseconds. */
const HELD_FOR = 86_400_000
const TIME_TO_FILE = 3_600_000

const ofReporter = (name: string) => name.startsWith('reporter.')

/** The texts of a form. A subject that nobody wrote is left out, because it follows the story. */
export function textsOf(written: FormData, identity: Brought['texts'], subject: string | null): Brought['texts'] {
  const names = ['receivedOn', 'letterNumber', 'chronology', ...optionalFields.map(({ name }) => name)]
  return {
    ...Object.fromEntries(names.map((name) => [name, String(written.get(name) ?? '')])),
    ...Object.fromEntries(Object.entries(identity).filter(([name]) => ofReporter(name))),
    ...(subject !== null && { subject }),
  }
}

const answerName = 'answer '

/** Writes what was typed as names and texts, which is what the service keeps. A list is a name more than once. */
export function fieldsOfIntake(typed: TypedIntake): FormData {
  const { privacy, category, texts, answers, files, spoken, underway, chosen } = typed
  const fields = new FormData()
  const add = (name: string, value: string | undefined) => value && fields.append(name, value)
  add('privacy', privacy)
  add('category', category)
  for (const [name, text] of Object.entries(texts)) add(`text ${name}`, text)
  for (const [code, answer] of Object.entries(answers))
    for (const text of answer?.texts ?? []) add(answerName + code, text)
  for (const { id, name, at } of files) add('file', JSON.stringify({ id, name, at }))
  for (const name of underway) add('underway', name)
  if (spoken) add('spoken', JSON.stringify(spoken))
  add('channel', chosen.channel)
  if (chosen.channels) for (const channel of ['', ...chosen.channels]) add('to', channel || '-')
  for (const colleague of chosen.reportedStaff) add('staff', JSON.stringify(colleague))
  for (const id of chosen.leftOut) add('leftOut', id)
  add('answersSender', chosen.answersSender ? 'on' : 'off')
  return fields
}

/** Reads it again. What was uploaded too long ago is named, because the service holds it no longer. @param now in milliseconds */
export function readKeptIntake(fields: FormData, now = serviceNow()): KeptIntake {
  const [one, all] = [(name: string) => all(name)[0] ?? '', (name: string) => fields.getAll(name).map(String)]
  const named = (start: string) =>
    [...new Set(fields.keys())].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length))
  const held = ({ at }: BroughtFile) => at === undefined || Date.parse(at) + HELD_FOR - TIME_TO_FILE > now
  const files = all('file').map((json): BroughtFile => JSON.parse(json))
  const recording: Brought['spoken'] = one('spoken') ? JSON.parse(one('spoken')) : null
  const spoken = recording && held(recording) ? recording : null
  const to = all('to')
  return {
    privacy: one('privacy'),
    category: one('category'),
    texts: Object.fromEntries(named('text ').map((name) => [name, one(`text ${name}`)])),
    answers: Object.fromEntries(named(answerName).map((code) => [code, { texts: all(answerName + code) }])),
    files: files.filter(held),
    spoken,
    chosen: {
      channel: one('channel'),
      channels: to.length > 0 ? to.slice(1) : null,
      reportedStaff: all('staff').map((json): Colleague => JSON.parse(json)),
      leftOut: all('leftOut'),
      answersSender: one('answersSender') !== 'off',
    },
    lost: [
      ...all('underway'),
      ...files.filter((file) => !held(file)).map(({ name }) => name),
      ...(recording && !spoken ? [recording.name] : []),
    ],
  }
}

export type IntakeDraft = Omit<IntakeRequestInput, 'statements'>

export type Colleague = ColleagueList['items'][number]

export interface WrittenIntake {
  readonly draft: IntakeDraft
  readonly evidence: readonly Pick<HeldEvidenceView, 'id' | 'name'>[]
  readonly reportedStaff: readonly Colleague[]
  /** A message from outside: the reporter is reached where it came from. */
  readonly answersSender: boolean
}

export const paperChannels = [
  'letter',
  'fax',
  'email',
  'whatsapp',
  'sms',
  'telephone',
] as const satisfies readonly OfficeChannel[]

export const identityFields = ['name', 'address', 'phone', 'email'] as const

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

export const listServable = (
  served: readonly NoticeChannel[],
  identity: Readonly<Record<string, string | undefined>>,
): readonly NoticeChannel[] => served.filter((channel) => identity[`reporter.${contactFor[channel]}`]?.trim())

export interface CarriedDraft {
  readonly brought: Brought
  /** By it the draft is destroyed once it is filed. */
  readonly handle: string
}

/**
 * Opens a draft that a reporter began elsewhere, by the code that they brought.
 * @fires draft-carried - `detail` is a `CarriedDraft`
 */
@customElement('carried-draft')
export class CarriedDraftOpening extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 8px;
        margin-block-start: 8px;
      }
      .field {
        flex: 1 1 260px;
      }
    `,
  ]

  override render() {
    const { language } = this.wording
    const words = language === 'en' ? en : id
    const { isBusy, errors } = this.attempt
    return html`<details>
      <summary>${words.hasCode}</summary>
      <form novalidate @submit=${this.onSubmit}>
        ${textField({ name: 'code', label: words.code, hint: words.codeHint, error: errors.code })}
        <button ?disabled=${isBusy}>${isBusy ? words.opening : words.openCode}</button>
      </form>
      ${this.attempt.render()}
    </details>`
  }

  protected async send(written: FormData) {
    const { tenant } = this.unit
    const lock = await lockOf(textIn(written, 'code'), tenant)
    const { sealed } = await this.client.call('POST /drafts/opening', {
      params: { tenant },
      body: { handle: lock.handle },
    })
    const brought = readCarried(await openSealedDraft(lock, sealed))
    const detail: CarriedDraft = { brought, handle: lock.handle }
    this.dispatchEvent(new CustomEvent('draft-carried', { detail }))
  }
}
