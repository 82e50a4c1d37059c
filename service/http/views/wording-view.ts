import type { TriedWording, WordingList, WordingView } from '../../contract/wording.ts'
import type { NoticePlace } from '../../offices/notice-vocabulary.ts'
import type { Membership } from '../../offices/staff/account.ts'
import { templateFor } from '../../offices/tenants/notice-settings.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { channelsFor, levelOf, placeNames, placesFor, requiredPlaces } from '../../offices/wording/places.ts'
import type { TextPreview } from '../../offices/wording/preview-text.ts'
import { levelsOf, type SeenWording, type UnitWording } from '../../offices/wording/read-wording.ts'
import { sampleValues } from '../../offices/wording/sample-values.ts'
import { hasSubject } from '../../offices/wording/text-limits.ts'
import { newestOf, type WordingSlot, type WordingVersion, wordingId } from '../../offices/wording/unit-wording.ts'
import type { Instant } from '../../shared/instant.ts'
import { fillPlaces } from '../../telling/notices/provider-news.ts'
import { fieldSentence } from '../problem.ts'

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
