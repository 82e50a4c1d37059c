import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SeriesList } from '../../../service/contract/series.ts'
import { markOwnName, ownChoice } from '../../page/own-words.ts'
import seriesWording from '../../texts/series.json'
import { checksField, selectField, textField } from '../../ui/field.ts'
import type { Wording } from '../../wording/wording.ts'
import { WrittenForm } from '../written/written-page.ts'

export type ShownSeries = SeriesList['series'][number]
export type WrittenSeries = Pick<ShownSeries, 'name' | 'does'> & { readonly id?: string }
export type SeriesChoices = Pick<SeriesList, 'people' | 'labels' | 'templates'>

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Says what a series does: “Verifikasi, disposisikan kepada Sari, lalu tulis catatan.” Names of the unit are set off. */
export function saySeries(
  { verify, assign, labels, labelsOff, note, message }: WrittenSeries['does'],
  choices: SeriesChoices,
  wording: Wording,
): string {
  const { says, and, gone, goneLabel, nothingYet } = seriesWording(wording)
  const nameIn = (list: SeriesChoices['people'], id: string) => list.find((one) => one.id === id)?.name
  const own = (list: SeriesChoices['people'], id: string, gone: string) => {
    const name = nameIn(list, id)
    return name === undefined ? gone : markOwnName(name)
  }
  const names = (ids: readonly string[]) => ids.map((id) => own(choices.labels, id, goneLabel)).join(', ')
  const parts = [
    ...(verify ? [says.verify] : []),
    ...(assign ? [says.assign({ name: nameIn(choices.people, assign) ?? gone })] : []),
    ...(labelsOff.length > 0 ? [says.unlabel({ names: names(labelsOff) })] : []),
    ...(labels.length > 0 ? [says.label({ names: names(labels) })] : []),
    ...(note ? [says.note] : []),
    ...(message ? [says.message({ template: own(choices.templates, message, '…') })] : []),
  ]
  if (parts.length === 0) return nothingYet
  const joined = parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, ${and} ${parts.at(-1)}`
  return `${capitalize(joined)}.`
}

type Does = WrittenSeries['does']

@customElement('series-form')
export class SeriesForm extends WrittenForm<ShownSeries, Does, WrittenSeries> {
  @property({ attribute: false }) choices!: SeriesChoices

  protected readonly blank: Does = {
    ...{ verify: false, assign: null, instruction: '', labels: [], labelsOff: [], note: '', message: null },
  }

  protected get words() {
    return seriesWording(this.wording)
  }

  protected get sentence() {
    return saySeries(this.does, this.choices, this.wording)
  }

  protected renderFields() {
    return html`<div class="pair">${this.renderCase()}${this.renderWords()}</div>`
  }

  private renderCase() {
    const { words, does } = this
    const { optional } = this.wording.common
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
      label: this.words[name],
      optional: this.wording.common.optional,
      values: this.does[name],
      options: this.choices.labels.map(ownChoice),
      chosen: (chosen) => this.do({ [name]: chosen }),
    })
  }

  private renderWords() {
    const { words, does } = this
    const { optional } = this.wording.common
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
        options: [{ value: '', label: words.noMessage }, ...this.choices.templates.map(ownChoice)],
        chosen: (message) => this.do({ message: message || null }),
      })}
    </div>`
  }

  protected get mistake() {
    const { words } = this
    const { verify, assign, labels, labelsOff, note, message } = this.does
    const acts = [verify, assign, ...labels, ...labelsOff, note, message].filter(Boolean)
    if (labels.some((id) => labelsOff.includes(id))) return words.twice
    return acts.length < 2 ? words.tooFew : null
  }

  protected send() {
    return this.save(this.named)
  }
}
