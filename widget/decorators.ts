import type { LitElement, PropertyDeclaration } from 'lit'

type Decorator = (prototype: LitElement, name: string) => void

// Lit's own decorators serve two generations of the language; half a kilobyte of that is never used here.

/** A reactive property, as `property` of `lit/decorators.js`. */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    ;(prototype.constructor as typeof LitElement).createProperty(name, options)
  }

/** A reactive property of the element's own, as `state` of `lit/decorators.js`. */
export const state = (): Decorator => property({ state: true, attribute: false })
