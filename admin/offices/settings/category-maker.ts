import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { PageElement } from '../../page/page-element.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, hasErrors } from '../../ui/form.ts'
import { beginWording } from '../../wording/begin-wording.ts'
import type { MadeCategory } from './made-category.ts'

/**
 * Makes a category with one sentence. It lies in the form of the settings, so it is no form itself.
 * @fires category-made - The category, which is saved with the other settings.
 */
@customElement('category-maker')
export class CategoryMaker extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .sentence {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }
      .field:first-child {
        flex: 1 1 220px;
      }
      .field {
        flex: 0 1 250px;
      }
    `,
  ]

  @property({ attribute: false }) settings!: Pick<TenantSettingsView, 'categories' | 'rules'>
  @state() private name = ''
  @state() private days = ''
  @state() private errors: FieldErrors = {}

  override render() {
    const { category } = beginWording(this.wording)
    const usual = this.settings.rules.clocks.handling_non_oversight.amount
    return html`<section aria-label=${category.heading} @keydown=${this.onKey}>
      <h3>${category.heading}</h3>
      <div class="sentence">
        ${textField({
          ...{ name: 'new-category', label: category.about, limit: 80, optional: '' },
          ...{ value: this.name, error: this.errors.name },
          written: (name) => {
            this.name = name
          },
        })}
        ${textField({
          ...{ name: 'new-days', label: category.days, type: 'number', optional: '' },
          ...{ value: this.days || String(usual), error: this.errors.days },
          written: (days) => {
            this.days = days
          },
        })}
        <button type="button" @click=${this.make}>${category.add}</button>
      </div>
    </section>`
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    this.make()
  }

  private readonly make = () => {
    const { category } = beginWording(this.wording)
    const name = this.name.trim()
    const days = Number(this.days || this.settings.rules.clocks.handling_non_oversight.amount)
    const isTaken = this.settings.categories.some(({ label }) => label.id.toLowerCase() === name.toLowerCase())
    this.errors = {
      ...(name === '' && { name: this.wording.common.required }),
      ...(isTaken && { name: category.taken }),
      ...(!(Number.isInteger(days) && days >= 1 && days <= 365) && { days: category.daysWrong }),
    }
    if (hasErrors(this.errors)) return
    const description = category.described(
      /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1),
    )
    const detail: MadeCategory = { name: name.charAt(0).toUpperCase() + name.slice(1), description, days }
    this.dispatchEvent(new CustomEvent('category-made', { detail }))
    this.name = ''
    this.days = ''
  }
}
