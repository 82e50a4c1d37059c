import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'
import { figuresWordsIn } from './figures-wording.ts'
import { type RegisterQuery, searchOf } from './register-query.ts'

interface Chip {
  readonly shown: string
  readonly without: Partial<RegisterQuery>
}

/** Shows the filters of an address that no select shows; each can be removed. */
@customElement('asked-chips')
export class AskedChips extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      a {
        display: flex;
        align-items: center;
        gap: 6px;
        min-block-size: 36px;
        padding: 2px 10px;
        border: 1px solid var(--accent);
        border-radius: 999px;
        background: var(--accent-soft);
        color: var(--ink);
        font-size: var(--size-small);
        text-decoration: none;
      }
      @media (pointer: coarse) {
        a {
          min-block-size: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) query!: RegisterQuery
  @property({ attribute: false }) total: number | null = null

  private readonly words = new Task(this, {
    args: () => [this.wording.language] as const,
    task: ([language]) => figuresWordsIn(language),
  })

  override render() {
    const { register } = this.wording
    return html`<ul class="plain row" aria-label=${register.asked.list}>
      ${this.chips.map(
        ({ shown, without }) => html`<li>
          <a href=${location.pathname + searchOf({ ...this.query, ...without, cursor: '' })}
            aria-label=${register.asked.remove({ what: shown })}>${shown}${icons.close}</a>
        </li>`,
      )}
      ${this.total === null ? nothing : html`<li>${this.words.value?.total({ cases: this.wording.formats.number(this.total) })}</li>`}
    </ul>`
  }

  private get chips(): Chip[] {
    const { register, vocabulary } = this.wording
    const { channel, outcome, timeliness, stars } = this.query
    const named = (names: Readonly<Record<string, string>>, code: string) => names[code] ?? code
    return [
      ...this.figureChips,
      ...this.periodChip,
      ...(channel ? [{ shown: named(vocabulary.channels, channel), without: { channel: '' } }] : []),
      ...(outcome ? [{ shown: named(vocabulary.outcomes, outcome), without: { outcome: '' } }] : []),
      ...(timeliness ? [{ shown: named(register.asked.timeliness, timeliness), without: { timeliness: '' } }] : []),
      ...(stars ? [{ shown: register.asked.stars({ stars }), without: { stars: '' } }] : []),
    ]
  }

  /** A figure keeps its name to itself until its wording has come. */
  private get figureChips(): Chip[] {
    const words = this.words.value
    const { figure, place, openOn, placeWords } = this.query
    if (!words) return []
    const names: Readonly<Record<string, string>> = words.names
    return [
      ...(figure ? [{ shown: names[figure] ?? figure, without: { figure: '' } }] : []),
      ...(place ? [{ shown: words.samePlace, without: { place: '' } }] : []),
      ...(placeWords ? [{ shown: words.inPlace({ words: placeWords }), without: { placeWords: '' } }] : []),
      ...(openOn
        ? [{ shown: words.openOn({ day: this.wording.formats.days(openOn, openOn) }), without: { openOn: '' } }]
        : []),
    ]
  }

  private get periodChip(): Chip[] {
    const { register, formats } = this.wording
    const { from, to } = this.query
    const isDay = (day: string) => !Number.isNaN(Date.parse(day))
    const without = { from: '', to: '' }
    if (isDay(from) && isDay(to)) return [{ shown: register.asked.received({ days: formats.days(from, to) }), without }]
    if (isDay(from)) return [{ shown: register.asked.from({ day: formats.days(from, from) }), without }]
    return isDay(to) ? [{ shown: register.asked.to({ day: formats.days(to, to) }), without }] : []
  }
}
