import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RuleList } from '../../../service/contract/series.ts'
import type { WholeTenantView } from '../../../service/contract/tenant-view.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { categoryChoice, markOwnName, markOwnText, ownChoice } from '../../page/own-words.ts'
import rulesWording from '../../texts/rules.json'
import { checksField, selectField, textField } from '../../ui/field.ts'
import type { Wording } from '../../wording/wording.ts'
import { WrittenForm } from '../written/written-page.ts'

export type ShownRule = RuleList['rules'][number]
export type WrittenRule = Omit<ShownRule, 'id' | 'off'> & { readonly id?: string }
type Choices = Pick<RuleList, 'people' | 'templates' | 'labels'>

const join = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

/** Says a rule as one sentence: “Bila pengaduan masuk dengan kategori Pungutan, tugaskan kepada Sari.” Names of the unit are set off. */
export function sayRule(
  { when, does }: Pick<WrittenRule, 'when' | 'does'>,
  { people, templates, labels }: Choices,
  view: Pick<WholeTenantView, 'categories' | 'inIndonesian'>,
  wording: Wording,
): string {
  const words = rulesWording(wording)
  const { vocabulary } = wording
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? words.gone
  const anyOf = (list: readonly string[]) => join(list, words.or)
  const quoted = (list: readonly string[]) => anyOf(list.map((one) => `“${one}”`))
  const kinds = when.categories.map((code) =>
    markOwnText(view, view.categories.find((one) => one.code === code)?.label ?? code),
  )
  const conditions = [
    ...(kinds.length > 0 ? [words.conditions.categories({ list: anyOf(kinds) })] : []),
    ...(when.channels.length > 0
      ? [words.conditions.channels({ list: anyOf(when.channels.map((one) => vocabulary.channels[one])) })]
      : []),
    ...(when.class ? [words.conditions.class({ name: vocabulary.classes[when.class] })] : []),
    ...(when.words.length > 0 ? [words.conditions.words({ list: quoted(when.words) })] : []),
    ...(when.places.length > 0 ? [words.conditions.places({ list: quoted(when.places) })] : []),
  ]
  const alerted = [...does.alert.map(nameOf), ...(does.alertHeads ? [words.theHeads] : [])]
  const template = does.template && markOwnName(templates.find(({ id }) => id === does.template)?.name ?? '…')
  const label = does.label && markOwnName(labels.find(({ id }) => id === does.label)?.name ?? '…')
  const effects = [
    ...(does.assign ? [words.effects.assign({ name: nameOf(does.assign) })] : []),
    ...(alerted.length > 0 ? [words.effects.alert({ names: join(alerted, words.and) })] : []),
    ...(label ? [words.effects.label({ name: label })] : []),
    ...(does.note ? [words.effects.note] : []),
    ...(template ? [words.effects.template({ name: template })] : []),
    ...(does.workingDays ? [words.effects.deadline({ days: does.workingDays })] : []),
  ]
  return words.sentence({
    event: [words.events[when.event], ...conditions].join(' '),
    effects: join(effects, words.and) || 'none',
  })
}

type When = WrittenRule['when']
type Does = WrittenRule['does']

const HEADS = 'heads'

const anyCase: When = { event: 'filed', categories: [], channels: [], class: null, words: [], places: [] }

const entriesIn = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

@customElement('rule-form')
export class RuleForm extends WrittenForm<ShownRule, Does, WrittenRule> {
  /** What a new rule begins with; empty for every category. */
  @property({ attribute: false }) category = ''
  @property({ attribute: false }) choices!: Pick<RuleList, 'people' | 'templates' | 'labels'>
  @state() private when: When = anyCase

  protected readonly blank: Does = {
    ...{ assign: null, alert: [], alertHeads: false, note: '', template: null, workingDays: null, label: null },
  }

  override connectedCallback() {
    super.connectedCallback()
    this.when = this.one?.when ?? { ...anyCase, categories: this.category ? [this.category] : [] }
  }

  protected get words() {
    return rulesWording(this.wording)
  }

  protected get sentence() {
    const { when, does } = this
    return sayRule({ when, does }, this.choices, this.unit.view, this.wording)
  }

  protected renderFields() {
    return html`
      <div class="pair">${this.renderWhen()}${this.renderMain()}</div>
      <details ?open=${this.hasMore}>
        <summary>${this.words.more}</summary>
        <div class="pair">${this.renderMore()}</div>
      </details>
    `
  }

