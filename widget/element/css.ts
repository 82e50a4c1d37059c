/** A style sheet that all elements of a kind share. The build minifies what stands in it. */
export function css([rules = '']: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  return sheet
}
