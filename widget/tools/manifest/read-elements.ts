import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import type { DescribedAttribute, DescribedElement, DescribedMethod } from './described-element.ts'
import { type DocTag, docOf, typeOfMember } from './doc-blocks.ts'

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
