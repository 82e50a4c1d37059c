import { fingerprintsIn } from '../../sealing/unit-key.ts'
import { originIn } from '../../shared/site-origin.ts'

/** Parts of a page as a browser's parser reads them, without its text. */
export interface SeenPage {
  readonly scripts: readonly SeenScript[]
  readonly importMaps: readonly string[]
  readonly widgets: readonly SeenWidget[]
  readonly frames: readonly { readonly src: string; readonly sandbox: string | null }[]
  readonly links: readonly string[]
  readonly metaPolicies: readonly string[]
  readonly base: string | null
  /** The snippet is on the page as visible text. */
  readonly showsSnippetAsText: boolean
}

export interface SeenScript {
  /** As written; for a delayed script, the address that it will load. */
  readonly src: string
  readonly type: string
  readonly integrity: string
  readonly nonce: string
  /** An optimiser of the site delays it, by another name of `src` or another `type`. */
  readonly isDelayed: boolean
}

export interface SeenWidget {
  readonly tenant: string
  readonly service: string | null
  readonly mode: string
  /** The fingerprints that it allows, as written. */
  readonly sealingKey: string | null
  /** A link inside serves visitors without scripts. */
  readonly hasLink: boolean
}

export type ReadPage = (html: string) => Promise<SeenPage>

/** A content security policy of a page. */
export interface PagePolicy {
  readonly where: 'header' | 'meta'
  readonly text: string
}

/** The widget's needs; each is governed by the first of these directives in a policy (CSP level 3). */
export const governors = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  connect: ['connect-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
} as const satisfies Record<string, readonly string[]>
export type Use = keyof typeof governors

/** The directive that is added for a use. */
const nameFor = { script: 'script-src', connect: 'connect-src', frame: 'frame-src' } as const satisfies Record<
  Use,
  string
>

/** A nonce or a hash may also allow a script. */
export interface Marks {
  readonly nonce: string
  readonly integrity: string
}
const unmarked: Marks = { nonce: '', integrity: '' }

type Directives = Map<string, readonly string[]>

/** A header line may hold several policies. */
export const policiesIn = (headerLines: readonly string[], metaPolicies: readonly string[]): readonly PagePolicy[] => [
  ...headerLines.flatMap((line) => line.split(',')).map((text) => ({ where: 'header' as const, text: text.trim() })),
  ...metaPolicies.map((text) => ({ where: 'meta' as const, text: text.trim() })),
]

/** Whether a policy lets the page at `page` use what lies at `target`. */
export function allows({ text }: PagePolicy, use: Use, target: URL, page: URL, marks = unmarked): boolean {
  const directives = directivesOf(text)
  if (use === 'script' && isSandboxedWithoutScripts(directives)) return false
  const governor = governors[use].find((name) => directives.has(name))
  if (!governor) return true
  const sources = directives.get(governor) ?? []
  if (use === 'script' && isMarked(sources, marks)) return true
  if (use === 'script' && trustsMarkedOnly(sources)) return false
  return sources.some((source) => matches(source, target, page))
}

/** Whether only a nonce of the page's own server can allow a script, whatever hosts the policy names. */
export function wantsNonce({ text }: PagePolicy): boolean {
  const directives = directivesOf(text)
  const governor = governors.script.find((name) => directives.has(name))
  return governor !== undefined && trustsMarkedOnly(directives.get(governor) ?? [])
}

/** Whether the page's trusted types exclude ours. */
export function forbidsOurMarkup({ text }: PagePolicy): boolean {
  const directives = directivesOf(text)
  const names = directives.get('trusted-types')
  return names !== undefined && !names.includes(OUR_TRUSTED_TYPE) && !names.includes('*')
}

/** lit-html makes its templates under this name. */
const OUR_TRUSTED_TYPE = 'lit-html'

/** Adds what is missing to a policy, and keeps everything else. */
export function amendPolicy(policy: PagePolicy, uses: readonly Use[], origin: string, page: URL): string {
  const directives = directivesOf(policy.text)
  for (const use of uses) {
    if (allows(policy, use, new URL('/widget/', origin), page)) continue
    const governor = governors[use].find((name) => directives.has(name)) ?? nameFor[use]
    const sources = (directives.get(governor) ?? []).filter((source) => source.toLowerCase() !== "'none'")
    directives.set(governor === 'default-src' ? nameFor[use] : governor, [...sources, origin])
  }
  const names = directives.get('trusted-types')
  if (names && uses.includes('script') && forbidsOurMarkup(policy)) {
    directives.set('trusted-types', [...names.filter((name) => name !== "'none'"), OUR_TRUSTED_TYPE])
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')
}

/** The first of two directives with the same name holds. */
function directivesOf(text: string): Directives {
  const directives: Directives = new Map()
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/)
    const known = name?.toLowerCase()
    if (known && !directives.has(known)) directives.set(known, sources)
  }
  return directives
}

