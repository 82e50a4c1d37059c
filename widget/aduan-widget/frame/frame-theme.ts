/** What a page may set of the looks, by `--aduan-…`; a framed form is handed these and nothing else. */
export const themeNames = [
  'accent',
  'on-accent',
  'surface',
  'surface-soft',
  'text',
  'muted',
  'border',
  'danger',
  'radius',
  'font',
  'files',
].map((name) => `--aduan-${name}`)

// A colour, a length, a list of typefaces: nothing that could make a browser fetch or look up something.
const isPlain = (value: string) => /^[\w\s#.,%()/'"+-]{1,200}$/.test(value) && !/url|image|var|env/i.test(value)

/** The looks that a page gave an element, by name. */
export function themeOf(element: Element): Record<string, string> {
  const style = getComputedStyle(element)
  const given = themeNames.map((name) => [name, style.getPropertyValue(name).trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value))
}

/** Gives an element the looks that it was handed, and takes away those that it was not. */
export function wearTheme(element: HTMLElement, handed: URLSearchParams): void {
  for (const name of themeNames) {
    const value = handed.get(name) ?? ''
    // By the object model, which a policy on styles lets pass.
    element.style.setProperty(name, isPlain(value) ? value : '')
  }
}
