import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { FormElement } from '../../page/form-element.ts'
import { checksField, selectField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { seriesWording } from '../../wording/series-wording.ts'
import { type SeriesChoices, type ShownSeries, saySeries, type WrittenSeries } from './series-sentence.ts'

type Does = WrittenSeries['does']

const blank: Does = {
  ...{ verify: false, assign: null, instruction: '', labels: [], labelsOff: [], note: '', message: null },
}

/** Writes one series of acts by choosing, with the sentence that it makes above. */
@customElement('series-form')
export class SeriesForm extends FormElement {
  static override styles = [
    FormElement.styles,
    formGrid,
    css`
      .sentence {
        padding: 12px 16px;
        border-inline-start: 4px solid var(--accent);
        background: var(--paper);
      }
      .pair > .stack {
        align-content: start;
      }
    `,
  ]

  /** `null`: a new one. */
  @property({ attribute: false }) series: ShownSeries | null = null
  @property({ attribute: false }) choices!: SeriesChoices
  @property({ attribute: false }) save!: (series: WrittenSeries) => Promise<void>
  @state() private does: Does = blank
  private name = ''

  override connectedCallback() {
    super.connectedCallback()
    this.does = this.series?.does ?? blank
    this.name = this.series?.name ?? ''
  }

  override render() {
    const words = seriesWording(this.wording)
    const { errors } = this.attempt
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="sentence" aria-live="polite">${saySeries(this.does, this.choices, this.wording)}</p>
      ${textField({
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        limit: 80,
        value: this.name,
        error: errors.name,
        written: (name) => {
          this.name = name
        },
      })}
      <div class="pair">${this.renderCase()}${this.renderWords()}</div>
      ${errors.does ? html`<p class="error" role="alert">${errors.does}</p>` : nothing}
      ${this.attempt.render()}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${this.wording.common.save}</button></div>
    </form>`
  }

  private renderCase() {
    const words = seriesWording(this.wording)
    const { optional } = this.wording.common
    const { does } = this
    return html`<div class="stack">
      ${checksField({
        name: 'verify',
        label: words.begin,
        optional,
        values: does.verify ? ['verify'] : [],
        options: [{ value: 'verify', label: words.verify }],
        chosen: (chosen) => this.do({ verify: chosen.length > 0 }),
      })}
      ${selectField({
        name: 'assign',
        label: words.assign,
        optional,
        value: does.assign ?? '',
        options: [
          { value: '', label: words.nobody },
          ...this.choices.people.map(({ id, name }) => ({ value: id, label: name })),
        ],
        chosen: (assign) => this.do({ assign: assign || null }),
      })}
      ${
        does.assign
          ? textField({
              name: 'instruction',
              label: words.instruction,
              optional,
              rows: 2,
              limit: this.unit.view.form.limits.note,
              value: does.instruction,
              written: (instruction) => this.do({ instruction: instruction.trim() }),
            })
          : nothing
      }
      ${this.renderLabels('labels')} ${this.renderLabels('labelsOff')}
    </div>`
  }

  private renderLabels(name: 'labels' | 'labelsOff') {
    if (this.choices.labels.length === 0) return nothing
    return checksField({
      name,
      label: seriesWording(this.wording)[name],
      optional: this.wording.common.optional,
      values: this.does[name],
      options: this.choices.labels.map((one) => ({ value: one.id, label: one.name })),
      chosen: (chosen) => this.do({ [name]: chosen }),
    })
  }

  private renderWords() {
    const words = seriesWording(this.wording)
    const { optional } = this.wording.common
    const { does } = this
    return html`<div class="stack">
      ${textField({
        name: 'note',
        label: words.note,
        optional,
        rows: 3,
        limit: this.unit.view.form.limits.note,
        value: does.note,
        written: (note) => this.do({ note: note.trim() }),
      })}
      ${selectField({
        name: 'message',
        label: words.message,
        hint: words.messageHint,
        optional,
        value: does.message ?? '',
        options: [
          { value: '', label: words.noMessage },
          ...this.choices.templates.map(({ id, name }) => ({ value: id, label: name })),
        ],
        chosen: (message) => this.do({ message: message || null }),
      })}
    </div>`
  }

  private do(changes: Partial<Does>) {
    this.does = { ...this.does, ...changes }
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const words = seriesWording(this.wording)
    const { verify, assign, labels, labelsOff, note, message } = this.does
    const acts = [verify, assign, ...labels, ...labelsOff, note, message].filter(Boolean)
    const isTwice = labels.some((id) => labelsOff.includes(id))
    return {
      ...super.findMistakes(written),
      ...(isTwice ? { does: words.twice } : acts.length < 2 && { does: words.tooFew }),
    }
  }

  protected send() {
    const { series, name, does } = this
    return this.save({ ...(series && { id: series.id }), name: name.trim(), does })
  }
}
