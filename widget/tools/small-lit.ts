/**
 * What the pages of the widget never use of Lit's templates, and what stands there instead. A bundler cannot know that
 * it is without effect. Directives need `I`. The names of one letter are those that Lit's own build gave.
 */
const unused: readonly (readonly [what: string, text: RegExp, instead?: string])[] = [
  [
    'hooks for polyfills, and the note of its version',
    /,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\(\w,\w\),\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
    ';',
  ],
  ['what developer tools and server rendering ask for', /=\{M:\w,P:[^}]*?\b(I:\w)[^}]*\}/, '={$1}'],
  ['templates of SVG and MathML', /=(\w)\(([23])\)(?=[,;])/g, '=/* @__PURE__ */$1($2)'],
  ['the element around an SVG or MathML template', /2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
  ['its end', /\+\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/],
  ['the way out of it', /if\((this\.el=.*?),2===\w\|\|3===\w\)\{const t=[^}]*\}/, '$1;'],
  ['roots that learn of leaving the page', /setConnected\(\w\)\{[^}]*\}/],
  ['whether a part is on the page', /get _\$AU\(\)\{return this\._\$AM[^}]*\}/g],
  ['the same, as the root was told', /,this\._\$Cv=\w\?\.isConnected\?\?!0/],
  ['directives that wait for something', /this\._\$AN=void 0,/g],
  ['their end', /\w\?\.?_\$AO\?\.\(!1\),/],
  ['their leave', /this\._\$AP\?\.\(!1,!0,\w\);/, ';'],
  ['what directives may ask of a part', /get (?:tagName|startNode|endNode)\(\)\{[^}]*\}/g],
  ['its parent', /get parentNode\(\)\{[^}]*\}/g],
  [
    'templates that a compiler made',
    /"number"==typeof \w\?(this\._\$AC\(\w\)):\(.*?,\w\)(?=;if\(this\._\$AH\?\._\$AD)/,
    '$1',
  ],
  [
    'bindings of an element itself',
    /1===\w\.type\?(\w=new \w\.ctor\([^)]*\)):6===\w\.type&&\(\w=new \w\(\w,this,\w\)\)/,
    '$1',
  ],
  ['their marks', /else \w\.startsWith\(\w\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(\w\)\);/, ';'],
  ['their part', /class \w\{constructor\(\w,\w,\w\)\{this\.element=\w,this\.type=6,.*?\}_\$AI\(\w\)\{[^}]*\}\}/],
  [
    'bindings in a style, title, script or between the tags of a textarea',
    /if\(\w\.test\(\w\.tagName\)\)\{.*?\}\}(?=\}else if\(8)/,
  ],
  ['the end of such an element', /\w\.test\(\w\[2\]\)&&\(\w=RegExp\("<\/"\+\w\[2\],"g"\)\),/, ''],
  ['their names', /,\w=\/\^\(\?:script\|style\|textarea\|title\)\$\/i/],
  ['bindings in comments', /else\{let t=-1;for\(;-1!==.*?length-1\}/],
  ['numbers by which directives tell parts', /constructor\([\w,]*\)\{super\([\w,.]*\),this\.type=\d\}/g],
  ['those of other parts', /this\.type=\d,/g],
  ['another document to clone templates from', /\(\w\?\.creationScope\?\?(\w)\)/, '$1'],
  ['a place within the root', /\w\?\.renderBefore\?\?(\w);/, '$1;'],
  ['the same for a new root', /const t=\w\?\.renderBefore\?\?null;(.*?insertBefore\(\w\(\),)t\),t,/, '$1null),null,'],
  ['listeners that are objects', /\|\|\w\.capture!==.*?passive!==\w\.passive/],
  ['what they do', /"function"==typeof (this\._\$AH)\?(.*?):this\._\$AH\.handleEvent\(\w\)/, '$2'],
]

/** Takes out of Lit's templates what nobody uses here. */
export function shrinkLit(lit: string): string {
  let small = lit
  for (const [what, text, instead = ''] of unused) {
    const smaller = small.replace(text, instead)
    if (smaller === small) throw new Error(`Lit's build no longer has this as it was: ${what}.`)
    small = smaller
  }
  return small
}
