import type { Page } from 'playwright-core'

/** The lines on the screen, through all shadow roots, that a person sees without scrolling. */
const linesOnScreen = `(() => {
  const lines = []
  const isSeen = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const { top, bottom, left, right, width, height } = range.getBoundingClientRect()
    if (width < 2 || height < 2 || bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return false
    return node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? true
  }
  const walk = (root) => {
    for (const one of root.childNodes) {
      if (one.nodeType === Node.TEXT_NODE && one.data.trim() && isSeen(one)) lines.push(one.data.trim())
      if (one.nodeType !== Node.ELEMENT_NODE || ['script', 'style'].includes(one.localName)) continue
      if (one.shadowRoot) walk(one.shadowRoot)
      walk(one)
    }
  }
  walk(document)
  return lines
})()`

/** Counts the words that somebody sees on the screens of a way, each line once. */
export function wordsRead() {
  const read = new Set<string>()
  const take = (lines: readonly string[]) => {
    for (const line of lines) read.add(line)
  }
  return {
    take,
    look: async (page: Page) => take(await page.evaluate<string[]>(linesOnScreen)),
    sum: () => [...read].reduce((sum, line) => sum + line.split(/\s+/).length, 0),
  }
}
