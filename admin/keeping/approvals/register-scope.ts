import { css, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { ExportProfile } from '../../../service/offices/act-vocabulary.ts'
import type { AskForApproval, Status } from '../../api/wire.ts'
import { categoryChoice } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { approvalsWording } from '../../wording/approvals-wording.ts'

const profiles = [
  'without_identity',
  'with_named_identity',
  'statistics_only',
] as const satisfies readonly ExportProfile[]

/** Which cases of the register leave, and what of them. */
@customElement('register-scope')
export class RegisterScope extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: 12px;
      }
    `,
  ]

  /** The filters of the page from which the person comes. */
  @property({ attribute: false }) asked = new URLSearchParams()

  @query('form') private readonly form!: HTMLFormElement

  /** The scope that the form holds now. */
  get scope(): NonNullable<AskForApproval['register']> {
    const written = new FormData(this.form)
    const status = textIn(written, 'status')
    return {
      profile: textIn(written, 'profile') as ExportProfile,
      from: textIn(written, 'from') || null,
      to: textIn(written, 'to') || null,
      category: textIn(written, 'category') || null,
      status: status ? [status as Status] : [],
    }
  }

  override render() {
    const { register, vocabulary, common } = this.wording
    const approvals = approvalsWording(this.wording)
    const { permissions, view } = this.unit
    const offered = profiles.filter(
      (profile) => profile !== 'with_named_identity' || permissions.includes('identity.open'),
    )
    const asked = (name: string) => this.asked.get(name) ?? ''
    return html`<form class="stack" novalidate @submit=${(event: Event) => event.preventDefault()}>
      ${radioField({
        name: 'profile',
        label: approvals.profile,
        value: 'without_identity',
        options: offered.map((value) => ({
          value,
          label: approvals.profiles[value],
          hint: approvals.profileHints[value],
        })),
      })}
      <div class="pair">
        ${textField({ name: 'from', label: approvals.receivedFrom, type: 'date', value: asked('from'), optional: common.optional })}
        ${textField({ name: 'to', label: approvals.receivedTo, type: 'date', value: asked('to'), optional: common.optional })}
        ${selectField({
          name: 'category',
          label: register.category,
          value: asked('category'),
          optional: '',
          options: [{ value: '', label: register.anyCategory }, ...view.categories.map(categoryChoice(view))],
        })}
        ${selectField({
          name: 'status',
          label: approvals.scopeStatus,
          value: asked('status') in vocabulary.statuses ? asked('status') : '',
          optional: '',
          options: [
            { value: '', label: approvals.anyStatus },
            ...Object.entries(vocabulary.statuses).map(([value, label]) => ({ value, label })),
          ],
        })}
      </div>
    </form>`
  }
}
