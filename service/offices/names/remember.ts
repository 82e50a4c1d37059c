/** Two thousand members with some former names each. */
const MOST_REMEMBERED = 10_000

/** Keeps what was worked out for a name, because all names are compared with each text. */
export function remember<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= MOST_REMEMBERED) known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}
