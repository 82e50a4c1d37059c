import type { WidgetElement } from './widget-element.ts'

/** Defines a property whose change draws the element again. */
export function reactive(prototype: WidgetElement, name: string): void {
  const values = new WeakMap<WidgetElement, unknown>()
  Object.defineProperty(prototype, name, {
    get(this: WidgetElement) {
      return values.get(this)
    },
    set(this: WidgetElement, value: unknown) {
      if (values.get(this) === value) return
      values.set(this, value)
      this.requestUpdate(name)
    },
  })
}
