import { css, html, LitElement, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LabelView } from '../../service/contract/labels.ts'

/** A dot of each colour stands out from every surface of the light and of the dark scheme, and on paper. */
export const labelDots = {
  grey: '#7d7d7d',
  blue: '#3d7ece',
  teal: '#068c8c',
  green: '#2a904b',
  olive: '#7f8015',
  amber: '#b17000',
  rose: '#cc527f',
  violet: '#9369d4',
} as const satisfies Record<LabelView['colour'], string>

/** The unit names its labels in Indonesian, whatever language the page has. The name stands in ink: the colour only helps to find it again. */
export const labelChip = ({ name, colour }: Pick<LabelView, 'name' | 'colour'>): TemplateResult =>
  html`<span class="label ${colour}" lang="id">${name}</span>`

const dots = Object.entries(labelDots).map(([colour, dot]) => `.label.${colour} { --dot: ${dot}; }`)

export const labelLooks = css`
  .label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--surface);
    color: var(--ink);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .label::before {
    flex: none;
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--dot);
    content: '';
    print-color-adjust: exact;
  }
  ${unsafeCSS(dots.join('\n'))}
`

@customElement('label-chips')
export class LabelChips extends LitElement {
  static override styles = [
    labelLooks,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 4px;
        vertical-align: bottom;
      }
    `,
  ]

  @property({ attribute: false }) labels: readonly LabelView[] = []

  override render() {
    return this.labels.map(labelChip)
  }
}
