import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Json = Readonly<Record<string, unknown>>

interface Body {
  readonly required?: boolean
  readonly content?: Readonly<Record<string, { readonly schema: Json }>>
}

export interface Published {
  readonly requestBody?: Body
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Json }[]
  readonly responses: Readonly<Record<string, Body>>
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Published>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

/** The published description of a service, by the names that the isolation table uses. */
export async function publishedAt(url: string) {
  const description = (await (await fetch(`${url}/openapi.json`)).json()) as Description
  const operations = new Map(
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, published]) => [`${method.toUpperCase()} ${path.replace('/api/v1', '')}`, published] as const,
      ),
    ),
  )
  const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } })
  // Both are CommonJS whose default export sits one level deeper under some loaders.
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'published', components: description.components })
  // Most refusals are described in the same words, and compiling these costs more than all that they judge.
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  const judgeOf = (schema: Json) => {
    const words = JSON.stringify(schema).replaceAll('"#/components/', '"published#/components/')
    const judge = compiled.get(words) ?? ajv.compile(JSON.parse(words))
    compiled.set(words, judge)
    return judge
  }

  return {
    operations,
    /** What a value has against a schema; empty where it satisfies it. */
    against(schema: Json, value: unknown): readonly string[] {
      const validate = judgeOf(schema)
      if (validate(value)) return []
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    },
    /** Every text that a request can carry and whose length, pattern or values are not published. */
    unboundedTexts(): readonly string[] {
      const found = new Set<string>()
      const seen = new Set<string>()
      const walk = (schema: unknown, at: string): void => {
        if (Array.isArray(schema)) for (const [i, one] of schema.entries()) walk(one, `${at}/${i}`)
        if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return
        const one = schema as Json
        const name = typeof one.$ref === 'string' ? one.$ref.split('/').at(-1) : undefined
        if (name && !seen.has(name)) {
          seen.add(name)
          walk(description.components.schemas[name], name)
        }
        const isText = [one.type].flat().includes('string')
        const bounds = ['maxLength', 'pattern', 'enum', 'const', 'format']
        const isBound = bounds.some((bound) => bound in one)
        // A flag has no place in JSON Schema: the generator writes it into the pattern, which then fits nothing.
        const isBroken = typeof one.pattern === 'string' && /^\/.*\/[a-z]+$/.test(one.pattern)
        if (isText && (!isBound || isBroken)) found.add(at)
        for (const [key, inner] of Object.entries(one)) walk(inner, `${at}/${key}`)
      }
      for (const [operation, { requestBody, parameters = [] }] of operations) {
        walk(requestBody, operation)
        for (const { in: place, name, schema } of parameters) if (place !== 'path') walk(schema, `${operation} ${name}`)
      }
      return [...found]
    },
  }
}
