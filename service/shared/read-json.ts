/** Returns `undefined` for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Returns no fields if it is no object. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** Returns an empty list if it is no list. */
export function listIn(value: unknown, field: string): readonly unknown[] {
  const found = fieldsOf(value)[field]
  return Array.isArray(found) ? found : []
}
