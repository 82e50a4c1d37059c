/** The search word of a label. No text contains it and nothing that is typed begins it. */
export const labelWord = (label: string): string => `#label ${label}`
