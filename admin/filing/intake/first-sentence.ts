/** The first sentence of a story, for its subject: whole words, no full stop. */
export function firstSentence(story: string, most: number): string {
  const sentence = /^[^.!?\n]*/.exec(story.trim())?.[0].trim() ?? ''
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most)
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
}
