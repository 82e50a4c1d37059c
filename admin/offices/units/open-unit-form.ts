import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { fieldProblems, problemCode } from '../../api/problems.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { operatorWording } from './operator-wording.ts'
import '../../ui/one-time-link.ts'
import { surfaces } from '../../ui/surfaces.ts'

interface Opened {
  readonly name: string
  readonly setUpUrl: string | null
}

/**
 * Opens a unit, then shows the one-time link for its first admin.
 * @fires unit-opened
 */
@customElement('open-unit-form')
export class OpenUnitForm extends PageElement {
  static override styles = [controls, surfaces, fields]

  @state() private opened: Opened | null = null
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private sending = false
  @query('form') private readonly form!: HTMLFormElement

  override render() {
    return this.opened ? this.renderOpened(this.opened) : this.renderForm()
  }

  private renderOpened({ name, setUpUrl }: Opened) {
    const operator = operatorWording(this.wording)
    const { common } = this.wording
    return html`<div class="stack">
      <div class="banner ok" role="status">
        ${icons.check}
        <div><strong>${operator.opened(name)}</strong><p>${setUpUrl ? operator.linkText : operator.hasAccount}</p></div>
      </div>
      ${
        setUpUrl
          ? html`<ui-one-time-link address=${setUpUrl} label=${operator.link} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>`
          : nothing
      }
    </div>`
  }

  private renderForm() {
    const operator = operatorWording(this.wording)
    const { errors } = this
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${operator.openText}</p>
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      ${textField({ name: 'name', label: operator.name, hint: operator.nameHint, error: errors.name })}
      <div class="pair">
        ${textField({ name: 'shortName', label: operator.shortName, error: errors.shortName })}
        ${textField({ name: 'numberPrefix', label: operator.numberPrefix, hint: operator.numberPrefixHint, limit: 8, error: errors.numberPrefix })}
      </div>
      ${textField({ name: 'slug', label: operator.slug, hint: operator.slugHint, limit: 62, error: errors.slug })}
      <h3>${operator.admin}</h3>
      <div class="pair">
        ${textField({ name: 'admin.name', label: operator.adminName, error: errors['admin.name'] })}
        ${textField({ name: 'admin.email', label: operator.adminEmail, type: 'email', error: errors['admin.email'] })}
      </div>
      <div><button class="primary" ?disabled=${this.sending}>${operator.submit}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.sending) return
    this.refusal = ''
    this.errors = missingFields(this.form, this.wording.common.required)
    if (hasErrors(this.errors)) return this.showFirstError()
    const written = new FormData(this.form)
    const text = (name: string) => textIn(written, name)
    this.sending = true
    try {
      const { setUpUrl } = await this.client.openUnit({
        slug: text('slug'),
        name: text('name'),
        shortName: text('shortName'),
        numberPrefix: text('numberPrefix').toUpperCase(),
        admin: { name: text('admin.name'), email: text('admin.email') },
      })
      this.opened = { name: text('name'), setUpUrl }
      this.dispatchEvent(new CustomEvent('unit-opened'))
    } catch (error) {
      const isTaken = problemCode(error) === 'tenant/slug-taken'
      this.errors = isTaken ? { slug: this.explain(error) } : fieldProblems(error)
      this.refusal = this.explain(error)
      await this.showFirstError()
    } finally {
      this.sending = false
    }
  }

  private async showFirstError() {
    await this.updateComplete
    focusFirstError(this.renderRoot)
  }
}
