import { type DescribedElement, propertyOf } from './read-elements.ts'

const elementOf = ({ className }: DescribedElement) => `${className}Element`
const attributesOf = ({ className }: DescribedElement) => `${className}Attributes`
const eventsOf = ({ className }: DescribedElement) => `${className}Events`

const lines = (each: readonly string[], indent = '  '): string => each.map((line) => `${indent}${line}`).join('\n')
const doc = (text: string): string => `/** ${text} */`

/** Writes `index.d.ts`: the elements with their attributes and events for the DOM. */
export function writeDomTypes(elements: readonly DescribedElement[]): string {
  const events = new Map(
    elements.flatMap((element) => element.events.map(({ name, detail }) => [name, detail] as const)),
  )
  const entries = [...events].map(([name, detail]) => `'${name}': CustomEvent<${detail}>`)
  return `${elements.map(elementTypes).join('\n')}
declare global {
  interface HTMLElementTagNameMap {
${lines(
  elements.map((element) => `'${element.tag}': ${elementOf(element)}`),
  '    ',
)}
  }
  interface GlobalEventHandlersEventMap {
${lines(entries, '    ')}
  }
}
`
}

function elementTypes(element: DescribedElement): string {
  const { attributes, methods, events, description } = element
  const fields = attributes.flatMap((one) => [doc(one.description), `${propertyOf(one)}: ${one.type}`])
  const verbs = methods.flatMap(({ name, returns, description }) => [doc(description), `${name}(): ${returns}`])
  const given = attributes.flatMap(({ name, type, description }) => [
    doc(description),
    `${name.includes('-') ? `'${name}'` : name}${name === 'tenant' ? '' : '?'}: ${type}${name === 'tenant' ? '' : ' | undefined'}`,
  ])
  const listened = events.flatMap(({ name, detail, description }) => [
    doc(description),
    `'${name}': CustomEvent<${detail}>`,
  ])
  return `${doc(description)}
export interface ${elementOf(element)} extends HTMLElement {
${lines([...fields, ...verbs])}
}

/** What a page may write into \`<${element.tag}>\`. */
export interface ${attributesOf(element)} {
${lines(given)}
}

export interface ${eventsOf(element)} {
${lines(listened)}
}
`
}

const imported = (elements: readonly DescribedElement[], names: readonly ((element: DescribedElement) => string)[]) =>
  `import type {\n${lines(elements.flatMap((element) => names.map((name) => `${name(element)},`)))}\n} from './index.js'`

/**
 * Writes `react.d.ts`: the elements in JSX for React 19, which sets properties and listens to events of custom
 * elements.
 */
export const writeReactTypes = (
  elements: readonly DescribedElement[],
): string => `import type { DetailedHTMLProps, HTMLAttributes } from 'react'
${imported(elements, [elementOf, attributesOf, eventsOf])}

type Props<Element, Attributes, Events> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Attributes> &
  Attributes & { [Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${lines(
  elements.map(
    (element) => `'${element.tag}': Props<${elementOf(element)}, ${attributesOf(element)}, ${eventsOf(element)}>`,
  ),
  '      ',
)}
    }
  }
}
`

/** Writes `vue.d.ts`: the elements in templates. */
export const writeVueTypes = (
  elements: readonly DescribedElement[],
): string => `import type { HTMLAttributes, PublicProps } from 'vue'
${imported(elements, [elementOf, attributesOf, eventsOf])}

type Emit<Events> = { [Name in keyof Events]: (name: Name, event: Events[Name]) => void }[keyof Events]

type Component<Element, Attributes, Events> = new () => Element & {
  /** @deprecated Read by the checker of templates alone. */
  $props: Omit<HTMLAttributes, keyof Attributes> & Attributes & PublicProps
  /** @deprecated Read by the checker of templates alone. */
  $emit: Emit<Events>
}

declare module 'vue' {
  interface GlobalComponents {
${lines(
  elements.map(
    (element) => `'${element.tag}': Component<${elementOf(element)}, ${attributesOf(element)}, ${eventsOf(element)}>`,
  ),
  '    ',
)}
  }
}
`
