import { keepers } from './keepers.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

interface Typed {
  /** What stood there before, and what the person made of it. */
  readonly before: string
  readonly words: string
  /** The elements and forms around the field, from the inside. */
  readonly around: readonly EventTarget[]
  /** A button of its form was pressed since: the next attempt is that of these words. */
  readonly isPressed: boolean
  /** They are on their way, and success may lead to another page. A form that never says so is asked about. */
  readonly isSending: boolean
}

const written = new Set(['text', 'email', 'tel', 'url', 'number', 'textarea'])

const fieldOf = ([target]: readonly EventTarget[]): Field | null =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && written.has(target.type)
    ? target
    : null

const isPress = (target: EventTarget) => target instanceof HTMLButtonElement && target.type === 'submit'

/** What narrows a list or finds a page is no work that could be lost. */
const isSearchField = (around: readonly EventTarget[]) =>
  around.some((one) => one instanceof Element && one.matches('search, [role=search], input[role=combobox]'))

const scopeOf = (around: readonly EventTarget[]) =>
  around.find((one) => one instanceof HTMLFormElement) ?? around.find((one) => one instanceof ShadowRoot)

const isKeptByItself = (around: readonly EventTarget[]) => {
  const form = around.find((one) => one instanceof HTMLFormElement) ?? around[0]
  if (form && keepers.has(form)) return true
  const root = form instanceof Element ? form.getRootNode() : null
  return root instanceof ShadowRoot && keepers.has(root.host)
}

/**
 * Remembers in which fields of the whole application somebody typed what is neither kept nor sent. It hears all fields at
 * the window, so a form need not do anything for it: success of an `Attempt` after one of its buttons was pressed is its
 * sending.
 */
export class TypedWords {
  private readonly before = new WeakMap<Field, string>()
  private readonly typed = new Map<Field, Typed>()

  get isUnsent(): boolean {
    return this.isUnsentIn(window)
  }

  /** Whether words stand in that part of the application, or in the dialog, that would be lost with it. */
  isUnsentIn(part: EventTarget): boolean {
    return [...this.typed].some(
      ([field, typed]) => !typed.isSending && typed.around.includes(part) && isLost(field, typed),
    )
  }

  forget(part: EventTarget = window) {
    for (const [field, { around }] of this.typed) if (around.includes(part)) this.typed.delete(field)
  }

  readonly onFocus = (event: Event) => {
    const field = fieldOf(event.composedPath())
    if (field && !this.typed.has(field)) this.before.set(field, field.value)
  }

  readonly onInput = (event: Event) => {
    const around = event.composedPath()
    const field = fieldOf(around)
    if (!field || isSearchField(around) || isKeptByItself(around)) return
    const before = this.typed.get(field)?.before ?? this.before.get(field) ?? field.defaultValue
    this.typed.set(field, { before, words: field.value, around, isPressed: false, isSending: false })
  }

  readonly onClick = (event: Event) => {
    const path = event.composedPath()
    if (!path.some(isPress)) return
    for (const [field, typed] of this.typed) {
      const scope = scopeOf(typed.around)
      if (scope && path.includes(scope)) this.typed.set(field, { ...typed, isPressed: true })
    }
  }

  readonly onSending = (event: Event) => {
    const [sender] = event.composedPath()
    for (const [field, typed] of this.typed)
      if (typed.isPressed && sender && typed.around.includes(sender))
        this.typed.set(field, { ...typed, isSending: true })
  }

  readonly onRefused = (event: Event) => {
    const [sender] = event.composedPath()
    for (const [field, typed] of this.typed)
      if (sender && typed.around.includes(sender))
        this.typed.set(field, { ...typed, isPressed: false, isSending: false })
  }

  readonly onSent = (event: Event) => {
    const [sender] = event.composedPath()
    for (const [field, { isPressed, around }] of this.typed) {
      if (!isPressed || !sender || !around.includes(sender)) continue
      this.typed.delete(field)
      this.before.set(field, field.value)
    }
  }
}

/** What the page itself changed since, or what stands in a dialog that was closed, is not the person's any more. */
function isLost(field: Field, { before, words, around }: Typed): boolean {
  if (!field.isConnected || field.value !== words) return false
  if (around.some((one) => one instanceof HTMLDialogElement && !one.open)) return false
  return words.trim() !== '' && words.trim() !== before.trim()
}
