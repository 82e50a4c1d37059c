/** The fields of what should be an object; none of anything else. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** What should be a list; empty when it is something else. */
export function listIn(value: unknown, field: string): readonly unknown[] {
  const found = fieldsOf(value)[field]
  return Array.isArray(found) ? found : []
}
