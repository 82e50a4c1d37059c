import { type ClockWording, clocksJv, clockWordings } from '../case/deadlines/clock-wording.ts'
import type { NoticeChannel } from '../offices/notice-vocabulary.ts'
import type { FormLanguage, Language } from '../offices/vocabulary.ts'
import { readTexts } from '../shared/texts/texts.ts'
import actsEn from '../texts/en/acts.json' with { type: 'json' }
import en from '../texts/en/labels.json' with { type: 'json' }
import actsId from '../texts/id/acts.json' with { type: 'json' }
import id from '../texts/id/labels.json' with { type: 'json' }
import jv from '../texts/jv/labels.json' with { type: 'json' }

const labelTexts = readTexts({ id, en, jv })

/** The acts of staff have a catalogue of their own, with the lines that they leave. */
const withActs = (labels: (typeof labelTexts)['id'], acts: typeof actsId.events) => ({
  ...labels,
  event: { ...acts, ...labels.event },
})

/** What codes are called, and what they mean for who reads them. */
export type Labels = ReturnType<typeof withActs>

export interface ViewWording {
  readonly language: Language
  readonly labels: Labels
  readonly clocks: ClockWording
}

export const viewWordings: Readonly<Record<Language, ViewWording>> = {
  id: { language: 'id', labels: withActs(labelTexts.id, actsId.events), clocks: clockWordings.id },
  en: { language: 'en', labels: withActs(labelTexts.en, actsEn.events), clocks: clockWordings.en },
}

/** In Javanese the tenant's own texts, what only staff read, and how dates were counted stay Indonesian. */
export const readerWordings: Readonly<Record<FormLanguage, ViewWording>> = {
  ...viewWordings,
  jv: {
    language: 'id',
    labels: withActs(labelTexts.jv, actsId.events),
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
