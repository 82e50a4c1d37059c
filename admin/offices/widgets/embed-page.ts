import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { EmbedCheckView, WidgetSightingsView } from '../../../service/contract/unit.ts'
import { accentContrast, DEFAULT_ACCENT, isReadableAccent } from '../../../service/offices/colours/readable.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { embedLooks } from './sealing-findings.ts'
import '../../ui/copy-button.ts'
import '../../ui/empty-state.ts'
import embedWording from '../../texts/embed.json'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { wordFor } from '../../wording/wording.ts'

type State = EmbedCheckView['verdicts'][number]['state']
type Sighting = WidgetSightingsView['items'][number]

const iconOf = { good: icons.check, poor: icons.alert, bad: icons.close } as const satisfies Record<State, unknown>
const bannerOf = { element: 'ok', frame: 'ok', link: 'warn', nothing: 'danger' } as const

@customElement('embed-page')
export class EmbedPage extends PageElement {
  static override styles = [PageElement.styles, fields, embedLooks]

  @state() private url = ''
  @state() private found: EmbedCheckView | null = null

  private readonly attempt = new Attempt(this)

  private readonly seen = this.load((tenant, signal) =>
    this.client.call('GET /embed/sightings', { params: { tenant }, signal }),
  )

  private get say() {
    return embedWording(this.wording)
  }

  override render() {
    const { say } = this
    return html`
      <div><h1>${say.heading}</h1><p class="soft">${say.intro}</p></div>
      <form class="card" novalidate @submit=${this.look}>
        ${textField({
          name: 'url',
          label: say.address,
          hint: say.addressHint,
          type: 'url',
          value: this.url,
          written: (url) => {
            this.url = url
          },
        })}
        ${this.attempt.render()}
        <div class="row">
          <button class="primary" ?disabled=${this.attempt.isBusy || this.url.trim() === ''}>${say.look}</button>
          <span class="soft" role="status">${this.attempt.isBusy ? say.looking : nothing}</span>
        </div>
      </form>
      <div aria-live="polite">${this.found ? this.renderFound(this.found) : nothing}</div>
      <section class="card" aria-labelledby="seen">
        <div><h2 id="seen">${say.seen}</h2><p class="hint">${say.seenHint}</p></div>
        ${this.renderLoaded(this.seen, (list) => this.renderSeen(list), say.loading)}
        <p><a href="/admin/${encodeURIComponent(this.unit.tenant)}/settings?page=office">${say.toSettings}</a></p>
      </section>
    `
  }

  private renderFound({ url, layer, verdicts, policyLines }: EmbedCheckView) {
    const { say } = this
    return html`<section class="card" aria-labelledby="result">
      <h2 id="result">${say.result({ url })}</h2>
      ${
        layer
          ? html`<div class="banner ${bannerOf[layer]}">${bannerOf[layer] === 'ok' ? icons.check : icons.alert}<p><strong>${say.layers[layer]}</strong></p></div>`
          : nothing
      }
      <dl class="verdicts">
        ${verdicts.map(({ check, finding, state: how, about = '' }) =>
          this.renderVerdict(say.checks[check], how, this.sentenceFor(check, finding, about)),
        )}
        ${layer ? this.renderContrast() : nothing}
      </dl>
      ${policyLines.length > 0 ? this.renderLines(policyLines) : nothing}
    </section>`
  }

  private sentenceFor(check: string, finding: string, about: string): string {
    const { whyNot } = this.say
    if (finding === 'not_called' || finding === 'no_answer') return wordFor(whyNot, about) ?? about
    const findings: Readonly<Record<string, string | ((values: { about: string }) => string)>> = this.say.findings
    const sentence = findings[`${check}.${finding}`] ?? finding
    return typeof sentence === 'string' ? sentence : sentence({ about: about || 'none' })
  }

  private renderVerdict(name: string, how: State, sentence: string) {
    return html`<div class=${how}>
      <dt>${iconOf[how]}${name} <span class="soft small">${this.say.states[how]}</span></dt>
      <dd>${sentence}</dd>
    </div>`
  }

  private renderContrast() {
    const accent = this.unit.view.theme.accent ?? DEFAULT_ACCENT
    const isLegible = isReadableAccent(accent)
    const shown = this.wording.formats.number(Math.floor(accentContrast(accent) * 10) / 10)
    return this.renderVerdict(
      this.say.checks.contrast,
      isLegible ? 'good' : 'poor',
      this.say.contrast({ ratio: shown, isLegible }),
    )
  }

  private renderLines(lines: EmbedCheckView['policyLines']) {
    const { say } = this
    const { common } = this.wording
    return html`<div class="stack">
      <div><h3>${say.lines}</h3><p class="hint">${say.linesHint}</p></div>
      ${lines.map(({ where, wanted }) => {
        const line =
          where === 'header'
            ? `Content-Security-Policy: ${wanted}`
            : `<meta http-equiv="Content-Security-Policy" content="${wanted.replaceAll('"', '&quot;')}">`
        return html`<div>
          <p class="small soft">${say.where[where]}</p>
          <pre tabindex="0" aria-label=${say.where[where]}><code>${line}</code></pre>
          <ui-copy text=${line} label=${common.copy} done-label=${common.copied}></ui-copy>
        </div>`
      })}
    </div>`
  }

  private renderSeen({ items, newestVersion }: WidgetSightingsView) {
    const { say } = this
    if (items.length === 0)
      return html`<ui-empty icon="search" heading=${say.nowhere} text=${say.nowhereText}></ui-empty>`
    return html`<ul class="plain seen" aria-labelledby="seen">${items.map((one) => this.renderSighting(one, newestVersion))}</ul>`
  }

  private renderSighting(
    { origin, standing, lastSeenAt, version, layer, modes, troubles, countedSince }: Sighting,
    newest: string | null,
  ) {
    const { say } = this
    const { formats } = this.wording
    const isOlder = version !== null && newest !== null && isBefore(version, newest)
    return html`<li class=${standing === 'named' ? 'good' : 'bad'}>
      <strong>${origin === 'null' ? say.noOrigin : origin}</strong>
      <p class="small">
        ${say.lastSeen({ day: formats.dayAndTime(lastSeenAt) })} ·
        ${layer === 'frame' ? say.framed : say.version({ version: version ?? '–' })}${isOlder ? ` (${say.older({ newest })})` : nothing}
      </p>
      ${modes.length > 0 ? html`<p class="small">${say.shownAs({ modes: modes.map((mode) => say.modes[mode]).join(', ') })}</p>` : nothing}
      ${standing === 'named' ? nothing : html`<p>${icons.alert}${say.standings[standing]}</p>`}
      <p class="small soft">
        ${
          troubles.length > 0
            ? `${troubles.map(({ trouble, count }) => say.troubles[trouble]({ count })).join('; ')}, ${say.since({ day: formats.day(countedSince) })}`
            : say.noTrouble
        }
      </p>
    </li>`
  }

  private look(event: Event) {
    event.preventDefault()
    return this.attempt.run(async () => {
      this.found = null
      const typed = this.url.trim()
      const url = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`
      this.found = await this.client.call('POST /embed/check', { params: this.inUnit, body: { url } })
    })
  }
}

/** Compares versions part by part: 1.9.0 is before 1.10.0. */
function isBefore(version: string, other: string): boolean {
  const [one, two] = [version, other].map((text) => text.split('.').map(Number))
  const at = (one ?? []).findIndex((part, place) => part !== two?.[place])
  return at >= 0 && (one?.[at] ?? 0) < (two?.[at] ?? 0)
}