function isSandboxedWithoutScripts(directives: Directives): boolean {
  const sandbox = directives.get('sandbox')
  return sandbox !== undefined && !sandbox.includes('allow-scripts')
}

const trustsMarkedOnly = (sources: readonly string[]) =>
  sources.some((source) => source.toLowerCase() === "'strict-dynamic'")

function isMarked(sources: readonly string[], { nonce, integrity }: Marks): boolean {
  if (nonce !== '' && sources.includes(`'nonce-${nonce}'`)) return true
  const hashes = integrity.split(/\s+/).filter((hash) => hash !== '')
  return hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))
}

const hostSource = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9._-]+|\[[\da-f:]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i

function matches(source: string, target: URL, page: URL): boolean {
  if (source === '*') return /^(https?|wss?):$/.test(target.protocol)
  if (source.toLowerCase() === "'self'") return target.host === page.host && isSafeAs(target.protocol, page.protocol)
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return isSafeAs(target.protocol, source.toLowerCase())
  const [, scheme, host = '', port, path = '/'] = hostSource.exec(source) ?? []
  if (host === '') return false
  return (
    isSafeAs(target.protocol, scheme ? `${scheme.toLowerCase()}:` : page.protocol) &&
    isHost(target.hostname, host.toLowerCase()) &&
    (port === '*' || portOf(target.port, target.protocol) === (port ?? portOf('', target.protocol))) &&
    (path.endsWith('/') ? target.pathname.startsWith(path) : target.pathname === path)
  )
}

const isSafeAs = (protocol: string, wanted: string) =>
  protocol === wanted || (wanted === 'http:' && protocol === 'https:')

const isHost = (host: string, wanted: string) =>
  wanted === '*' || (wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted)

const portOf = (port: string, protocol: string) => port || (protocol === 'https:' ? '443' : '80')

export const sealingFindings = {
  held: 'good',
  not_held: 'poor',
  not_next: 'poor',
  unreadable: 'bad',
  other_key: 'bad',
} as const

/** Fingerprints of the tenant's keys: the one that identities are sealed to now, and the one that will follow. */
export interface SealedTo {
  readonly active: string | null
  readonly waiting: string | null
}

interface Held {
  readonly widgets: readonly SeenWidget[]
  readonly sealedTo: SealedTo
}

/** Returns `null` if nothing is sealed and the page asks for nothing. */
export function sealingFinding({ widgets, sealedTo }: Held): keyof typeof sealingFindings | null {
  const pins = widgets.map(({ sealingKey }) => sealingKey?.trim() ?? '')
  const { active, waiting } = sealedTo
  if (pins.every((pin) => pin === '')) return active === null || pins.length === 0 ? null : 'not_held'
  const allowed = pins.filter((pin) => pin !== '').map(fingerprintsIn)
  if (allowed.some((fingerprints) => fingerprints.length === 0)) return 'unreadable'
  if (active === null || allowed.some((fingerprints) => !fingerprints.includes(active))) return 'other_key'
  if (pins.includes('')) return 'not_held'
  return waiting !== null && allowed.some((fingerprints) => !fingerprints.includes(waiting)) ? 'not_next' : 'held'
}

export type OriginStanding =
  | { readonly is: 'named' }
  | { readonly is: 'none_named' }
  | { readonly is: 'not_named' }
  /** Another origin is named that differs only by `www.`, by `http` and `https`, or by the port. */
  | { readonly is: 'differs_by_www' | 'differs_by_scheme' | 'differs_by_port'; readonly named: string }
  /** Pages from a file, a sandboxed frame, or a `data:` address have no origin. */
  | { readonly is: 'nobodys' }

export function standingOf(origin: string, named: readonly string[]): OriginStanding {
  if (named.includes(origin)) return { is: 'named' }
  if (originIn(origin) !== origin) return { is: 'nobodys' }
  if (named.length === 0) return { is: 'none_named' }
  const near = (is: 'differs_by_www' | 'differs_by_scheme' | 'differs_by_port', loosened: (url: URL) => string) => {
    const url = new URL(origin)
    const found = named.find((one) => loosened(new URL(one)) === loosened(url))
    return found === undefined ? null : { is, named: found }
  }
  return (
    near('differs_by_scheme', ({ host }) => host) ??
    near('differs_by_www', ({ protocol, host }) => `${protocol}${withoutWww(host)}`) ??
    near('differs_by_port', ({ protocol, hostname }) => `${protocol}${hostname}`) ??
    near('differs_by_www', ({ hostname }) => withoutWww(hostname)) ?? { is: 'not_named' }
  )
}

const withoutWww = (host: string) => host.replace(/^www\./, '')
