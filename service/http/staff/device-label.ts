const browsers = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

type Marks = readonly (readonly [mark: string, name: string])[]

// Browsers also name those that they imitate, so the first mark that fits is the true one.
const findMark = (marks: Marks, userAgent: string) => marks.find(([mark]) => userAgent.includes(mark))?.[1]

/** `Firefox, Windows` is enough to recognise one's own device. `null` means unknown. */
export function deviceLabel(userAgent: string | undefined): string | null {
  const parts = [browsers, systems].flatMap((marks) => findMark(marks, userAgent ?? '') ?? [])
  return parts.length > 0 ? parts.join(', ') : null
}