  private renderWhen() {
    const { words } = this
    return html`<div class="stack">
      ${selectField({
        name: 'event',
        label: words.when,
        value: this.when.event,
        options: Object.entries(words.events).map(([value, label]) => ({ value, label })),
        chosen: (event) => this.ask({ event: keysOf(words.events).find((one) => one === event) ?? 'filed' }),
      })}
      ${checksField({
        name: 'categories',
        label: words.categories,
        hint: words.any,
        optional: this.wording.common.optional,
        values: this.when.categories,
        options: this.unit.view.categories.map(categoryChoice(this.unit.view)),
        chosen: (categories) => this.ask({ categories }),
      })}
      ${this.renderEntries('words')}
    </div>`
  }

  private renderMain() {
    const { words } = this
    const { people, templates, labels } = this.choices
    const { common } = this.wording
    const { does } = this
    return html`<div class="stack">
      ${selectField({
        name: 'assign',
        label: words.assign,
        hint: words.assignHint,
        optional: common.optional,
        value: does.assign ?? '',
        options: [
          { value: '', label: words.nobody },
          ...people.filter(({ handles }) => handles).map(({ id, name }) => ({ value: id, label: name })),
        ],
        chosen: (assign) => this.do({ assign: assign || null }),
      })}
      ${checksField({
        name: 'alert',
        label: words.alert,
        optional: common.optional,
        values: [...does.alert, ...(does.alertHeads ? [HEADS] : [])],
        options: [{ value: HEADS, label: words.heads }, ...people.map(({ id, name }) => ({ value: id, label: name }))],
        chosen: (chosen) =>
          this.do({ alert: chosen.filter((one) => one !== HEADS), alertHeads: chosen.includes(HEADS) }),
      })}
      ${
        labels.length > 0
          ? selectField({
              name: 'label',
              label: words.label,
              optional: common.optional,
              value: does.label ?? '',
              options: [{ value: '', label: words.noLabel }, ...labels.map(ownChoice)],
              chosen: (label) => this.do({ label: label || null }),
            })
          : nothing
      }
      ${selectField({
        name: 'template',
        label: words.template,
        optional: common.optional,
        value: does.template ?? '',
        options: [{ value: '', label: words.noTemplate }, ...templates.map(ownChoice)],
        chosen: (template) => this.do({ template: template || null }),
      })}
      ${textField({
        name: 'note',
        label: words.note,
        optional: common.optional,
        rows: 2,
        limit: this.unit.view.form.limits.reason,
        value: does.note,
        written: (note) => this.do({ note }),
      })}
    </div>`
  }

  private renderMore() {
    const { words } = this
    const { vocabulary, common } = this.wording
    return html`
      ${checksField({
        name: 'channels',
        label: words.channels,
        hint: words.any,
        optional: common.optional,
        values: this.when.channels,
        options: Object.entries(vocabulary.channels).map(([value, label]) => ({ value, label })),
        chosen: (channels) =>
          this.ask({ channels: keysOf(vocabulary.channels).filter((one) => channels.includes(one)) }),
      })}
      <div class="stack">
        ${selectField({
          name: 'class',
          label: words.class,
          optional: common.optional,
          value: this.when.class ?? '',
          options: [
            { value: '', label: words.anyClass },
            ...Object.entries(vocabulary.classes).map(([value, label]) => ({ value, label })),
          ],
          chosen: (kind) => this.ask({ class: keysOf(vocabulary.classes).find((one) => one === kind) ?? null }),
        })}
        ${this.renderEntries('places')}
        ${textField({
          name: 'workingDays',
          label: words.workingDays,
          hint: words.workingDaysHint,
          optional: common.optional,
          type: 'number',
          value: this.does.workingDays === null ? '' : String(this.does.workingDays),
          error: this.attempt.errors['does.workingDays'],
          written: (days) => this.do({ workingDays: days ? Number(days) : null }),
        })}
      </div>
    `
  }

  private renderEntries(name: 'words' | 'places') {
    const { words } = this
    return textField({
      name,
      label: words[name],
      hint: words.byCommas,
      optional: this.wording.common.optional,
      limit: 300,
      value: (this.one?.when ?? anyCase)[name].join(', '),
      error: this.attempt.errors[`when.${name}`],
      written: (text) => this.ask({ [name]: entriesIn(text) }),
    })
  }

  private get hasMore(): boolean {
    const { when = anyCase, does = this.blank } = this.one ?? {}
    return when.channels.length + when.places.length > 0 || when.class !== null || does.workingDays !== null
  }

  private ask(changes: Partial<When>) {
    this.when = { ...this.when, ...changes }
  }

  protected get mistake() {
    const { assign, alert, alertHeads, note, template, workingDays, label } = this.does
    const isEmpty = !assign && alert.length === 0 && !alertHeads && !note.trim() && !template && !workingDays && !label
    return isEmpty ? this.words.nothing : null
  }

  protected send() {
    return this.save({ ...this.named, isOn: this.one?.isOn ?? false, when: this.when })
  }
}
