import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { OfferedTemplate, TemplateKind } from '../../api/wire.ts'
import { ownName } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import { pendingState } from '../../ui/controls.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { findTemplates } from '../templates/find-templates.ts'

/** A template that was chosen; it bubbles to the element that holds the form. */
export type TemplateChosen = CustomEvent<OfferedTemplate>

/**
 * Finds a template by a few letters of its name or words, by keyboard alone. Choosing one writes; it sends nothing.
 * @fires template-chosen - `detail` is an `OfferedTemplate`
 */
@customElement('template-picker')
export class TemplatePicker extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host {
        display: block;
      }
      .open {
        display: grid;
        gap: 6px;
        padding: 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
      }
      ul {
        max-block-size: 300px;
        overflow-y: auto;
      }
      li {
        padding: 6px 10px;
        border-radius: var(--radius);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      li p {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      li:hover {
        background: var(--sunk);
      }
      [aria-selected='true'] {
        background: var(--accent-soft);
      }
    `,
  ]

  @property() number = ''
  /** The kinds of templates that the form around it takes; empty for all. */
  @property({ attribute: false }) kinds: readonly TemplateKind[] = []
  /** Shows the list at once, where a dialog is around it. */
  @property({ type: Boolean }) opened = false
  @state() private isOpen = false
  @state() private sought = ''
  @state() private at = 0
  @query('input') private readonly input!: HTMLInputElement | null
  @query('button') private readonly button!: HTMLButtonElement | null

  private readonly offered = new Task(this, {
    args: () => [this.isOpen, this.unit.tenant, this.number] as const,
    task: async ([isOpen, tenant, number], { signal }) =>
      isOpen
        ? (await this.client.call('GET /cases/{number}/templates', { params: { tenant, number }, signal })).items
        : [],
  })

  protected override firstUpdated() {
    if (this.opened) void this.open()
  }

  override focus() {
    this.input?.focus()
  }

  override render() {
    const { templates } = this.wording
    if (this.isOpen) return this.renderOpen()
    return html`<button type="button" class="quiet" @click=${this.open}>${icons.file}${templates.use}</button>`
  }

  private renderOpen() {
    const { templates, common } = this.wording
    const found = this.found
    const id = (at: number) => (found.length > 0 ? `option-${at}` : nothing)
    return html`<div class="open" role="group" aria-label=${templates.use} @focusout=${this.onFocusOut}>
      <input role="combobox" aria-label=${templates.seek} placeholder=${templates.seek} aria-expanded="true" aria-controls="found"
        aria-autocomplete="list" aria-activedescendant=${id(this.at)} autocomplete="off" .value=${this.sought}
        @input=${this.onSought} @keydown=${this.onKey}>
      ${this.offered.render({
        pending: () => pendingState(common.loading),
        error: (error) => this.renderFailure(error, this.again),
        complete: () =>
          found.length === 0
            ? html`<p class="soft small" role="status">${this.offered.value?.length ? templates.noneFound : templates.noneFit}</p>`
            : html`<ul id="found" class="plain" role="listbox" aria-label=${templates.use}>
                ${found.map((template, at) => this.renderOption(template, at))}
              </ul>`,
      })}
    </div>`
  }

  private renderOption(template: OfferedTemplate, at: number) {
    const { templates } = this.wording
    const { name, kind, language, text } = template
    return html`<li id="option-${at}" role="option" aria-selected=${at === this.at ? 'true' : 'false'}
      @mousedown=${(event: Event) => event.preventDefault()} @pointerup=${() => this.choose(template)}>
      <strong>${ownName(name)}</strong>
      <span class="soft small">${this.kinds.length === 1 ? '' : templates.kinds[kind]} ${language === 'en' ? templates.languages.en : ''}</span>
      <p class="soft small">${text}</p>
    </li>`
  }

  private get found(): readonly OfferedTemplate[] {
    const { kinds } = this
    const fitting = (this.offered.value ?? []).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    return findTemplates(fitting, this.sought)
  }

  private async open() {
    this.isOpen = true
    this.sought = ''
    this.at = 0
    await this.updateComplete
    this.input?.focus()
  }

  // The button goes with the refusal, and the focus must stay here.
  private readonly again = () => {
    this.input?.focus()
    void this.offered.run()
  }

  private async close() {
    this.isOpen = false
    await this.updateComplete
    this.button?.focus()
  }

  private onFocusOut({ relatedTarget }: FocusEvent) {
    if (this.opened || (relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget))) return
    this.isOpen = false
  }

  private onSought(event: Event) {
    event.stopPropagation()
    this.sought = this.input?.value ?? ''
    this.at = 0
  }

  private onKey(event: KeyboardEvent) {
    const { found } = this
    if (event.key === 'Escape' && !this.opened) void this.close()
    else if (event.key === 'ArrowDown') this.at = Math.min(this.at + 1, found.length - 1)
    else if (event.key === 'ArrowUp') this.at = Math.max(this.at - 1, 0)
    else if (event.key === 'Enter') {
      const template = found[this.at]
      if (template) this.choose(template)
    } else return
    // Neither sends the form around it nor closes what it stands in.
    event.preventDefault()
    event.stopPropagation()
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    )
  }

  private choose(template: OfferedTemplate) {
    this.isOpen = false
    this.dispatchEvent(new CustomEvent('template-chosen', { detail: template }))
  }
}
