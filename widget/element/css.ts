// Where a browser knows no `light-dark()`, its first colour stands.
const lightDark = /light-dark\(([^;]+?),\s*#\w+\)/g
const isKnown = CSS.supports('color:light-dark(red,red)')

// A root smaller than text may be is the page's way to count (62.5 %); a larger one is the reader's wish.
const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
const scale = rem < 14 ? 16 / rem : 1

/** A style sheet that all elements of a kind share. The build minifies what stands in it. Widths of screens are in `em`. */
export function css([rules = '']: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  const sized = rules.replace(/([\d.]+)rem/g, (_, size: string) => `${+size * scale}rem`)
  sheet.replaceSync(isKnown ? sized : sized.replace(lightDark, '$1'))
  return sheet
}
