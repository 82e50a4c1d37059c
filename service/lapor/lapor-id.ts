/** The number as people copy it: digits, perhaps behind a `#`. `null` for anything else. */
export const laporIdIn = (text: string): string | null => /^#?\s*(\d{4,15})$/.exec(text.trim())?.[1] ?? null

/** The word by which a case with that number is found: no text has it. */
export const laporWord = (id: string): string => `lapor ${id}`
