import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { TemplateList, TemplateView } from '../../../service/contract/templates.ts'
import type { ServiceClient } from '../../api/client.ts'
import type { CompletionItem, DeclineReason, Outcome, Status, TemplateKind, TemplateWords } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { categoryChoice } from '../../page/own-words.ts'
import { checksField, selectField, textField } from '../../ui/field.ts'
import { formGrid, formOutcome } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'

type Language = TemplateView['language']

@customElement('template-form')
export class TemplateForm extends FormElement {
  static override styles = [
    FormElement.styles,
    formGrid,
    formOutcome,
    css`
      .places {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
      }
    `,
  ]

  @property({ attribute: false }) template: TemplateView | null = null
  @property({ attribute: false }) places!: TemplateList['places']
  @property({ attribute: false }) save!: (words: TemplateWords, client: ServiceClient) => Promise<void>
  @state() private kind: TemplateKind = 'message'
  @state() private language: Language = 'id'
  @state() private text = ''
  @state() private items: readonly string[] = []
  @state() private categories: readonly string[] = []
  @state() private statuses: readonly string[] = []
  private readonly kept: KeptForm = new KeptForm(this, () => {
    const kind = `template-${this.template?.id ?? 'new'}`
    return { client: this.client, tenant: this.unit.tenant, number: null, kind }
  })
  @query('textarea[name=text]') private readonly area!: HTMLTextAreaElement

  override connectedCallback() {
    super.connectedCallback()
    const {
      kind = 'message',
      language = 'id',
      text = '',
      items = [],
      categories = [],
      statuses = [],
    } = this.template ?? {}
    Object.assign(this, { kind, language, text, items, categories, statuses })
  }

  override render() {
    const { templates, common, vocabulary } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)}
      ${textField({ name: 'name', label: templates.name, hint: templates.nameHint, limit: 80, value: this.template?.name, error: this.attempt.errors.name, focusFirst: true })}
      <div class="pair">
        ${selectField({
          name: 'kind',
          label: templates.kind,
          value: this.kind,
          options: Object.entries(templates.kinds).map(([value, label]) => ({ value, label })),
          chosen: (kind) => {
            this.kind = kind as TemplateKind
          },
        })}
        ${selectField({
          name: 'language',
          label: templates.language,
          value: this.language,
          options: Object.entries(templates.languages).map(([value, label]) => ({ value, label })),
          chosen: (language) => {
            this.language = language as Language
          },
        })}
      </div>
      ${this.renderOfKind()}
      ${textField({
        name: 'text',
        label: templates.text,
        rows: 7,
        limit: this.unit.view.form.limits.message,
        value: this.text,
        error: this.attempt.errors.text,
        written: (text) => {
          this.text = text
        },
      })}
      <div class="places" role="group" aria-label=${templates.places}>
        ${this.places[this.language].map(
          ({ name }) => html`<button type="button" class="quiet" @click=${() => this.put(name)}>{${name}}</button>`,
        )}
      </div>
      <div class="preview" role="group" aria-label=${templates.preview}>
        <p class="soft small">${templates.preview}</p>
        <p class="prose">${this.preview || '…'}</p>
      </div>
      <details ?open=${this.categories.length + this.statuses.length > 0}>
        <summary>${templates.where}</summary>
        <div class="pair">
          ${checksField({
            name: 'categories',
            label: templates.categories,
            hint: templates.everywhere,
            optional: common.optional,
            values: this.categories,
            error: this.attempt.errors.categories,
            options: this.unit.view.categories.map(categoryChoice(this.unit.view)),
            chosen: (values) => {
              this.categories = values
            },
          })}
          ${checksField({
            name: 'statuses',
            label: templates.statuses,
            hint: templates.everywhere,
            optional: common.optional,
            values: this.statuses,
            options: Object.entries(vocabulary.statuses).map(([value, label]) => ({ value, label })),
            chosen: (values) => {
              this.statuses = values
            },
          })}
        </div>
      </details>
      ${this.attempt.render()}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${common.save}</button></div>
    </form>`
  }

  private renderOfKind() {
    const { acts, common, vocabulary } = this.wording
    const choice = (
      name: string,
      label: string,
      all: Readonly<Record<string, string>>,
      value: string | null | undefined,
    ) =>
      selectField({
        name,
        label,
        value: value ?? '',
        optional: common.optional,
        options: [
          { value: '', label: common.choose },
          ...Object.entries(all).map(([code, said]) => ({ value: code, label: said })),
        ],
      })
    if (this.kind === 'answer') return choice('outcome', acts.outcome, vocabulary.outcomes, this.template?.outcome)
    if (this.kind === 'completion')
      return checksField({
        name: 'items',
        label: acts.items,
        optional: common.optional,
        values: this.items,
        options: Object.entries(vocabulary.completionItems).map(([value, label]) => ({ value, label })),
        chosen: (values) => {
          this.items = values
        },
      })
    if (this.kind !== 'decline') return nothing
    return html`${choice('reason', acts.declineReason, vocabulary.declineReasons, this.template?.reason)}
      ${textField({
        name: 'elsewhere',
        label: acts.elsewhere,
        rows: 2,
        optional: common.optional,
        limit: this.unit.view.form.limits.reason,
        value: this.template?.elsewhere,
        error: this.attempt.errors.elsewhere,
      })}`
  }

  private get preview(): string {
    const samples = new Map(this.places[this.language].map(({ name, sample }) => [name, sample]))
    return this.text.replace(
      /\{([^{}\n]*)\}/g,
      (whole, name: string) => samples.get(name.trim().toLowerCase().replaceAll(' ', '_')) ?? whole,
    )
  }

  private put(name: string) {
    this.area.setRangeText(`{${name}}`, this.area.selectionStart, this.area.selectionEnd, 'end')
    this.text = this.area.value
    this.area.focus()
  }

  protected send(written: FormData) {
    const words = {
      name: textIn(written, 'name'),
      kind: this.kind,
      language: this.language,
      categories: [...this.categories],
      statuses: [...this.statuses] as Status[],
      text: textIn(written, 'text'),
      items: [...this.items] as CompletionItem[],
      outcome: (textIn(written, 'outcome') || null) as Outcome | null,
      reason: (textIn(written, 'reason') || null) as DeclineReason | null,
      elsewhere: textIn(written, 'elsewhere'),
    }
    return this.kept.send((client) => this.save(words, client))
  }
}
