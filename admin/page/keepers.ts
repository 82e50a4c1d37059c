/** Elements that keep what is typed in their own fields, or ask by themselves before it is lost. */
export const keepers = new WeakSet<object>()

/** What keeps words and could not keep the last ones: leaving the page now would lose them. */
export const unkept = new Set<object>()

interface Keeping {
  keepNow(): Promise<unknown>
  /** Lets all words go, also those on their way. */
  forgetAll(): void
}

/** All that keeps words on the service, also of pages that were left, as long as something of them waits. */
export const keeping = new Set<Keeping>()

/** Nobody waits longer than this to leave, in milliseconds. */
const MOST_WAIT = 5_000

/** Keeps what was typed on any page before its author's session ends. What takes too long counts as not kept. */
export async function keepAllNow(): Promise<void> {
  const all = [...keeping].map(async (one) => {
    const late = setTimeout(() => unkept.add(one), MOST_WAIT)
    await one.keepNow()
    clearTimeout(late)
  })
  await Promise.race([Promise.all(all), new Promise((resolve) => setTimeout(resolve, MOST_WAIT))])
}

/** Somebody else is at the desk now: nothing that was typed before them is kept in their name. */
export function forgetTyped(): void {
  for (const one of keeping) one.forgetAll()
  keeping.clear()
  unkept.clear()
}
