import { hasCovered } from '../../case/covering.ts'
import type { LetterLine, LetterView } from '../../contract/papers.ts'
import type { OfferedTemplates, TemplateList, TemplateView } from '../../contract/templates.ts'
import type { TriedWording, WordingList, WordingView } from '../../contract/unit.ts'
import { actsOn, approversOf, type LetterOnCase, obstacleOf, readsLetter } from '../../desk/letters/letter-access.ts'
import { composeLetter, factsOf } from '../../desk/letters/letter-document.ts'
import { letterTexts } from '../../desk/letters/letter-texts.ts'
import { templatePlaceNames } from '../../desk/templates/templates.ts'
import { kindOf } from '../../keeping/letters/letter.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { NoticePlace } from '../../offices/notice-vocabulary.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { MOST_TEMPLATES, type Template } from '../../offices/templates.ts'
import { templateFor } from '../../offices/tenants/notice-settings.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Language, templatePlaces } from '../../offices/vocabulary.ts'
import { channelsFor, levelOf, placeNames, placesFor, requiredPlaces } from '../../offices/wording/places.ts'
import type { TextPreview } from '../../offices/wording/preview-text.ts'
import { levelsOf, type SeenWording, type UnitWording } from '../../offices/wording/read-wording.ts'
import { sampleValues } from '../../offices/wording/sample-values.ts'
import { hasSubject } from '../../offices/wording/text-limits.ts'
import { newestOf, type WordingSlot, type WordingVersion, wordingId } from '../../offices/wording/unit-wording.ts'
import type { Instant } from '../../shared/instant.ts'
import { fillPlaces } from '../../telling/notices/provider-news.ts'
import { fieldSentence } from '../problem.ts'
import { byName, type ViewContext } from './common-views.ts'

export function letterLine(on: LetterOnCase, viewer: StaffMember, context: ViewContext): LetterLine {
  const { tenant } = context
  const { letter, complaint } = on
  const { content, approved } = letter
  return {
    ...letter,
    kind: kindOf[letter.event],
    privacy: complaint.privacy,
    letterNumber: approved?.letterNumber ?? null,
    subject: content.subject,
    mayRead: readsLetter(viewer, letter, complaint),
    addressee: complaint.dossier.maskedReporter?.name ?? null,
    signatory: signatoryOf(on, tenant),
    courierNumber: content.courierNumber,
    replaced: letter.replacedBy !== undefined,
    obstacle: obstacleOf(on),
    acts: actsOn(viewer, on, approversNow(on, context)),
  }
}

const approversNow = (on: LetterOnCase, { members, now }: ViewContext) => approversOf(on, [...members.values()], now)

const signatoryOf = ({ letter: { content } }: LetterOnCase, { settings }: ViewContext['tenant']) =>
  content.unsigned ? null : (content.signatory ?? settings.letters.signatories[0] ?? null)

export function letterView(on: LetterOnCase, viewer: StaffMember, context: ViewContext): LetterView {
  const { letter, complaint } = on
  const { settings } = context.tenant
  const { content, approved, language } = letter
  const name = byName(context.wording)
  const signatory = signatoryOf(on, context.tenant)
  const addressee = { name: complaint.dossier.maskedReporter?.name ?? '…', address: '…' }
  const number = approved?.letterNumber ?? letterTexts[language].unnumbered
  const day = approved?.day ?? localDateOf(letter.createdAt, settings.calendar)
  const facts = { ...factsOf(letter, complaint.privacy !== 'named', addressee, ''), number, day, signatory }
  return {
    ...letterLine(on, viewer, context),
    body: content.body,
    covered: hasCovered([content.subject, content.body, content.enclosures].join('\n'), language),
    nature: content.nature,
    enclosures: content.enclosures,
    history: content.history.map(({ at, by, state, note }) => ({ at, by: name(by), state, note })),
    paper: composeLetter(facts, settings, null),
    sha256: approved?.sha256 ?? null,
    fingerprint: approved?.fingerprint ?? null,
    approvers: approversNow(on, context).map((one) => ({ ...one, own: one.id === viewer.id })),
    signatories: settings.letters.signatories,
  }
}

