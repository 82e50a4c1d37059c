import { consume } from '@lit/context'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SessionView } from '../../service/contract/account.ts'
import { sessionContext, type Unit } from '../api/context.ts'
import { PageElement } from '../page/page-element.ts'
import { fields } from '../ui/fields.ts'
import { icons } from '../ui/icons.ts'
import { linksFor, type PageLink } from './routes/page-links.ts'
import { sections } from './routes/route.ts'

@customElement('unit-page')
export class UnitPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host {
        display: grid;
        gap: 16px;
        max-inline-size: 1100px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: 12px 24px;
      }
      .head label {
        flex: 0 1 320px;
        font-weight: 600;
        font-size: var(--size-small);
      }
      input {
        inline-size: 100%;
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 12px;
      }
      .card {
        gap: 4px;
        padding: 14px 12px;
      }
      h2 {
        padding-inline: 8px;
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      li a {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 44px;
        padding: 4px 8px;
        border-radius: var(--radius);
        color: var(--ink);
        font-weight: 600;
        text-decoration: none;
      }
      li a:hover {
        background: var(--accent-soft);
      }
      .icon {
        color: var(--accent);
      }
    `,
  ]

  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session!: SessionView

  @state() private typed = ''

  override render() {
    const { app } = this.wording
    const unit: Unit | undefined = this.unit
    const links = linksFor(this.wording, this.session, unit).filter(({ section }) => section !== null)
    const words = this.typed.toLowerCase().split(/\s+/).filter(Boolean)
    const found = links.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
    return html`
      <div class="head">
        <h1>${unit ? app.entries.unit : app.entries.service}</h1>
        <label>${app.findPage}<input type="search" autocomplete="off" @input=${this.onInput}></label>
      </div>
      ${found.length === 0 ? html`<p class="soft" role="status">${app.noPageFound}</p>` : nothing}
      <div class="groups">${sections.map((section) =>
        this.renderSection(
          section,
          found.filter((link) => link.section === section),
        ),
      )}</div>
    `
  }

  private renderSection(section: (typeof sections)[number], links: readonly PageLink[]) {
    if (links.length === 0) return nothing
    return html`<section class="card" aria-labelledby=${section}>
      <h2 id=${section}>${this.wording.app.sections[section]}</h2>
      <ul class="plain">
        ${links.map(({ label, address, icon }) => html`<li><a href=${address}>${icons[icon]}${label}</a></li>`)}
      </ul>
    </section>`
  }

  private onInput({ target }: Event) {
    if (target instanceof HTMLInputElement) this.typed = target.value
  }
}
