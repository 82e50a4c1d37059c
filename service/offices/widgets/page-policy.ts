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
