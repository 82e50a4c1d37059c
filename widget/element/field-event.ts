/** An event of a field in which somebody types. */
export interface FieldEvent extends Event {
  readonly target: HTMLInputElement | HTMLTextAreaElement
}
