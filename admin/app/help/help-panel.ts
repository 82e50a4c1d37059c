import { css, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import type { Membership } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import helpWording from '../../texts/help.json'
import { icons } from '../../ui/icons.ts'
import { guides, paragraphsOn, type Reader } from '../../wording/guides/guides.ts'
import type { Paragraph } from '../../wording/guides/paragraph.ts'
import { routeOf } from '../routes/routes.ts'

/** Somebody with a role of the unit's own needs the guide of each role whose work they do. */
const workOf: readonly (readonly [Reader, string])[] = [
  ['intake_officer', 'cases.enter'],
  ['verifier', 'cases.verify'],
  ['case_handler', 'cases.handle'],
  ['unit_head', 'cases.approve'],
  ['identity_custodian', 'identity.open_confidential'],
  ['internal_auditor', 'objections.decide'],
  ['observer', 'reports.read'],
  ['tenant_admin', 'tenant.configure'],
]

function readersOf({ roles, unitRoles = [], permissions }: Membership): readonly Reader[] {
  if (unitRoles.length === 0) return roles
  return [...roles, ...workOf.filter(([, permission]) => permissions.includes(permission)).map(([reader]) => reader)]
}

/** The guide of a page, and below it the whole guides of its reader. It is no dialog: the page stays in use. */
@customElement('help-panel')
export class HelpPanel extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      aside {
        position: fixed;
        z-index: 20;
        inset: 0 0 0 auto;
        inline-size: min(376px, 100vw);
        overflow-y: auto;
        border-inline-start: 1px solid var(--line);
        background: var(--surface);
        color: var(--ink);
        --focus: var(--accent);
      }
      .head {
        position: sticky;
        inset-block-start: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 12px 8px 8px 20px;
        background: var(--surface);
      }
      h2,
      h3 {
        margin: 0;
        font-size: 1rem;
      }
      .body {
        display: grid;
        gap: 18px;
        padding: 4px 20px 24px;
        font-size: 0.9375rem;
        line-height: 1.5;
      }
      ol {
        display: grid;
        gap: 8px;
        margin: 8px 0 0;
        padding-inline-start: 20px;
      }
      details ol {
        padding-block-end: 8px;
      }
      summary {
        padding-block: 6px;
        cursor: pointer;
      }
      .whole {
        display: grid;
        gap: 2px;
        padding-block-start: 14px;
        border-block-start: 1px solid var(--line);
      }
      .whole a {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 40px;
      }
      @media (max-width: 767px) {
        aside {
          inset: auto 0 58px;
          inline-size: auto;
          max-block-size: 62dvh;
          border-block-start: 1px solid var(--line);
          border-inline: 0;
          border-radius: var(--radius-large) var(--radius-large) 0 0;
          box-shadow: var(--shadow);
        }
        summary {
          padding-block: 10px;
        }
      }
      @media print {
        aside {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) session!: SessionView
  @property({ attribute: false }) membership: Membership | undefined
  @property() path = ''
  @query('h2') private readonly heading!: HTMLElement

  async focusHeading() {
    await this.updateComplete
    this.heading.focus({ preventScroll: true })
  }

  override render() {
    const { common } = this.wording
    const words = helpWording(this.wording)
    const pattern = routeOf(this.path, '').route?.pattern ?? ''
    return html`<aside aria-labelledby="help" @keydown=${this.onKey}>
      <div class="head">
        <h2 id="help" tabindex="-1">${words.open}</h2>
        <button class="quiet only-icon" aria-label=${common.close} @click=${this.close}>${icons.close}</button>
      </div>
      <div class="body" lang="id">
        ${paragraphsOn(pattern, this.readers).map(
          (paragraph) => html`<section><h3>${paragraph.heading}</h3>${this.renderSteps(paragraph)}</section>`,
        )}
        ${this.readers.map((reader) => this.renderWhole(reader))}
      </div>
    </aside>`
  }

  private renderSteps({ steps }: Paragraph) {
    return html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>`
  }

  private renderWhole(reader: Reader) {
    const words = helpWording(this.wording)
    const { title, file, lead, paragraphs } = guides[reader]
    return html`<section class="whole">
      <h3>${words.whole({ guide: title })}</h3>
      <p class="soft">${lead}</p>
      ${paragraphs.map(
        (paragraph) => html`<details><summary>${paragraph.heading}</summary>${this.renderSteps(paragraph)}</details>`,
      )}
      <div><a href=${`/guides/${file}.pdf`} download>${icons.download}${words.print}</a></div>
    </section>`
  }

  /** In a unit those of its roles, elsewhere those of every role that the person has. */
  private get readers(): readonly Reader[] {
    const memberships = this.membership ? [this.membership] : this.session.tenants
    const roles = new Set<Reader>(memberships.flatMap(readersOf))
    return this.session.staff.operator ? [...roles, 'operator'] : [...roles]
  }

  private onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.close()
  }

  private close() {
    this.dispatchEvent(new CustomEvent('help-closed'))
  }
}
