import { html, nothing, type TemplateResult } from 'lit'
import type { Unit } from '../../api/context.ts'
import type { NoticeChannel } from '../../api/wire.ts'
import { checksField, type TextField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { intakeWording } from '../../wording/intake-wording.ts'
import type { Wording } from '../../wording/wording.ts'
import type { Brought } from './brought.ts'
import { identityFields } from './intake-draft.ts'

/** Whether a field of this name is among those about the reporter. */
export const isOfReporter = (name: string): boolean => name === 'privacy' || name.startsWith('reporter.')

interface Reporter {
  readonly wording: Wording
  readonly view: Unit['view']
  /** What is typed of name, address, phone and e-mail. */
  readonly identity: Brought['texts']
  readonly servable: readonly NoticeChannel[]
  readonly channels: readonly NoticeChannel[]
  readonly channelsError: string | undefined
  text(field: TextField): TemplateResult
  write(identity: Brought['texts']): void
  choose(channels: readonly NoticeChannel[]): void
}

const types = { name: 'text', address: 'text', phone: 'tel', email: 'email' } as const

/** Asks who the reporter is, and how they are reached. */
export function reporterFields({ wording, view, identity, text, write, ...reached }: Reporter): TemplateResult {
  const { common } = wording
  const intake = intakeWording(wording)
  const field = (name: string): Partial<TextField> & { name: string } => ({
    name: `reporter.${name}`,
    value: identity[`reporter.${name}`],
    written: (value) => write({ ...identity, [`reporter.${name}`]: value }),
  })
  return html`${view.sealing ? html`<div class="banner warn">${icons.lock}<p>${intake.unsealed}</p></div>` : nothing}
    <div class="pair">
      ${identityFields
        .filter((one) => view.form.identity[one] !== 'hidden')
        .map((one) =>
          text({
            ...field(one),
            label: intake[one],
            type: types[one],
            // A letter, a call or somebody who is there may lack the rest.
            optional: one === 'name' ? undefined : common.optional,
          }),
        )}
      ${text({ ...field('onBehalfOf'), label: intake.onBehalfOf, optional: common.optional })}
    </div>
    ${reached.servable.length > 0 ? channelsField(reached, wording) : nothing}`
}

const channelsField = (
  { servable, channels, channelsError, choose }: Pick<Reporter, 'servable' | 'channels' | 'channelsError' | 'choose'>,
  wording: Wording,
) =>
  checksField({
    ...{ name: 'reporter.channels', label: intakeWording(wording).channels, optional: wording.common.optional },
    ...{ values: channels, error: channelsError },
    options: servable.map((value) => ({ value, label: wording.vocabulary.noticeChannels[value] })),
    chosen: (values) => choose(values as NoticeChannel[]),
  })
