import { html, nothing } from 'lit/html.js'
import type { PublicStatisticsView } from '../../service/contract/figures.ts'
import { localeOf } from '../element/dates.ts'
import { css, theme } from '../element/theme.ts'
import { reactive, WidgetElement } from '../element/widget-element.ts'
import { readLanguage } from '../texts/languages.ts'
import statsWording from '../texts/stats.json'

const looks = css`
  :host {
    display: block;
  }
  .root {
    padding: 20px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 16px / 1.5 var(--aduan-font, system-ui, sans-serif);
    container-type: inline-size;
  }
  h2 {
    margin: 0 0 12px;
    font-size: 1.25em;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 32px;
    margin: 0 0 16px;
  }
  dl div {
    display: flex;
    flex-direction: column-reverse;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    font-size: 1.75em;
    font-weight: 650;
    line-height: 1.2;
  }
  table {
    inline-size: 100%;
    margin-block: 0 16px;
    border-collapse: collapse;
    table-layout: fixed;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: 4px;
    font-weight: 650;
    text-align: start;
  }
  th {
    padding: 2px 12px 2px 0;
    font-weight: 400;
    text-align: start;
  }
  td {
    overflow-wrap: anywhere;
    padding: 2px 0;
    text-align: end;
  }
  .bar {
    inline-size: 45%;
    padding-inline-end: 12px;
  }
  .bar svg {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border-radius: 4px;
    background: var(--_soft);
  }
  rect {
    fill: var(--_accent);
  }
  p {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875em;
  }
  @container (max-width: 420px) {
    .bar {
      display: none;
    }
  }
  @media (forced-colors: active) {
    rect {
      fill: Highlight;
    }
  }
`

/** The service is where the script came from. */
const origin = new URL(import.meta.url).origin

/**
 * Shows the public statistics of a unit, if it publishes them. The content of the element, a link to the page with the
 * same numbers, is shown until they are there, and if they cannot be fetched.
 *
 * @attr tenant - The unit.
 * @attr [service] - Origin of the service; where the script came from.
 * @attr [lang=id] - `id`, `en` or `jv`.
 * @fires aduan-ready - The numbers are there.
 * @fires aduan-failed - `detail.code` says why they are not.
 * @slot - A link to `{service}/t/{tenant}/statistics`.
 */
export class AduanStats extends WidgetElement {
  static override readonly styles = [theme, looks]
  static readonly observedAttributes = ['tenant', 'service', 'lang']

  declare tenant: string
  declare service: string
  declare shown: PublicStatisticsView | null

  override connectedCallback() {
    super.connectedCallback()
    void this.load()
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null) {
    super.attributeChangedCallback(name, before, value)
    if (this.isConnected && before !== value) void this.load()
  }

  private get language() {
    return readLanguage(this.lang)
  }

  private async load() {
    const address = `${this.service ?? origin}/api/v1/tenants/${encodeURIComponent(this.tenant ?? '')}/public-statistics`
    try {
      const response = await fetch(address, { headers: { 'Accept-Language': this.language } })
      const statistics = await response.json()
      if (!response.ok) throw new Error(statistics.code)
      // A strict style policy of the page allows changes through the object model.
      if (statistics.accent) this.style.setProperty('--_unit-accent', statistics.accent)
      this.shown = statistics
      this.fire('aduan-ready')
    } catch (error) {
      this.shown = null
      this.fire('aduan-failed', { code: error instanceof Error ? error.message : '' })
    }
  }

  private fire(name: string, detail?: { readonly code: string }) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
  }

  protected override render() {
    const { shown } = this
    if (!shown) return html`<slot></slot>`
    const wording = statsWording({ language: this.language })
    const number = new Intl.NumberFormat(this.language)
    const day = new Intl.DateTimeFormat(localeOf(this.language), { dateStyle: 'long', timeZone: 'UTC' })
    const { total, inTimePercent, byMonth, byCategory, byOutcome, asOf } = shown
    return html`<section class="root" lang=${this.language} aria-label=${wording.heading}>
      <h2>${wording.heading}</h2>
      <dl>
        <div><dt>${wording.total}</dt><dd>${total === null ? wording.under : number.format(total)}</dd></div>
        <div><dt>${wording.inTime}</dt><dd>${inTimePercent === null ? wording.tooFew : `${inTimePercent}%`}</dd></div>
      </dl>
      ${this.renderTable(wording.byMonth, byMonth)} ${this.renderTable(wording.byCategory, byCategory)}
      ${this.renderTable(wording.byOutcome, byOutcome)}
      <p>${wording.note({ day: day.format(new Date(asOf)) })}</p>
    </section>`
  }

  private renderTable(caption: string, lines: PublicStatisticsView['byCategory']) {
    const { hidden } = statsWording({ language: this.language })
    const number = new Intl.NumberFormat(this.language)
    const most = Math.max(1, ...lines.map(({ cases }) => cases ?? 0))
    return html`<table>
      <caption>${caption}</caption>
      <tbody>
        ${lines.map(
          ({ label, cases }) => html`<tr>
            <th scope="row">${label}</th>
            <td class="bar" aria-hidden="true">
              ${
                cases === null
                  ? nothing
                  : html`<svg viewBox="0 0 100 1" preserveAspectRatio="none"><rect width=${(100 * cases) / most} height="1"></rect></svg>`
              }
            </td>
            <td>${cases === null ? hidden : number.format(cases)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`
  }
}

reactive(AduanStats.prototype, 'tenant')
reactive(AduanStats.prototype, 'service')
reactive(AduanStats.prototype, 'shown')
