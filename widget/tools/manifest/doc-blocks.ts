import ts from 'typescript'

/** One tag of a doc block: `@attr {'file' | 'follow'} [view=file] - File a complaint, or follow one.` */
export interface DocTag {
  readonly tag: string
  /** What stands between braces. */
  readonly type: string | undefined
  readonly name: string
  readonly preset: string | undefined
  readonly description: string
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Reads the text above a declaration as one line, and the tags below it. */
export function docOf(node: ts.Node): { readonly text: string; readonly tags: readonly DocTag[] } {
  const block = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)
  return {
    text: oneLine(ts.getTextOfJSDocComment(block?.comment) ?? ''),
    tags: (block?.tags ?? []).map(({ tagName, comment }) =>
      readTag(tagName.text, ts.getTextOfJSDocComment(comment) ?? ''),
    ),
  }
}

function readTag(tag: string, comment: string): DocTag {
  const [, type, name = '', preset, description = ''] =
    /^(?:\{(.*?)\}\s*)?\[?([\w-]*?)(?:=([^\]]*))?\]?\s*(?:(?<!-)- |$)([\s\S]*)$/.exec(comment) ?? []
  return { tag, type, name, preset, description: oneLine(description) }
}

/** Finds the declared type of a property, or the type of its first value. */
export function typeOfMember({ type, initializer }: ts.PropertyDeclaration): string {
  if (type) return oneLine(type.getText())
  return initializer && ts.isNumericLiteral(initializer) ? 'number' : 'string'
}
