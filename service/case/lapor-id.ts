/** Digits, perhaps behind a `#`; `null` for anything else. */
export const laporIdIn = (text: string): string | null => /^#?\s*(\d{4,15})$/.exec(text.trim())?.[1] ?? null

/** The search word of such a number, which no text contains. */
export const laporWord = (id: string): string => `lapor ${id}`
