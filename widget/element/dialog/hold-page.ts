/**
 * Keeps the page behind a dialog from scrolling. The scrollbar leaves a gap of its width, so that nothing on the page
 * moves.
 * @returns a function that lets the page scroll again
 */
export function holdPage(): () => void {
  const { style, clientWidth } = document.documentElement
  const held: Record<string, string> = { 'overflow-x': 'hidden', 'overflow-y': 'hidden' }
  if (innerWidth > clientWidth) held['scrollbar-gutter'] = 'stable'
  const before = Object.keys(held).map(
    (name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const,
  )
  for (const [name, value] of Object.entries(held)) style.setProperty(name, value, 'important')
  return () => {
    for (const [name, value, priority] of before) style.setProperty(name, value, priority)
  }
}
