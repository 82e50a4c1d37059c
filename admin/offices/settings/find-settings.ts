export interface FoundSetting {
  readonly page: string
  readonly section: string
  readonly title: string
}

/** Sections whose title or other words contain everything that was typed. */
export function findSettings<Found extends FoundSetting>(
  sections: readonly Found[],
  words: Readonly<Record<string, string>>,
  asked: string,
): readonly Found[] {
  const typed = asked.toLowerCase().split(/\s+/).filter(Boolean)
  if (typed.length === 0) return []
  return sections.filter(({ section, title }) => {
    const known = ` ${title.toLowerCase()} ${words[section] ?? ''}`
    return typed.every((word) => known.includes(` ${word}`))
  })
}
