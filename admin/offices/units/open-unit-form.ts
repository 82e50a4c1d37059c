import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { problemCode } from '../../api/problems.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { operatorWording } from '../../wording/operator-wording.ts'
import '../../ui/one-time-link.ts'

interface Opened {
  readonly name: string
  readonly setUpUrl: string | null
}

/**
 * Opens a unit, then shows the one-time link for its first admin.
 * @fires unit-opened
 */
@customElement('open-unit-form')
export class OpenUnitForm extends FormElement {
  @state() private opened: Opened | null = null

  override render() {
    return this.opened ? this.renderOpened(this.opened) : this.renderForm()
  }

  override fieldErrorsIn(error: unknown) {
    return problemCode(error) === 'tenant/slug-taken' ? { slug: this.explain(error) } : super.fieldErrorsIn(error)
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
    const { errors } = this.attempt
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${operator.openText}</p>
      ${this.attempt.render()}
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
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${operator.submit}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const text = (name: string) => textIn(written, name)
    const { setUpUrl } = await this.client.openUnit({
      slug: text('slug'),
      name: text('name'),
      shortName: text('shortName'),
      numberPrefix: text('numberPrefix').toUpperCase(),
      admin: { name: text('admin.name'), email: text('admin.email') },
    })
    this.opened = { name: text('name'), setUpUrl }
    this.dispatchEvent(new CustomEvent('unit-opened'))
  }
}
