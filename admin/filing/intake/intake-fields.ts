import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { mapFields, optionalFields } from '../../../service/case/shape/story-fields.ts'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { Unit } from '../../api/context.ts'
import type { NoticeChannel } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import guardWording from '../../texts/guard.json'
import inboundWording from '../../texts/inbound.json'
import intakeWording from '../../texts/intake.json'
import { checksField, selectField, type TextField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { isTicked } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'
import { type Brought, type Colleague, type IntakeDraft, identityFields, paperChannels } from './intake-draft.ts'

type Spoken = Brought['spoken']

export function storyRecorder(used: Spoken, change: (spoken: Spoken) => void): TemplateResult {
  void import('./spoken-recorder.ts')
  const take = ({ detail }: CustomEvent<HeldEvidenceView | null>) => change(detail && { ...detail, disguised: false })
  return html`<spoken-recorder .used=${used} @story-recorded=${take}></spoken-recorder>`
}

/** The unit's limits by field, where they are named otherwise than the field. */
export const limitNames: Readonly<Record<string, string>> = {
  ...mapFields(optionalFields, ({ limit }) => limit ?? ''),
  'reporter.onBehalfOf': 'name',
}

interface Received {
  readonly wording: Wording
  readonly channel: IntakeDraft['channel']
  readonly texts: Readonly<Record<string, string | undefined>>
  text(field: TextField): TemplateResult
  choose(channel: IntakeDraft['channel']): void
}

const isLetter = (channel: IntakeDraft['channel']) => ['letter', 'fax', 'email'].includes(channel)

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

export const isOfReporter = (name: string): boolean => name === 'privacy' || name.startsWith('reporter.')

interface Reporter {
  readonly wording: Wording
  readonly view: Unit['view']
  readonly identity: Brought['texts']
  readonly servable: readonly NoticeChannel[]
  readonly channels: readonly NoticeChannel[]
  readonly channelsError: string | undefined
  text(field: TextField): TemplateResult
  write(identity: Brought['texts']): void
  choose(channels: readonly NoticeChannel[]): void
}

const types = { name: 'text', address: 'text', phone: 'tel', email: 'email' } as const

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

/**
 * Where an officer picks the colleagues whom a complaint is about, so that it is kept from them from the first moment.
 * @fires reported-staff-changed - `detail` is the colleagues who are picked now
 */
@customElement('reported-staff')
export class ReportedStaff extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      summary {
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
      .staff {
        max-block-size: 16em;
        margin-block-start: 8px;
        overflow-y: auto;
      }
      @media (pointer: coarse) {
        summary {
          padding-block: 10px;
        }
      }
    `,
  ]

  @property({ attribute: false }) chosen: readonly Colleague[] = []

  private readonly colleagues = this.load(async (tenant, signal) =>
    (await this.client.call('GET /colleagues', { params: { tenant }, signal })).items.toSorted((one, other) =>
      one.name.localeCompare(other.name),
    ),
  )

  override render() {
    const guard = guardWording(this.wording)
    const intake = intakeWording(this.wording)
    return html`<details>
      <summary>${intake.reportedStaff}${this.chosen.length > 0 ? html` (${this.chosen.length})` : ''}</summary>
      ${this.renderLoaded(this.colleagues, (items) => this.renderPick(items), guard.loading)}
    </details>`
  }

  private renderPick(items: readonly Colleague[]) {
    const intake = intakeWording(this.wording)
    return html`<p class="hint">${intake.reportedStaffHint}</p>
      <div class="staff">${checksField({
        name: 'reportedStaff',
        label: intake.reportedStaffPick,
        values: this.chosen.map(({ id }) => id),
        options: items.map(({ id, name, position }) => ({ value: id, label: name, hint: position })),
        chosen: (values) => {
          const detail = items.filter(({ id }) => values.includes(id))
          this.dispatchEvent(new CustomEvent('reported-staff-changed', { detail }))
        },
      })}</div>`
  }
}

/** The form at the counter: each step fits a tablet's screen. */
export const intakeLooks = css`
  .card {
    display: grid;
    gap: 14px;
    padding: 18px 24px;
  }
  .card[hidden] {
    display: none;
  }
  h2:focus-visible {
    outline: none;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
    gap: 12px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices label {
    display: grid;
    align-content: start;
    gap: 8px;
    padding: 14px 16px;
    border: 2px solid var(--line-strong);
    border-radius: var(--radius-large);
    cursor: pointer;
  }
  .choices label:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .choices .row {
    flex-wrap: nowrap;
  }
  .aloud {
    line-height: 1.5;
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: 24px;
  }
  .stack {
    align-content: start;
  }
  .day {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .day .field {
    flex: 1 1 220px;
  }
  .day button {
    padding-inline: 10px;
  }
`

export const pageLooks = css`
  .all {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    max-inline-size: 1120px;
  }
  :host([there]) .all {
    margin-inline: auto;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
    margin-block-end: 10px;
  }
  .top p,
  .top ol {
    flex: 1 1 240px;
  }
  .top ol {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  .top [aria-current] {
    color: var(--ink);
    font-weight: 700;
  }
  .top label {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--size-small);
  }
  .top input:not([type='checkbox']) {
    inline-size: 120px !important;
  }
  .asking {
    visibility: hidden;
  }
  @media print {
    .top {
      display: none;
    }
  }
`
