/**
 * The list of today as it may lie on a device: numbers, kinds and dates. Somebody who finds the device learns from it
 * neither what a case is about nor who complained.
 */
export interface KeptToday {
  /** When the session is over, in milliseconds since 1970; nothing is shown after it. */
  readonly until: number
  readonly takenAt: number
  /** The desk locks after so many milliseconds without a touch, and so does this list. */
  readonly lockAfter: number
  readonly unit: string
  readonly items: readonly KeptItem[]
}

export interface KeptItem {
  readonly number: string
  readonly kind: string
  readonly dueAt: string | null
}

const KEPT_AS = 'aduan-today'

/** Takes out of a list what may be kept. */
export const keepable = (items: readonly KeptItem[]): readonly KeptItem[] =>
  items.map(({ number, kind, dueAt }) => ({ number, kind, dueAt }))

export const keepToday = (list: KeptToday): void => {
  localStorage.setItem(KEPT_AS, JSON.stringify({ ...list, items: keepable(list.items) }))
}

/** Returns `null` for none, one whose session is over, or what is no such list; these are forgotten. */
export function readToday(now: number): KeptToday | null {
  const kept = parsed(localStorage.getItem(KEPT_AS))
  if (kept && kept.until > now && kept.takenAt <= now) return kept
  forgetToday()
  return null
}

export const forgetToday = (): void => localStorage.removeItem(KEPT_AS)

function parsed(text: string | null): KeptToday | null {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
