import { type DescribedElement, propertyOf } from './described-element.ts'

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
