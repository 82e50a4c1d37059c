import type { Schema } from '../api-description.ts'

export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)

/**
 * Writes a schema as people read types: `{ number: string, dueAt?: string (date-time) | null }`. A property with `?`
 * may be left out; bounds stand in brackets behind a type.
 */
export function writeSchema(schema: Schema, indent = ''): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return choice.map((one) => writeSchema(one, indent)).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => writeSchema(one, indent)).join(' & ')
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any'])
  return types.map((type) => writeType(type, schema, indent)).join(' | ')
}

function writeType(type: string, schema: Schema, indent: string): string {
  if (type === 'object') return writeObject(schema, indent)
  if (type !== 'array') return type + (type === 'null' ? '' : bounds(schema))
  if (schema.prefixItems) return `[${schema.prefixItems.map((one) => writeSchema(one, indent)).join(', ')}]`
  const item = writeSchema(schema.items ?? {}, indent)
  return `${/ [|&] /.test(item) && !item.startsWith('{') ? `(${item})` : item}[]${bounds(schema)}`
}

function writeObject({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(
    ([name, schema]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${writeSchema(schema, inner)}`,
  )
  if (typeof additionalProperties === 'object')
    lines.push(`${inner}[name]: ${writeSchema(additionalProperties, inner)}`)
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : '{}'
}

function bounds({ format, minLength, maxLength, minimum, maximum, maxItems }: Schema): string {
  const least = minLength ?? minimum
  // JavaScript's own greatest whole number says nothing.
  const most = [maxLength, maximum, maxItems].find((one) => one !== undefined && one < Number.MAX_SAFE_INTEGER)
  const range = most !== undefined ? [`${least !== undefined && least >= 0 ? `${least}…` : '≤ '}${most}`] : []
  const known = [...(format ? [format] : []), ...range]
  return known.length > 0 ? ` (${known.join(', ')})` : ''
}
