/** What happens, as the form shows it. */
export interface SendState {
  readonly name: 'sending' | 'proving' | 'retrying'
  /** What to read instead of the words for the name. */
  readonly text?: string
  /** Tries at once; there while the form waits. */
  readonly tryNow?: () => void
}
