/** Returns the value at `messages.0.status` as text; `undefined` if there is no plain value. */
export function fieldAt(value: unknown, path: string): string | undefined {
  let found = value
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = Object.entries(found).find(([name]) => name === step)?.[1]
  }
  return typeof found === 'object' || found === undefined ? undefined : String(found)
}
