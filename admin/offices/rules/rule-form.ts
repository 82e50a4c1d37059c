import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RuleList } from '../../../service/contract/rules.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { FormElement } from '../../page/form-element.ts'
import { checksField, selectField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { rulesWording } from '../../wording/rules-wording.ts'
import { type ShownRule, sayRule, type WrittenRule } from './rule-sentence.ts'

type When = WrittenRule['when']
type Does = WrittenRule['does']

const HEADS = 'heads'

const blank: Pick<WrittenRule, 'when' | 'does'> = {
  when: { event: 'filed', categories: [], channels: [], class: null, words: [], places: [] },
  does: { assign: null, alert: [], alertHeads: false, note: '', template: null, workingDays: null, label: null },
}

const entriesIn = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** Writes one rule by choosing, with the sentence that it makes above. A rule is written while it is off. */
@customElement('rule-form')
export class RuleForm extends FormElement {
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
      summary {
        font-weight: 600;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        summary {
          padding-block: 10px;
        }
      }
    `,
  ]

  /** `null`: a new one. */
  @property({ attribute: false }) rule: ShownRule | null = null
  /** What a new rule begins with; empty for every category. */
  @property({ attribute: false }) category = ''
  @property({ attribute: false }) choices!: Pick<RuleList, 'people' | 'templates' | 'labels'>
  @property({ attribute: false }) save!: (rule: WrittenRule) => Promise<void>
  @state() private when: When = blank.when
  @state() private does: Does = blank.does
  private name = ''

  override connectedCallback() {
    super.connectedCallback()
    const { when, does } = this.rule ?? blank
    const name = this.rule?.name ?? ''
    const begun = this.rule || !this.category ? when : { ...when, categories: [this.category] }
    Object.assign(this, { when: begun, does, name })
  }

  override render() {
    const words = rulesWording(this.wording)
    const { common } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="sentence" aria-live="polite">${sayRule({ when: this.when, does: this.does }, this.choices, this.unit.view, this.wording)}</p>
      ${textField({
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        limit: 80,
        value: this.name,
        error: this.attempt.errors.name,
        written: (name) => {
          this.name = name
        },
      })}
      <div class="pair">${this.renderWhen()}${this.renderMain()}</div>
      <details ?open=${this.hasMore}>
        <summary>${words.more}</summary>
        <div class="pair">${this.renderMore()}</div>
      </details>
      ${this.attempt.errors.does ? html`<p class="error" role="alert">${this.attempt.errors.does}</p>` : ''}
      ${this.attempt.render()}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${common.save}</button></div>
    </form>`
  }

  private renderWhen() {
    const words = rulesWording(this.wording)
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
        options: this.unit.view.categories.map(({ code, label }) => ({ value: code, label })),
        chosen: (categories) => this.ask({ categories }),
      })}
      ${this.renderEntries('words')}
    </div>`
  }

  private renderMain() {
    const words = rulesWording(this.wording)
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
              options: [
                { value: '', label: words.noLabel },
                ...labels.map(({ id, name }) => ({ value: id, label: name })),
              ],
              chosen: (label) => this.do({ label: label || null }),
            })
          : nothing
      }
      ${selectField({
        name: 'template',
        label: words.template,
        optional: common.optional,
        value: does.template ?? '',
        options: [
          { value: '', label: words.noTemplate },
          ...templates.map(({ id, name }) => ({ value: id, label: name })),
        ],
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
    const words = rulesWording(this.wording)
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
    const words = rulesWording(this.wording)
    return textField({
      name,
      label: words[name],
      hint: words.byCommas,
      optional: this.wording.common.optional,
      limit: 300,
      value: (this.rule ?? blank).when[name].join(', '),
      error: this.attempt.errors[`when.${name}`],
      written: (text) => this.ask({ [name]: entriesIn(text) }),
    })
  }

  private get hasMore(): boolean {
    const { when, does } = this.rule ?? blank
    return when.channels.length + when.places.length > 0 || when.class !== null || does.workingDays !== null
  }

  private ask(changes: Partial<When>) {
    this.when = { ...this.when, ...changes }
  }

  private do(changes: Partial<Does>) {
    this.does = { ...this.does, ...changes }
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { assign, alert, alertHeads, note, template, workingDays, label } = this.does
    const isEmpty = !assign && alert.length === 0 && !alertHeads && !note.trim() && !template && !workingDays && !label
    return {
      ...super.findMistakes(written),
      ...(isEmpty && { does: rulesWording(this.wording).nothing }),
    }
  }

  protected send() {
    const { rule, name, when, does } = this
    return this.save({ ...(rule && { id: rule.id }), name: name.trim(), isOn: rule?.isOn ?? false, when, does })
  }
}
