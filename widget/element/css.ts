// A browser without `light-dark()` gets the light colour.
const lightDark = /light-dark\(([^;]+?),\s*#\w+\)/g
const isKnown = CSS.supports('color:light-dark(red,red)')

// A root font smaller than readable text is a way to count (62.5 %), and is scaled up. A larger one is what the reader
// wants.
const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
const scale = rem < 14 ? 16 / rem : 1

/** Makes a style sheet that all elements of a kind share. The build minifies it. Screen widths are in `em`. */
export function css([rules = '']: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  const sized = rules.replace(/([\d.]+)rem/g, (_, size: string) => `${+size * scale}rem`)
  sheet.replaceSync(isKnown ? sized : sized.replace(lightDark, '$1'))
  return sheet
}
