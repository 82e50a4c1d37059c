import type { z } from '@hono/zod-openapi'

/** The same value, whose lists nobody changes. */
export type WithFixedLists<T> = T extends readonly (infer Item)[]
  ? number extends T['length']
    ? readonly WithFixedLists<Item>[]
    : Readonly<{ [At in keyof T]: WithFixedLists<T[At]> }>
  : T extends object
    ? { [Name in keyof T]: WithFixedLists<T[Name]> }
    : T

/** What a schema describes, as it is answered and shown. What is answered is not copied first. */
export type Shown<Schema extends z.ZodType> = WithFixedLists<z.infer<Schema>>
