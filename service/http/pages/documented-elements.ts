import type { StaticFiles } from '../static-files.ts'

interface Documented {
  readonly name: string
  readonly description: string
}

export interface DocumentedElement {
  readonly tagName: string
  readonly description: string
  readonly attributes: readonly (Documented & { readonly type: { readonly text: string }; readonly default?: string })[]
  readonly members: readonly (Documented & { readonly kind: 'field' | 'method' })[]
  readonly events: readonly Documented[]
  readonly slots: readonly Documented[]
  readonly cssParts: readonly Documented[]
  readonly cssProperties: readonly (Documented & { readonly default?: string })[]
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly DocumentedElement[] }[]
}

/** Where the build puts the manifest, for tools and for our own page. */
const MANIFEST = '/widget/custom-elements.json'

export function documentedElements(files: StaticFiles): readonly DocumentedElement[] {
  const file = files.get(MANIFEST)
  if (!file) return []
  const { modules }: Manifest = JSON.parse(new TextDecoder().decode(file.bytes))
  return modules.flatMap(({ declarations }) => declarations)
}
