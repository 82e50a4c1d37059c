const DAY = 86_400_000

/** The first sentence of a story, for its subject: whole words, no full stop. */
export function firstSentence(story: string, most: number): string {
  const sentence = /^[^.!?\n]*/.exec(story.trim())?.[0].trim() ?? ''
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most)
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
}

/** A day so many days back, as the unit's calendar writes it: `2026-11-26`. */
export const daysAgo = (days: number, timeZone: string, now = Date.now()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now - days * DAY)
