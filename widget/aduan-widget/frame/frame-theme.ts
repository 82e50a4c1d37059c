/** The properties by which a page sets the theme. A framed form gets these and nothing else. */
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
  'top',
  'files',
].map((name) => `--aduan-${name}`)

// Allows colours, lengths and typefaces, and nothing that makes a browser fetch or look up something.
const isPlain = (value: string) => /^[\w\s#.,%()/'"+-]{1,200}$/.test(value) && !/url|image|var|env/i.test(value)

/** Reads the theme that a page set on an element, by name of the property. */
export function readTheme(element: Element): Record<string, string> {
  const style = getComputedStyle(element)
  const given = themeNames.map((name) => [name, style.getPropertyValue(name).trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value))
}

/** Sets the given theme on an element, and removes properties that were not given. */
export function wearTheme(element: HTMLElement, handed: URLSearchParams): void {
  for (const name of themeNames) {
    const value = handed.get(name) ?? ''
    // A strict style policy of the page allows changes through the object model.
    element.style.setProperty(name, isPlain(value) ? value : '')
  }
}
