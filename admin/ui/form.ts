export type FieldErrors = Readonly<Record<string, string>>

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

/** Names of required fields that stand empty, each with the sentence to show. */
export function missingFields(form: HTMLFormElement, sentence: string): FieldErrors {
  const written = new FormData(form)
  const missing: Record<string, string> = {}
  for (const control of form.elements) {
    if (!isControl(control) || !control.required) continue
    if (String(written.get(control.name) ?? '').trim() === '') missing[control.name] = sentence
  }
  return missing
}

export const hasErrors = (errors: FieldErrors): boolean => Object.keys(errors).length > 0

/** Takes the person to the first field that needs them. Call it once the errors are rendered. */
export function focusFirstError(root: ParentNode): void {
  root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}

export const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** The text, or nothing where it was left empty. */
export const optionalTextIn = (form: FormData, name: string): string | undefined => textIn(form, name) || undefined

export const isTicked = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.checked

export const valueIn = ({ target }: Event): string => (isControl(target) ? target.value : '')

export function formIn({ target }: Event): HTMLFormElement {
  if (target instanceof HTMLFormElement) return target
  throw new TypeError('The event does not come from a form.')
}

/** The first sentence of a story, for its subject: whole words, no full stop. */
export function firstSentence(story: string, most: number): string {
  const sentence = /^[^.!?\n]*/.exec(story.trim())?.[0].trim() ?? ''
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most)
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
}
