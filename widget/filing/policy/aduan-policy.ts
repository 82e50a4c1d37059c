import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { base } from '../../element/base-styles.ts'
import { css } from '../../element/theme.ts'
import { type Changed, reactive, WidgetElement } from '../../element/widget-element.ts'
import type { ServiceClient } from '../../service/client.ts'
import { loadWithWording, loadWording, readPartWording } from '../../texts/languages.ts'

export const policyStyles = css`
  ol {
    margin: 0.6rem 0 1.25rem;
    padding-inline-start: 1.6rem;
  }
  li {
    padding: 0.2rem 0 0.2rem 0.2rem;
  }
  li::marker {
    color: var(--_accent);
    font-weight: 700;
  }
`

type Policy = Pick<TenantView, 'procedure' | 'privacyNotice'>

/**
 * Shows the office's rules and its privacy notice. They are long and few people read them, so they are fetched when
 * somebody opens them. Stays inside the widget.
 */
export class AduanPolicy extends WidgetElement {
  static override styles = [base, policyStyles]

  @reactive unit!: TenantView
  @reactive client!: ServiceClient

  @reactive private policy: Policy | undefined
  @reactive private problem = ''
  @reactive private hasWording = false

  protected override willUpdate(changed: Changed) {
    if (!changed.has('unit')) return
    void this.readWording()
    // A service or a preview that sent the texts with the unit is not asked again.
    this.policy = this.unit.privacyNotice.text ? this.unit : undefined
    if (!this.policy) void this.ask()
  }

  protected override render() {
    const { client, policy, problem, unit } = this
    if (!this.hasWording) return nothing
    const { loading, retry, notice, accessibility } = readPartWording(unit.language).policy
    if (!policy) {
      return html`<div role="status"><p>${problem || loading}</p></div>
        <button type="button" ?hidden=${!problem} @click=${this.ask}>${retry}</button>`
    }
    const statement = `${client.unitUrl.replace('/api/v1/tenants/', '/t/')}/accessibility?lang=${unit.language}`
    // The office writes its own texts in Indonesian and English only.
    const written = unit.language === 'jv' ? 'id' : nothing
    return html`
      <h3 lang=${written}>${policy.procedure.title}</h3>
      <ol lang=${written}>
        ${policy.procedure.rules.map((rule) => html`<li>${rule}</li>`)}
      </ol>
      <h3>${notice}</h3>
      <p class="written" lang=${written}>${policy.privacyNotice.text}</p>
      <p><a href=${statement} target="_blank" rel="noopener">${accessibility}</a></p>
    `
  }

  /** This part may be there before its wording, which is fetched beside it. */
  private async readWording() {
    await loadWithWording(Promise.resolve(), this.unit.language).catch(() => {})
    this.hasWording = Boolean(readPartWording(this.unit.language))
  }

  private async ask() {
    const { client, unit } = this
    this.problem = ''
    try {
      const policy = await client.policy()
      if (unit === this.unit) this.policy = policy
    } catch {
      this.problem = (await loadWording(unit.language)).failures['network/unreachable']
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-policy': AduanPolicy
  }
}
