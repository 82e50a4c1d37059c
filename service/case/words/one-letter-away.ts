const letters = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * Returns all texts that one typing error makes of a word: a letter too many, too few, another one, or two that changed
 * places. Some 53 for each letter; most are no words.
 */
export function oneLetterAway(word: string): readonly string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) found.add(before + letter + after)
    if (after === '') continue
    found.add(before + after.slice(1))
    for (const letter of letters) found.add(before + letter + after.slice(1))
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
  }
  found.delete(word)
  return [...found]
}
