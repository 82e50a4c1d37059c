/** Finds what a person sees on the page, through the shadows of its elements. A shortcut presses it as they would. */
function* seenOn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot) yield* seenOn(element.shadowRoot)
  }
}

/** Finds the first element of that name; `undefined` if the page shows none. */
export function elementNamed<E extends Element>(name: string): E | undefined {
  for (const { shadowRoot } of seenOn(document)) {
    const found = shadowRoot?.querySelector<E>(name)
    if (found) return found
  }
  return undefined
}

/** Finds what fits a selector inside the first element of that name. */
export function inElement<E extends Element>(name: string, selector: string): E[] {
  for (const { localName, shadowRoot } of seenOn(document)) {
    if (localName === name && shadowRoot) return [...shadowRoot.querySelectorAll<E>(selector)]
  }
  return []
}
