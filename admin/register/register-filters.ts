import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { LabelView } from '../../service/contract/labels.ts'
import { bearsTrackingCode } from '../../service/shared/tracking-code.ts'
import type { StaffList } from '../api/wire.ts'
import { categoryChoice } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import { controls } from '../ui/controls.ts'
import type { Option } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { valueIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { MediaMatch } from '../ui/media-match.ts'
import { isFiltered, type RegisterQuery, sorts, unfiltered } from './register-query.ts'

const PAUSE_IN_TYPING = 350

@customElement('register-filters')
export class RegisterFilters extends PageElement {
  static override styles = [
    controls,
    fields,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .search {
        position: relative;
        flex: 2 1 220px;
      }
      .search .icon {
        position: absolute;
        inset-block-start: 50%;
        inset-inline-start: 10px;
        translate: 0 -50%;
        color: var(--ink-soft);
        pointer-events: none;
      }
      .search input {
        padding-inline-start: 36px;
      }
      label-filter,
      select {
        flex: 1 1 152px;
        inline-size: auto;
        min-inline-size: 0;
      }
      select[name='sort'] {
        flex-basis: 176px;
      }
      select.set {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      @media (max-width: 720px) {
        .search {
          flex-basis: 100%;
        }
        details {
          inline-size: 100%;
        }
        summary {
          padding-block: 8px;
          color: var(--accent);
          font-weight: 600;
          cursor: pointer;
        }
        .selects {
          display: grid;
          gap: 8px;
        }
      }
    `,
  ]

  @property({ attribute: false }) query!: RegisterQuery
  @property({ attribute: false }) handlers: StaffList['items'] = []
  @property({ attribute: false }) labels: readonly LabelView[] = []
  private readonly narrow = new MediaMatch(this, '(max-width: 720px)')
  private pause: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.pause)
  }

  override render() {
    const { register } = this.wording
    return html`<form role="search" @submit=${this.search}>
      <div class="search">
        ${icons.search}
        <input type="search" name="q" maxlength="200" aria-label=${register.search} placeholder=${register.search}
          .value=${this.query.q} @input=${this.searchSoon}>
      </div>
      ${
        this.narrow.holds
          ? html`<details ?open=${isFiltered(this.query)}><summary>${register.filters}</summary><div class="selects">${this.renderSelects()}</div><slot></slot></details>`
          : this.renderSelects()
      }
    </form>`
  }

  private renderSelects() {
    const { register } = this.wording
    return html`
      ${this.renderSelect('category', register.category, [
        { value: '', label: register.anyCategory },
        ...this.unit.view.categories.map(categoryChoice(this.unit.view)),
      ])}
      ${this.renderSelect('assignee', register.handler, [
        { value: '', label: register.anyHandler },
        { value: 'me', label: register.mine },
        { value: 'none', label: register.nobody },
        ...this.handlers.map(({ id, name }) => ({ value: id, label: name })),
      ])}
      ${this.renderLabels()}
      ${this.renderSelect('due', register.due, [
        { value: '', label: register.anyDue },
        { value: 'overdue', label: register.overdue },
        { value: 'soon', label: register.soon },
      ])}
      ${this.renderSelect(
        'sort',
        register.sort,
        sorts.map((value) => ({ value, label: register.sorts[value] })),
      )}
      ${
        isFiltered(this.query)
          ? html`<button type="button" class="quiet" @click=${this.clear}>${icons.close}${register.clear}</button>`
          : nothing
      }
    `
  }

  private renderLabels() {
    if (this.labels.length === 0 && this.query.label === '') return nothing
    void import('./label-filter.ts')
    return html`<label-filter label=${this.query.label} .labels=${this.labels}
      @label-chosen=${({ detail: label }: CustomEvent<string>) => this.change({ label })}></label-filter>`
  }

  // A search has an order of its own: the newest that has all words first.
  private renderSelect(name: 'category' | 'assignee' | 'due' | 'sort', label: string, options: readonly Option[]) {
    const value = this.query[name]
    return html`<select name=${name} aria-label=${label} ?disabled=${name === 'sort' && this.query.q + this.query.placeWords !== ''} class=${value && name !== 'sort' ? 'set' : ''}
      @change=${(event: Event) => this.change({ [name]: valueIn(event) })}>
      ${options.map((option) => html`<option value=${option.value} lang=${ifDefined(option.lang)} ?selected=${option.value === value}>${option.label}</option>`)}
    </select>`
  }

  private change(changes: Partial<RegisterQuery>) {
    clearTimeout(this.pause)
    this.dispatchEvent(new CustomEvent('query-changed', { detail: { ...changes, cursor: '' } }))
  }

  private clear() {
    this.change(unfiltered)
  }

  private search(event: Event) {
    event.preventDefault()
    this.ask()
  }

  private searchSoon() {
    clearTimeout(this.pause)
    this.pause = setTimeout(() => this.ask(), PAUSE_IN_TYPING)
  }

  private ask() {
    const input = this.renderRoot.querySelector('input')
    if (!input) return
    const isCode = bearsTrackingCode(input.value)
    input.setCustomValidity(isCode ? this.wording.register.codeNotSearched : '')
    if (isCode) input.reportValidity()
    else if (input.value.trim() !== this.query.q) this.change({ q: input.value.trim() })
  }
}
