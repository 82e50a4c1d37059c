/** Returns those of which name and text contain every word that was typed; all of them where nothing was. */
export function findTemplates<One extends { readonly name: string; readonly text: string }>(
  all: readonly One[],
  typed: string,
): readonly One[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(({ name, text }) => words.every((word) => `${name} ${text}`.toLowerCase().includes(word)))
}
