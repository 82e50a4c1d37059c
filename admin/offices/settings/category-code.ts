const LONGEST = 40

/**
 * Makes the code of a category out of its name: `Pungutan liar (parkir)` becomes `pungutan_liar_parkir`, and a second
 * one `pungutan_liar_parkir_2`. Cases keep the code when the name changes.
 */
export function codeFor(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, LONGEST - 4)
    .replace(/_+$/, '')
  const code = words.length < 2 ? 'kategori' : words
  if (!taken.includes(code)) return code
  const free = Array.from({ length: taken.length + 1 }, (_, at) => `${code}_${at + 2}`)
  return free.find((one) => !taken.includes(one)) ?? code
}
