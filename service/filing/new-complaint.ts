import { runningFromReceipt } from '../case/case-clocks.ts'
import { namingLine } from '../case/complaint.ts'
import { type GuardPlan, reroutedLine } from '../case/guard.ts'
import { newsOfNew, notesOfNew } from '../case/news.ts'
import type { Dossier, Filing } from '../case/shape/complaint.ts'
import type { EvidenceItem } from '../case/shape/evidence.ts'
import type { Actor, HistoryLine, Moment } from '../case/shape/history.ts'
import type { Signing, Spoken } from '../case/shape/intake.ts'
import { newNotice } from '../case/shape/notice.ts'
import { isThere } from '../case/shape/spoken-channels.ts'
import { type GivenStory, optionalFields, pickStory } from '../case/shape/story-fields.ts'
import { laterInOutline, nothingYet, omitFields } from '../case/store/case-seals.ts'
import type { UnnumberedComplaint } from '../case/store/complaint-writes.ts'
import { waitsForTranscript } from '../case/testimony.ts'
import { dayNumberOf, type OfficeCalendar } from '../offices/calendar/office-calendar.ts'
import { packAt } from '../offices/calendar/rule-pack.ts'
import { localDateOf, momentAt, openBlocksOn, whyClosed } from '../offices/calendar/working-days.ts'
import type { NoticeChannel } from '../offices/notice-vocabulary.ts'
import type { Answered } from '../offices/questions/kept-answers.ts'
import type { Category } from '../offices/tenants/tenant.ts'
import { readIn } from '../offices/translated.ts'
import type { IntakeChannel, Language, PrivacyChoice } from '../offices/vocabulary.ts'
import { DAY, type Day, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { type FieldProblem, Refusal, refuseField } from '../shared/refusal.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import type { Identity, SealedIdentity, WrappedKey } from '../storage/vault.ts'

export interface Receiving {
  readonly channel: IntakeChannel
  readonly receivedBy: Actor
  readonly place: string | null
  /** The day on which paper or a call came, where it was not entered at once. */
  readonly receivedOn?: Day | undefined
  /** When a message from outside arrived by itself. */
  readonly arrivedAt?: Instant | undefined
  readonly letterNumber?: string | undefined
  readonly language: Language
  readonly namingKept?: string | undefined
}

/** The plan says whom a new complaint is kept from, and who reads it first where nobody has it in place of those. */
export interface ReadingPlan extends GuardPlan {
  readonly firstReader?: StaffId | null
}

export interface FiledComplaint extends GivenStory, Receiving {
  readonly tenant: TenantId
  /** It is earlier than the moment of entry for paper that lay a while. */
  readonly receivedAt?: Instant
  readonly privacy: PrivacyChoice
  readonly answered?: readonly Answered[] | undefined
  readonly category: Pick<Category, 'code' | 'class'>
  readonly filing: Filing
  readonly codeHash: string
  readonly key: WrappedKey
  readonly identity: SealedIdentity | null
  readonly maskedReporter: Dossier['maskedReporter']
  readonly sealedTo?: Dossier['sealedTo']
  readonly noticeChannels: readonly NoticeChannel[]
  readonly evidence: readonly (EvidenceItem & { readonly name: string })[]
  readonly signing?: Signing | null
  readonly spoken?: Spoken | null | undefined
  readonly consent?: Dossier['consent']
  readonly guarding?: ReadingPlan | null
}

const restOfOutline = omitFields(
  laterInOutline,
  'guard',
  'unreadSince',
  'untranscribedSince',
  'rulePack',
  'alerts',
  'news',
)
const givenFields = optionalFields.map(({ name }) => name)
const restOfDossier = omitFields(
  nothingYet,
  ...givenFields,
  'spoken',
  'answers',
  'sealedTo',
  'readers',
  'concerns',
  'candidates',
  'signing',
  'consent',
  'letterNumber',
  'enteredAt',
)

/** A received complaint has running clocks, a receipt and a first waiting notice. */
export function newComplaint(filed: FiledComplaint, moment: Moment): UnnumberedComplaint {
  const { at } = moment
  const { tenant, category, filing, codeHash, key, identity, maskedReporter, noticeChannels, evidence } = filed
  const {
    channel,
    receivedAt = at,
    receivedBy,
    place,
    letterNumber,
    language,
    namingKept,
    guarding,
    answered = [],
  } = filed
  const { signing = null, sealedTo = null, consent = null, spoken = null } = filed
  const { id: rulePack } = packAt(moment.rulePacks, receivedAt)
  const clocks = runningFromReceipt({ rulePack, category: category.code }, moment, receivedAt)
  return {
    tenant,
    revision: 0,
    // Numbers go on in the year of entry, whatever the letter's date.
    series: localDateOf(at, moment.calendar).slice(0, 4),
    status: 'received',
    category: category.code,
    class: category.class,
    privacy: filed.privacy,
    channel,
    language,
    receivedAt,
    receivedDay: localDateOf(receivedAt, moment.calendar),
    handler: guarding?.guard?.steward ?? null,
    answeredBy: null,
    identityAskedAt: null,
    guard: guarding?.guard ?? null,
    unreadSince: guarding?.isUnread ? at : null,
    untranscribedSince: waitsForTranscript(spoken) ? at : null,
    rulePack,
    clocks,
    notices: [newNotice(moment.newId(), 'received', at)],
    alerts: notesOfNew(guarding?.guard?.steward ?? null, guarding?.firstReader ?? null, receivedBy, moment),
    news: newsOfNew(at),
    noticeChannels,
    evidence: evidence.map(({ name: _, ...item }) => item),
    codeHash,
    receiptId: moment.newId(),
    filing,
    identity,
    key,
    dossier: {
      spoken,
      answers: answered,
      receivedBy,
      place,
      letterNumber: letterNumber || null,
      enteredAt: receivedAt === at ? null : at,
      maskedReporter,
      sealedTo,
      receiptClocks: clocks,
      evidenceNames: Object.fromEntries(evidence.map(({ id, name }) => [id, name])),
      history: [
        receivedLine(receivedBy, at),
        ...(guarding?.guard?.steward ? [reroutedLine(moment)] : []),
        ...(namingKept ? [namingLine(namingKept, receivedBy, at)] : []),
      ],
      readers: guarding?.firstReader
        ? [{ id: guarding.firstReader, as: 'first', since: at, by: { kind: 'system' }, undeclared: true }]
        : [],
      concerns: guarding?.concerns ?? [],
      candidates: guarding?.candidates ?? [],
      signing,
      consent,
      ...pickStory(filed),
      ...restOfDossier,
    },
    ...restOfOutline,
  }
}

const receivedLine = (receivedBy: Actor, at: Instant): HistoryLine => {
  const by: Actor = receivedBy.kind === 'staff' ? receivedBy : { kind: 'reporter' }
  return { at, event: 'received', by, text: null, public: true }
}

/** The shape is `{PREFIX}-{YYYY}-{NNNNNN}`. */
export const complaintNumber = (prefix: string, year: string, sequence: number): string =>
  `${prefix}-${year}-${String(sequence).padStart(6, '0')}`

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]}…`)
    .join(' ')

/** Enough of a named reporter to recognise them, and nothing of a confidential one. */
export function maskedReporter(privacy: PrivacyChoice, identity: Identity | null): Dossier['maskedReporter'] {
  if (privacy !== 'named' || !identity?.name) return null
  const { name, phone, email } = identity
  return {
    name: initials(name),
    phone: phone && `…${phone.replace(/\D/g, '').slice(-2)}`,
    email: email && `${[...email][0]}…@${email.split('@')[1]}`,
  }
}

const readyMade: Readonly<Record<Language, (category: string) => string>> = {
  id: (category) => `Pengaduan lisan: ${category}`,
  en: (category) => `Spoken complaint: ${category}`,
}

const LONGEST_SUBJECT = 160

interface GivenTelling {
  readonly subject: string
  readonly chronology: string
  readonly spoken?: { readonly file: string; readonly disguised: boolean } | undefined
  readonly evidence: readonly string[]
}

interface SettledStory {
  readonly subject: string
  readonly spoken: Spoken | null
  /** The recording is among them. */
  readonly evidence: readonly string[]
}

/** What is missing of a story: both its fields, unless a recorded voice tells it. */
export function storyProblems({
  subject,
  chronology,
  spoken,
}: Pick<GivenTelling, 'subject' | 'chronology'> & { readonly spoken?: object | undefined }): FieldProblem[] {
  const isWritten = chronology.trim() !== ''
  const missing = [
    ...(subject.trim() === '' && (isWritten || !spoken) ? ['subject'] : []),
    ...(isWritten || spoken ? [] : ['chronology']),
  ]
  return missing.map((path) => ({ path, code: 'required' }))
}

/**
 * Decides what tells a complaint: writing or, where no story is written, a recorded voice, which then needs no
 * subject of its own. A recording beside a written story is evidence.
 */
export function settleStory(
  { subject, chronology, spoken, evidence }: GivenTelling,
  category: Pick<Category, 'label'>,
  language: Language,
): SettledStory {
  const isWritten = chronology.trim() !== ''
  const problems = storyProblems({ subject, chronology, spoken })
  if (problems.length > 0) throw new Refusal('invalid', isWritten ? 'request/invalid' : 'story/missing', {}, problems)
  return {
    subject: subject.trim() || readyMade[language](readIn(category.label, language)).slice(0, LONGEST_SUBJECT),
    evidence: spoken && !evidence.includes(spoken.file) ? [...evidence, spoken.file] : evidence,
    spoken: spoken && !isWritten ? { ...spoken, transcript: null, earlier: [] } : null,
  }
}

export function refuseUnlessHeard(
  spoken: Spoken | null,
  files: readonly { readonly id: string; readonly type: string }[],
): void {
  const file = files.find(({ id }) => id === spoken?.file)
  if (!spoken || (file && /^(audio|video)\//.test(file.type))) return
  throw refuseField('story/no-voice', 'spoken', 'no-voice')
}

/** How far back a receipt may lie, in days. A letter that lay longer is a mistyped year; our own number, from no law. */
const OLDEST = 366

/** The hour of a day on which the office is closed. It decides nothing, because clocks begin with the next opening. */
const NOON = '12:00'

interface ReceivedOn {
  readonly channel: IntakeChannel
  /** The day on the office's stamp, or of the call; without it the complaint is received as it is entered. */
  readonly receivedOn?: Day | undefined
  readonly arrivedAt?: Instant | undefined
}

/**
 * Finds when a complaint was received that is entered now. Paper bears a day and no hour, so an earlier day counts from
 * the hour at which the office opened.
 */
export function receiptMoment(
  { channel, receivedOn, arrivedAt }: ReceivedOn,
  { at, calendar }: { readonly at: Instant; readonly calendar: OfficeCalendar },
): Instant {
  if (!receivedOn) return arrivedAt ?? at
  if (isThere(channel)) throw refuseField('request/invalid', 'receivedOn', 'not-when-there')
  if (receivedOn > localDateOf(at, calendar)) throw refuseField('request/invalid', 'receivedOn', 'in-future')
  if (receivedOn < localDateOf(plusMilliseconds(at, -OLDEST * DAY), calendar))
    throw refuseField('request/invalid', 'receivedOn', 'too-long-ago')
  if (receivedOn === localDateOf(at, calendar)) return at
  const day = dayNumberOf(receivedOn)
  const [opening] = whyClosed(day, calendar) ? [] : openBlocksOn(day, calendar)
  return momentAt(day, opening?.[0] ?? NOON, calendar)
}
