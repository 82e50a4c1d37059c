// Where a browser knows no `light-dark()`, its first colour stands.
const lightDark = /light-dark\(([^;]+?),\s*#\w+\)/g
const isKnown = CSS.supports('color:light-dark(red,red)')

/** A style sheet that all elements of a kind share. The build minifies what stands in it. */
export function css([rules = '']: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(isKnown ? rules : rules.replace(lightDark, '$1'))
  return sheet
}
