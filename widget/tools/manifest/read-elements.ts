import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** Something that a page can name: an attribute, an event, a slot, a part or a style property. */
export interface Described {
  readonly name: string
  readonly description: string
}

export interface DescribedAttribute extends Described {
  /** In TypeScript: `'file' | 'follow'`. */
  readonly type: string
  /** The value as in the attribute; `undefined` where the description says what it is. */
  readonly preset: string | undefined
}

/** Returns the property of an attribute: `sealingKey` for `sealing-key`. */
export const propertyOf = ({ name }: Described): string =>
  name.replace(/-(.)/g, (_, first: string) => first.toUpperCase())

export interface DescribedMethod extends Described {
  /** `void`, or the type that its promise settles with. */
  readonly returns: string
}

export interface DescribedEvent extends Described {
  /** The type of `detail`. */
  readonly detail: string
}

export interface DescribedProperty extends Described {
  readonly preset: string | undefined
}

/** Everything that a page may use of one element. The rest may change with any version. */
export interface DescribedElement {
  readonly tag: string
  readonly className: string
  /** The served script that defines it: `aduan.js`. */
  readonly script: string
  readonly description: string
  readonly attributes: readonly DescribedAttribute[]
  readonly methods: readonly DescribedMethod[]
  readonly events: readonly DescribedEvent[]
  readonly slots: readonly Described[]
  readonly parts: readonly Described[]
  readonly properties: readonly DescribedProperty[]
}

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

const widgetFolder = resolve(import.meta.dirname, '../..')

/** The elements that a page writes, with their scripts. All others are parts of these. */
const elements = [
  ['aduan-widget', 'aduan-widget/aduan-widget.ts', 'aduan.js'],
  ['aduan-button', 'launcher/aduan-button.ts', 'button.js'],
  ['aduan-stats', 'stats/aduan-stats.ts', 'stats.js'],
] as const

/** The browser calls these, not a page. */
const lifecycle = /Callback$/

/** Reads doc blocks, attributes and methods of the elements from their sources. */
export function readElements(folder = widgetFolder): readonly DescribedElement[] {
  const details = readEventDetails(parse(folder, 'element/events.ts'))
  const theme = readTheme(parse(folder, 'element/theme.ts'))
  return elements.map(([tag, file, script]) => {
    const source = parse(folder, file)
    const element = classesIn(source)[0]
    if (!element?.name) throw new Error(`${file} holds no class`)
    const doc = docOf(element)
    const named = (tagName: string) => doc.tags.filter(({ tag }) => tag === tagName)
    const described = (tagName: string) => named(tagName).map(({ name, description }) => ({ name, description }))
    return {
      ...{ tag, script, className: element.name.text, description: doc.text },
      attributes: readAttributes(element, named('attr')),
      methods: readMethods(element),
      events: described('fires').map((event) => ({ ...event, detail: details.get(event.name) ?? 'null' })),
      slots: described('slot'),
      parts: described('csspart'),
      properties: [...theme, ...named('cssprop')].map(({ name, preset, description }) => ({
        name,
        preset,
        description,
      })),
    }
  })
}

function parse(folder: string, file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(resolve(folder, file), 'utf8'), ts.ScriptTarget.Latest, true)
}

const classesIn = (source: ts.SourceFile) => source.statements.filter(ts.isClassDeclaration)

const nameOf = (member: ts.ClassElement): string =>
  member.name && ts.isIdentifier(member.name) ? member.name.text : ''

const isHidden = (member: ts.ClassElement): boolean => {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static
  return (ts.getCombinedModifierFlags(member) & hidden) !== 0 || !nameOf(member)
}

/** Reads the observed attributes, described at their property, and those that only the doc block names. */
function readAttributes(element: ts.ClassDeclaration, named: readonly DocTag[]): DescribedAttribute[] {
  const observed = element.members.find((member) => nameOf(member) === 'observedAttributes')
  const names = [...(observed?.getText().matchAll(/'([\w-]+)'/g) ?? [])].map(([, name = '']) => name)
  const property = (name: string) =>
    element.members.filter(ts.isPropertyDeclaration).find((member) => nameOf(member) === name && !isHidden(member))
  return [...new Set([...names, ...named.map(({ name }) => name)])].map((name) => {
    const member = property(name)
    const tag = named.find((one) => one.name === name)
    const description = tag?.description || (member ? docOf(member).text : '')
    if (!description) throw new Error(`Nothing is said about the attribute ${name} of ${element.name?.text}`)
    const preset = member?.initializer && ts.isStringLiteral(member.initializer) ? member.initializer.text : undefined
    return {
      name,
      description,
      type: tag?.type ?? (member ? typeOfMember(member) : 'string'),
      preset: tag?.preset ?? preset,
    }
  })
}

const readMethods = (element: ts.ClassDeclaration): DescribedMethod[] =>
  element.members
    .filter(ts.isMethodDeclaration)
    .filter((member) => !isHidden(member) && !lifecycle.test(nameOf(member)) && docOf(member).text)
    .map((member) => ({
      name: nameOf(member),
      description: docOf(member).text,
      returns: member.type?.getText() ?? 'void',
    }))

/**
 * Reads the type of each event's `detail`: `class AduanReady extends WidgetEvent<null> { super('aduan-ready', …) }`.
 */
function readEventDetails(source: ts.SourceFile): ReadonlyMap<string, string> {
  const details = new Map<string, string>()
  for (const event of classesIn(source)) {
    const [detail] = event.heritageClauses?.[0]?.types[0]?.typeArguments ?? []
    const [, name] = /super\('([\w-]+)'/.exec(event.getText()) ?? []
    if (name && detail) details.set(name, detail.getText())
  }
  return details
}

/** Reads the style properties that all elements share. */
function readTheme(source: ts.SourceFile): readonly DocTag[] {
  const sheet = source.statements.filter(ts.isVariableStatement).find((one) => /\btheme = /.test(one.getText()))
  return sheet ? docOf(sheet).tags.filter(({ tag }) => tag === 'cssprop') : []
}
