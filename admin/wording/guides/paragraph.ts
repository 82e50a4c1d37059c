/** One paragraph of a guide: it is printed in the guides of roles, and "?" on its pages leads to it. */
export interface Paragraph {
  readonly heading: string
  /** Labels of screens stand between “ and ”, as the screen writes them. */
  readonly steps: readonly string[]
  /** Patterns of the routes on which "?" leads here. */
  readonly pages?: readonly string[]
}
