import { html, nothing, type TemplateResult } from 'lit'
import { mapFields, optionalFields } from '../../../service/case/shape/story-fields.ts'
import { selectField, type TextField } from '../../ui/field.ts'
import { isTicked } from '../../ui/form.ts'
import { inboundWording } from '../../wording/inbound-wording.ts'
import { intakeWording } from '../../wording/intake-wording.ts'
import type { Wording } from '../../wording/wording.ts'
import { type IntakeDraft, paperChannels } from './intake-draft.ts'

/** The unit's limits by field, where they are named otherwise than the field. */
export const limitNames: Readonly<Record<string, string>> = {
  ...mapFields(optionalFields, ({ limit }) => limit ?? ''),
  'reporter.onBehalfOf': 'name',
}

interface Received {
  readonly wording: Wording
  readonly channel: IntakeDraft['channel']
  /** What stood there before, by field. */
  readonly texts: Readonly<Record<string, string | undefined>>
  text(field: TextField): TemplateResult
  choose(channel: IntakeDraft['channel']): void
}

const isLetter = (channel: IntakeDraft['channel']) => ['letter', 'fax', 'email'].includes(channel)

/** How and when a complaint came whose reporter is not there. */
export function receivedFields({ wording, channel, texts, text, choose }: Received): TemplateResult {
  const { common, vocabulary } = wording
  const intake = intakeWording(wording)
  const number = {
    name: 'letterNumber',
    label: intake.letterNumber,
    hint: intake.letterNumberHint,
    value: texts.letterNumber,
  }
  return html`<section class="card" aria-labelledby="received">
    <h2 id="received">${intake.received}</h2>
    <div class="pair">
      ${selectField({
        name: 'channel',
        label: intake.channel,
        value: channel,
        options: paperChannels.map((value) => ({ value, label: vocabulary.channels[value] })),
        chosen: (value) => choose(value as IntakeDraft['channel']),
      })}
      ${text({ name: 'receivedOn', label: intake.receivedOn, hint: intake.receivedOnHint, type: 'date', value: texts.receivedOn ?? wording.formats.today() })}
      ${isLetter(channel) ? text({ ...number, optional: common.optional }) : nothing}
    </div>
  </section>`
}

/** Asks whether the sender of a message gets the receipt where it came from. */
export function answersSenderField(form: { answersSender: boolean }, wording: Wording): TemplateResult {
  const inbound = inboundWording(wording)
  const tick = (event: Event) => {
    form.answersSender = isTicked(event)
  }
  return html`<label class="choice">
    <input type="checkbox" name="answersSender" .checked=${form.answersSender} @change=${tick}>
    <span>${inbound.answersSender}<span class="hint">${inbound.answersSenderHint}</span></span>
  </label>`
}
