export interface Look {
  readonly element: Element
  /** Everything that decides how well the words of the element stand out from their ground. */
  readonly key: string
}

/**
 * Finds all elements of the page with words of their own, through all shadow roots. It goes into pages as its own text,
 * so it uses nothing from around it.
 */
export function looksOfWords(): readonly Look[] {
  const looks: Look[] = []
  const childrenOf = (element: Element): readonly Element[] => {
    const slotted = element instanceof HTMLSlotElement ? element.assignedElements() : []
    return slotted.length > 0 ? slotted : [...(element.shadowRoot ?? element).children]
  }
  const hasWords = (element: Element): boolean =>
    'value' in element || [...element.childNodes].some((node) => node instanceof Text && /\S/.test(node.data))
  const isOff = (element: Element): boolean =>
    element.matches(':disabled, [aria-disabled=true]') ||
    (element instanceof HTMLLabelElement && element.control?.matches(':disabled') === true)
  const walk = (element: Element, place: string, ground: string) => {
    const style = getComputedStyle(element)
    // A slot has no box, and what is in it may be seen.
    if (style.display !== 'contents' && !element.checkVisibility()) return
    const { color, fontSize, fontWeight, textShadow, backgroundColor, backgroundImage, opacity, position } = style
    const here = `${place}>${element.localName}.${element.getAttribute('class')}.${isOff(element)}`
    const under = `${ground}/${[backgroundColor, backgroundImage, opacity, position]}`
    if (style.visibility === 'visible' && hasWords(element))
      looks.push({ element, key: [here, under, color, fontSize, fontWeight, textShadow].join('|') })
    for (const child of childrenOf(element)) walk(child, here, under)
  }
  walk(document.body, '', getComputedStyle(document.documentElement).backgroundColor)
  return looks
}
