/** The endings that a plain text may have. Anything else that is only text may be a script of some program. */
const textEndings: ReadonlySet<string> = new Set(['txt', 'text', 'log', 'csv', 'md'])

/**
 * Tells whether a text may not be taken under its name. Points and spaces at the end count for nothing, as for the
 * systems that would open it; a name without an ending is fine. A file of another kind is saved under the ending of
 * what it is, so its name decides nothing.
 */
export function isRefusedByName(name: string, type: string): boolean {
  if (type !== 'text/plain') return false
  const ending = /\.([a-z][a-z0-9-]{0,20})[.\s]*$/i.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && !textEndings.has(ending)
}
