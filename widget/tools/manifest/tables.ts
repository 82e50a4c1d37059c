import { type DescribedElement, propertyOf } from './read-elements.ts'

/** Writes the custom-elements manifest, schema 2.1.0, which editors, Storybook and documentation tools read. */
export function writeManifest(elements: readonly DescribedElement[]): unknown {
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: elements.map((element) => ({
      kind: 'javascript-module',
      path: element.script,
      declarations: [declaration(element)],
      exports: [
        {
          kind: 'custom-element-definition',
          name: element.tag,
          declaration: { name: element.className, module: element.script },
        },
      ],
    })),
  }
}

function declaration({ tag, className, description, ...element }: DescribedElement) {
  return {
    kind: 'class',
    customElement: true,
    tagName: tag,
    name: className,
    description,
    superclass: { name: 'HTMLElement' },
    attributes: element.attributes.map((one) => ({
      ...{ name: one.name, description: one.description, type: { text: one.type }, fieldName: propertyOf(one) },
      ...(one.preset && { default: one.preset }),
    })),
    members: [
      ...element.attributes.map((one) => ({
        ...{ kind: 'field', name: propertyOf(one), description: one.description, type: { text: one.type } },
        attribute: one.name,
        ...(one.preset && { default: `'${one.preset}'` }),
      })),
      ...element.methods.map(({ name, description, returns }) => ({
        ...{ kind: 'method', name, description, return: { type: { text: returns } } },
      })),
    ],
    events: element.events.map(({ name, description, detail }) => ({
      ...{ name, description, type: { text: `CustomEvent<${detail}>` } },
    })),
    slots: element.slots,
    cssParts: element.parts,
    cssProperties: element.properties.map(({ name, description, preset }) => ({
      ...{ name, description },
      ...(preset && { default: preset }),
    })),
  }
}

type Row = readonly string[]

/** Writes the tables of one element in Markdown, padded as the formatter would do it. */
export function writeTables({ attributes, methods, events, slots, parts, properties }: DescribedElement): string {
  return [
    table(
      ['attribute', 'values', 'means'],
      attributes.map(({ name, type, preset, description }) => [code(name), valuesOf(type, preset), description]),
    ),
    table(
      ['method', 'does'],
      methods.map(({ name, description }) => [code(`${name}()`), description]),
    ),
    table(
      ['event', '`detail`', 'when'],
      events.map(({ name, detail, description }) => [
        code(name),
        detail === 'null' ? '–' : code(shortened(detail)),
        description,
      ]),
    ),
    table(
      ['slot', 'for'],
      slots.map(({ name, description }) => [name ? code(name) : 'the content', description]),
    ),
    table(
      ['part', 'is'],
      parts.map(({ name, description }) => [code(`::part(${name})`), description]),
    ),
    table(
      ['property', 'if left out', 'colours'],
      properties.map(({ name, preset, description }) => [code(name), preset ? code(preset) : '–', description]),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const code = (text: string): string => `\`${text}\``

const shortened = (detail: string): string => detail.replaceAll('readonly ', '')

/** Lists the literals of a type, the preset marked as `id` (default). Free text has its preset alone. */
function valuesOf(type: string, preset: string | undefined): string {
  const literals = [...type.matchAll(/'([^']*)'/g)].map(([, literal = '']) => literal)
  const values = literals.length > 0 ? literals : preset ? [preset] : []
  return values.map((value) => (value === preset ? `${code(value)} (default)` : code(value))).join(', ') || 'text'
}

function table(head: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: Row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join('\n')
}

/**
 * Puts the tables of each element between its marks: `<!-- aduan-widget -->` and `<!-- /aduan-widget -->`. The shared
 * style properties stand at the first one.
 */
export const insertTables = (page: string, elements: readonly DescribedElement[]): string =>
  elements.reduce((written, element, at) => {
    const described = at === 0 ? element : { ...element, properties: [] }
    const between = new RegExp(`(<!-- ${element.tag} -->)[\\s\\S]*?(<!-- /${element.tag} -->)`)
    return written.replace(
      between,
      (_, open: string, close: string) => `${open}\n\n${writeTables(described)}\n\n${close}`,
    )
  }, page)
