import { type ClockWording, clocksJv, clockWordings } from '../case/deadlines/clock-wording.ts'
import type { NoticeChannel } from '../offices/notice-vocabulary.ts'
import type { FormLanguage, Language } from '../offices/vocabulary.ts'
import { readTexts } from '../shared/texts/texts.ts'
import actsEn from '../texts/en/acts.json' with { type: 'json' }
import en from '../texts/en/labels.json' with { type: 'json' }
import vocabularyEn from '../texts/en/vocabulary.json' with { type: 'json' }
import actsId from '../texts/id/acts.json' with { type: 'json' }
import id from '../texts/id/labels.json' with { type: 'json' }
import vocabularyId from '../texts/id/vocabulary.json' with { type: 'json' }
import jv from '../texts/jv/labels.json' with { type: 'json' }
import vocabularyJv from '../texts/jv/vocabulary.json' with { type: 'json' }

const labelTexts = readTexts({ id, en, jv })
const vocabulary = readTexts({ id: vocabularyId, en: vocabularyEn, jv: vocabularyJv })

/** The acts of staff have a catalogue of their own, with the lines that they leave, and so has what the staff's app says too. */
const labelsIn = (language: FormLanguage, acts: typeof actsId.events) => ({
  ...labelTexts[language],
  event: { ...acts, ...labelTexts[language].event },
  noticeChannel: vocabulary[language].noticeChannels,
  openingGround: vocabulary[language].openingGrounds,
})

/** What codes are called, and what they mean for who reads them. */
export type Labels = ReturnType<typeof labelsIn>

export interface ViewWording {
  readonly language: Language
  readonly labels: Labels
  readonly clocks: ClockWording
}

export const viewWordings: Readonly<Record<Language, ViewWording>> = {
  id: { language: 'id', labels: labelsIn('id', actsId.events), clocks: clockWordings.id },
  en: { language: 'en', labels: labelsIn('en', actsEn.events), clocks: clockWordings.en },
}

/** In Javanese the tenant's own texts, what only staff read, and how dates were counted stay Indonesian. */
export const readerWordings: Readonly<Record<FormLanguage, ViewWording>> = {
  ...viewWordings,
  jv: {
    language: 'id',
    labels: labelsIn('jv', actsId.events),
    clocks: { ...clockWordings.id, clocks: clocksJv },
  },
}

/** Replaces the meaning of `forwarded` once the target is known. */
export const sayForwarded = (
  { forwardedTo, forwardedUnnumbered }: Labels,
  name: string,
  reference: string | null,
): string => (reference ? forwardedTo({ name, reference }) : forwardedUnnumbered({ name }))

/** A warning at the choice of channels. */
export const sayChannelsDown = (
  { channelsDown, bothChannels, noticeChannel }: Labels,
  channels: readonly NoticeChannel[],
): string =>
  channelsDown({
    channels: channels
      .map((channel) => noticeChannel[channel])
      .reduce((first, second) => bothChannels({ first, second })),
  })
