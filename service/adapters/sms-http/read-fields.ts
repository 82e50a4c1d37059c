export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What stands at `messages.0.status`, as text; `undefined` when nothing, or no plain value, is there. */
export function fieldAt(value: unknown, path: string): string | undefined {
  let found = value
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = Object.entries(found).find(([name]) => name === step)?.[1]
  }
  return typeof found === 'object' || found === undefined ? undefined : String(found)
}
