/** What was typed in a form, as the service keeps it. */
export type Fields = readonly { readonly name: string; readonly value: string }[]

export interface WrittenElsewhere {
  readonly version: number
  readonly savedAt: string
  readonly fields: FormData
}

export interface OfJoined {
  readonly number: string
  readonly kind: string
  readonly written: FormData
}

export const formOf = ({ fields }: { readonly fields: Fields }): FormData => {
  const written = new FormData()
  for (const { name, value } of fields) written.append(name, value)
  return written
}

/** A time to send at is no word by itself. */
const isTime = (name: string, written: FormData): boolean => name.startsWith('later') && !written.get('later')

export const fieldsIn = (written: FormData): Fields =>
  [...written].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() && !isTime(name, written) ? [{ name, value }] : [],
  )

export const isSame = (one: Fields, other: Fields | undefined): boolean => JSON.stringify(one) === JSON.stringify(other)