/** The template that a rule suggests is marked, because it stands first for that reason. */
export const offeredViews = (templates: readonly Template[], suggested: string | null): OfferedTemplates['items'] =>
  templates.map((one) => ({ ...one, ...(one.id === suggested && { isSuggested: true as const }) }))

export const templateView = (template: Template, names: ReadonlyMap<string, string>): TemplateView => ({
  ...template,
  changedBy: template.changedBy && (names.get(template.changedBy) ?? null),
})

export const templateListView = (
  templates: readonly Template[],
  { settings }: Tenant,
  names: ReadonlyMap<string, string>,
): TemplateList => {
  const samples = {
    number: `${settings.numberPrefix}-2026-000123`,
    office: settings.name,
    dueDate: { id: 'Rabu, 2 Desember 2026', en: 'Wednesday, 2 December 2026' },
    receivedOn: { id: 'Kamis, 26 November 2026', en: 'Thursday, 26 November 2026' },
    officer: { id: 'Budi Misal, Petugas penangan', en: 'Budi Misal, case handler' },
  }
  const places = (language: Language) =>
    templatePlaces.map((place) => {
      const sample = samples[place]
      return {
        name: templatePlaceNames[language][place],
        sample: typeof sample === 'string' ? sample : sample[language],
      }
    })
  return {
    items: templates.map((template) => templateView(template, names)),
    places: { id: places('id'), en: places('en') },
    most: MOST_TEMPLATES,
  }
}

/** Current staff by id; people who left are no longer named. */
export type Colleagues = ReadonlyMap<string, Pick<Membership, 'name'>>

const signed = ({ at, by }: WordingVersion, colleagues: Colleagues) => ({ at, by: colleagues.get(by)?.name ?? null })

export function wordingListView({ levels, texts }: UnitWording, colleagues: Colleagues): WordingList {
  return {
    levels,
    texts: texts.map(({ newest, ...text }) => ({ ...text, changed: newest && signed(newest, colleagues) })),
  }
}

/** @param spoken the language of the caller; the text has its own */
export function triedView(
  { problems, beyond, ...preview }: TextPreview,
  slot: WordingSlot,
  spoken: Language,
): TriedWording {
  return {
    ...preview,
    beyond: beyond.map((place) => inBraces(placeNames[slot.language][place])),
    problems: problems.map((problem) => ({ ...problem, message: fieldSentence(problem.code, spoken) })),
  }
}

interface Reader {
  readonly spoken: Language
  readonly colleagues: Colleagues
  readonly link: string
  readonly now: Instant
}

export function wordingView({ slot, tenant, versions, ours, preview }: SeenWording, reader: Reader): WordingView {
  const { spoken, colleagues, link, now } = reader
  const { event, channel, language } = slot
  const newest = newestOf(versions)
  const own = newest?.text ?? null
  const template = channel === 'whatsapp' ? templateFor(tenant.settings.notices.whatsappTemplates, slot) : null
  const values = sampleValues(tenant.settings, link, language, now)
  const required = new Set<NoticePlace>(requiredPlaces(event, channel))
  return {
    ...slot,
    id: wordingId(slot),
    revision: newest?.number ?? 0,
    isOwn: own !== null,
    ...(own ?? ours),
    ours,
    hasSubject: hasSubject(channel),
    level: levelsOf(tenant)[channel],
    channels: channelsFor(event),
    places: placesFor(event, channel).map((place) => ({
      place,
      written: inBraces(placeNames[language][place]),
      level: levelOf[place],
      required: required.has(place),
    })),
    preview: triedView(preview, slot, spoken),
    versions: versions
      .toReversed()
      .map((version) => ({ number: version.number, ...signed(version, colleagues), text: version.text })),
    template: template && { name: template.name, places: fillPlaces(template, { event, language, values }) },
  }
}

const inBraces = (name: string): string => `{${name}}`
