import type { Instant } from '../../shared/instant.ts'
import type { PlaceValues } from '../channels/notice-channel.ts'
import type { DisclosureLevel, NoticePlace } from '../notice-vocabulary.ts'
import type { TenantSettings } from '../tenants/tenant.ts'
import { levelNeeded, placesBeyond, type TextProblem, textProblems, tidyText } from './check-text.ts'
import { showText } from './fill-text.ts'
import { findTellingWords, type TellingWords } from './find-telling-words.ts'
import type { MessageText } from './message-text.ts'
import { placeNames, placesFor } from './places.ts'
import { sampleValues } from './sample-values.ts'
import { type SmsParts, smsParts } from './sms-parts.ts'
import type { WordingSlot } from './unit-wording.ts'

export interface TextPreview extends MessageText {
  readonly problems: readonly TextProblem[]
  /** Places that stay empty at the level of the channel, and the level at which none does. */
  readonly beyond: readonly NoticePlace[]
  readonly needs: DisclosureLevel
  readonly telling: readonly TellingWords[]
  /** It is `null` for other channels. */
  readonly sms: SmsParts | null
}

export interface Judging {
  readonly settings: TenantSettings
  readonly level: DisclosureLevel
  /** Where reporters follow their complaints. */
  readonly link: string
  readonly now: Instant
}

export function previewText(written: MessageText, slot: WordingSlot, judging: Judging): TextPreview {
  const own = tidyText(written, slot)
  const { settings, level, link, now } = judging
  const sample = sampleValues(settings, link, slot.language, now)
  const shown = showText(own.text, sampleWords(sample, slot))
  return {
    subject: showText(own.subject, sampleWords(sample, slot)),
    text: shown,
    problems: textProblems(own, slot, sample),
    beyond: placesBeyond(own, slot, level),
    needs: levelNeeded(own, slot),
    telling: findTellingWords(own, settings),
    sms: slot.channel === 'sms' ? smsParts(shown) : null,
  }
}

function sampleWords(sample: PlaceValues, { event, channel, language }: WordingSlot): (name: string) => string | null {
  const words = new Map(placesFor(event, channel).map((place) => [placeNames[language][place], sample[place] ?? null]))
  return (name) => words.get(name) ?? null
}
