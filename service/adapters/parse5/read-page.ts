import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'
import type { SeenPage, SeenScript, SeenWidget } from '../../offices/widgets/seen-page.ts'

type Tag = Token.TagToken

/** After these tags a browser that runs scripts reads text until the closing tag. */
const textOnly: ReadonlyMap<string, Tokenizer['state']> = new Map(
  Object.entries({
    script: TokenizerMode.SCRIPT_DATA,
    style: TokenizerMode.RAWTEXT,
    noscript: TokenizerMode.RAWTEXT,
    iframe: TokenizerMode.RAWTEXT,
    noembed: TokenizerMode.RAWTEXT,
    noframes: TokenizerMode.RAWTEXT,
    xmp: TokenizerMode.RAWTEXT,
    textarea: TokenizerMode.RCDATA,
    title: TokenizerMode.RCDATA,
    plaintext: TokenizerMode.PLAINTEXT,
  }),
)

const ofHeads = new Set(['html', 'head', 'base', 'link', 'meta', 'title', 'style', 'script', 'noscript', 'template'])

const SNIPPET = /<\/?aduan-widget|<script[^>]{0,300}\/widget\//

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] }

interface Reading {
  readonly page: Writable<SeenPage>
  isInHead: boolean
  /** The element of ours that is open. */
  widget: Writable<SeenWidget> | null
}

/** What is read of a tag, by its name. A page may name its tags as it likes, so this is no object with a prototype. */
const seen: ReadonlyMap<string, (reading: Reading, tag: Tag) => void> = new Map(
  Object.entries({
    script({ page }, tag) {
      page.scripts.push(...scriptOf(tag))
    },
    'aduan-widget': seeWidget,
    'aduan-button': seeWidget,
    iframe({ page }, tag) {
      page.frames.push({ src: of(tag, 'src') ?? of(tag, 'data-src') ?? '', sandbox: of(tag, 'sandbox') })
    },
    a({ page, widget }, tag) {
      const href = of(tag, 'href')
      if (href === null) return
      page.links.push(href)
      if (widget) widget.hasLink = true
    },
    base({ page }, tag) {
      page.base ??= of(tag, 'href')
    },
    meta({ page, isInHead }, tag) {
      if (isInHead && of(tag, 'http-equiv')?.toLowerCase() === 'content-security-policy')
        page.metaPolicies.push(of(tag, 'content') ?? '')
    },
  } satisfies Record<string, (reading: Reading, tag: Tag) => void>),
)

function seeWidget(reading: Reading, tag: Tag): void {
  reading.widget = widgetOf(tag)
  reading.page.widgets.push(reading.widget)
}

const beginReading = (): Reading => ({
  page: {
    scripts: [],
    importMaps: [],
    widgets: [],
    frames: [],
    links: [],
    metaPolicies: [],
    base: null,
    showsSnippetAsText: false,
  },
  isInHead: true,
  widget: null,
})

/**
 * Reads the tags of a page in order, as a browser's tokenizer does, without building a tree: a tree of a hostile page
 * takes seconds, in which nobody else would be served.
 */
export const readPage = (html: string): SeenPage => {
  const reading = beginReading()
  const { page } = reading
  let templates = 0
  /** The element within which visitors do not see the text. */
  let unread: string | null = null
  let isImportMap = false
  let text = ''

  function endText(): void {
    if (isImportMap) page.importMaps.push(text)
    else if (unread === null && templates === 0 && SNIPPET.test(text)) page.showsSnippetAsText = true
    if (unread === null && text.trim() !== '') reading.isInHead = false
    text = ''
    isImportMap = false
  }

  const write = ({ chars }: Token.CharacterToken) => {
    text += chars
  }
  const handler: TokenHandler = {
    onStartTag(tag) {
      endText()
      const { tagName } = tag
      if (templates === 0) {
        if (!ofHeads.has(tagName)) reading.isInHead = false
        isImportMap = tagName === 'script' && of(tag, 'type') === 'importmap'
        seen.get(tagName)?.(reading, tag)
      }
      if (tagName === 'template') templates++
      const state = textOnly.get(tagName)
      if (state === undefined) return
      unread = tagName
      tokenizer.lastStartTagName = tagName
      tokenizer.state = state
    },
    onEndTag({ tagName }) {
      endText()
      unread = null
      if (tagName === 'template' && templates > 0) templates--
      if (tagName === 'head') reading.isInHead = false
      if (tagName === 'aduan-widget' || tagName === 'aduan-button') reading.widget = null
    },
    onCharacter: write,
    onWhitespaceCharacter: write,
    onNullCharacter() {},
    onComment() {},
    onDoctype() {},
    onEof: endText,
    onParseError: null,
  }
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, handler)
  tokenizer.write(html, true)
  return page
}

const of = ({ attrs }: Tag, name: string): string | null =>
  attrs.find((attribute) => attribute.name === name)?.value ?? null

/** Optimisers of sites keep a script's address under such a name until somebody touches the page. */
const laterNames = ['data-src', 'data-rocket-src', 'data-cfasync-src', 'data-litespeed-src', 'data-wpmeteor-src']
const running = ['', 'module', 'text/javascript', 'application/javascript']

function scriptOf(script: Tag): SeenScript[] {
  const now = of(script, 'src')
  const src = now ?? laterNames.map((name) => of(script, name)).find((found) => found !== null)
  if (src === undefined || src === null) return []
  const type = of(script, 'type') ?? ''
  return [
    {
      src,
      type,
      integrity: of(script, 'integrity') ?? '',
      nonce: of(script, 'nonce') ?? '',
      isDelayed: now === null || !running.includes(type),
    },
  ]
}

const widgetOf = (widget: Tag): SeenWidget => ({
  tenant: of(widget, 'tenant') ?? '',
  service: of(widget, 'service'),
  mode: widget.tagName === 'aduan-button' ? 'button' : (of(widget, 'mode') ?? 'inline'),
  sealingKey: of(widget, 'sealing-key'),
  hasLink: false,
})
