/** Something that a page can name: an attribute, an event, a slot, a part, a property of the style. */
export interface Described {
  readonly name: string
  readonly description: string
}

export interface DescribedAttribute extends Described {
  /** As TypeScript writes it: `'file' | 'follow'`. */
  readonly type: string
  /** As it would be written into the attribute; `undefined` where the description says what it is. */
  readonly preset: string | undefined
}

/** The property of an attribute: `sealing-key` is `sealingKey`. */
export const propertyOf = ({ name }: Described): string =>
  name.replace(/-(.)/g, (_, first: string) => first.toUpperCase())

export interface DescribedMethod extends Described {
  /** `void`, or what its promise settles with. */
  readonly returns: string
}

export interface DescribedEvent extends Described {
  /** The type of `detail`. */
  readonly detail: string
}

export interface DescribedProperty extends Described {
  readonly preset: string | undefined
}

/** All that a page may use of one element. What is not in here may change with any version. */
export interface DescribedElement {
  readonly tag: string
  readonly className: string
  /** The script that defines it, as it is served: `aduan.js`. */
  readonly script: string
  readonly description: string
  readonly attributes: readonly DescribedAttribute[]
  readonly methods: readonly DescribedMethod[]
  readonly events: readonly DescribedEvent[]
  readonly slots: readonly Described[]
  readonly parts: readonly Described[]
  readonly properties: readonly DescribedProperty[]
}
