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
