import { originIn } from '../../shared/site-origin.ts'
import {
  allows,
  amendPolicy,
  forbidsOurMarkup,
  type PagePolicy,
  type SealedTo,
  type SeenPage,
  type SeenScript,
  sealingFinding,
  sealingFindings,
  standingOf,
  type Use,
  wantsNonce,
} from './seen-page.ts'
import type { ReleaseState } from './widget-versions.ts'

/** In the order in which somebody would fix them. */
export const checks = ['page', 'snippet', 'origin', 'policy', 'version', 'sealing', 'duplicates'] as const
export type Check = (typeof checks)[number]

export const states = ['good', 'poor', 'bad'] as const

export const findings = {
  page: {
    reached: 'good',
    plain_http: 'poor',
    cut: 'poor',
    status: 'bad',
    not_html: 'bad',
    not_called: 'bad',
    no_answer: 'bad',
  },
  snippet: {
    element: 'good',
    frame: 'good',
    no_link: 'poor',
    delayed: 'poor',
    link_only: 'poor',
    not_module: 'bad',
    curly_quotes: 'bad',
    as_text: 'bad',
    no_script: 'bad',
    no_element: 'bad',
    other_unit: 'bad',
    other_service: 'bad',
    frame_sandbox: 'bad',
    nothing: 'bad',
  },
  origin: {
    named: 'good',
    own: 'good',
    not_named: 'bad',
    none_named: 'bad',
    differs_by_www: 'bad',
    differs_by_scheme: 'bad',
    differs_by_port: 'bad',
  },
  policy: {
    none: 'good',
    allows: 'good',
    frame_instead: 'poor',
    blocks: 'bad',
    wants_nonce: 'bad',
  },
  version: {
    moving: 'good',
    newest: 'good',
    by_service: 'good',
    older: 'poor',
    no_integrity: 'poor',
    parts_not_held: 'poor',
    wrong_integrity: 'bad',
    withdrawn: 'bad',
    unknown: 'bad',
  },
  sealing: sealingFindings,
  duplicates: { single: 'good', same_script_twice: 'poor', same_form_twice: 'poor', two_versions: 'bad' },
} as const satisfies Record<Check, Readonly<Record<string, (typeof states)[number]>>>

export type Verdict = {
  [C in Check]: {
    readonly check: C
    readonly finding: keyof (typeof findings)[C]
    /** What the sentence for the finding quotes: an origin, a version. */
    readonly about?: string
  }
}[Check]

/** What visitors of the page get. `link` is the fallback for visitors without scripts. */
export const layers = ['element', 'frame', 'link', 'nothing'] as const
export type Layer = (typeof layers)[number]

/** A policy of the page that blocks part of the widget, and how it must read instead. */
export interface PolicyLine {
  readonly where: PagePolicy['where']
  readonly now: string
  readonly wanted: string
}

export interface Examination {
  readonly verdicts: readonly Verdict[]
  readonly layer: Layer
  readonly policyLines: readonly PolicyLine[]
}

export interface Examined {
  /** The address of the page after redirects. */
  readonly url: URL
  readonly page: SeenPage
  readonly policies: readonly PagePolicy[]
  readonly unit: { readonly slug: string; readonly origins: readonly string[]; readonly sealedTo: SealedTo }
  /** Origin of the service. */
  readonly service: string
  /** Every version that a page can name, the newest first. */
  readonly releases: readonly ReleaseState[]
}

export function examinePage(examined: Examined): Examination {
  const found = whatIsOurs(examined)
  const origin = originVerdict(examined)
  const isNamed = findings.origin[origin.finding] === 'good'
  const version = found.script ? versionVerdict(examined, found.script) : null
  const may = whatMayRun(examined, found.script)
  const layer = layerOf(found, isNamed && (!version || findings.version[version.finding] !== 'bad'), may)
  const framed = found.script === null && found.frames.length > 0
  const sealing = sealingFinding({ widgets: found.elements, sealedTo: examined.unit.sealedTo })
  const uses: readonly Use[] = framed ? ['frame'] : found.script ? ['script', 'connect', 'frame'] : []
  return {
    verdicts: [
      snippetVerdict(examined, found),
      origin,
      ...(uses.length > 0 ? [policyVerdict(examined, found.script, may, framed)] : []),
      ...(version ? [version] : framed ? [{ check: 'version', finding: 'by_service' } as const] : []),
      ...(sealing ? [{ check: 'sealing', finding: sealing } as const] : []),
      ...(found.script || framed ? [duplicatesVerdict(found)] : []),
    ],
    layer,
    policyLines: uses.length > 0 ? linesFor(examined, uses) : [],
  }
}

interface OurScript extends SeenScript {
  readonly url: URL
  /** `v1`, or the version that the page names. */
  readonly version: string
}

interface Ours {
  /** The first of the scripts, which is the one that counts. */
  readonly script: OurScript | null
  readonly scripts: readonly OurScript[]
  /** Elements that ask for this tenant. */
  readonly elements: SeenPage['widgets']
  readonly frames: SeenPage['frames']
  readonly hasLink: boolean
}

const QUOTES = /[“”„″‟]/g

function whatIsOurs({ page, url, unit, service }: Examined): Ours {
  const base = page.base !== null && URL.canParse(page.base, url) ? new URL(page.base, url) : url
  const at = (address: string): URL | null => (URL.canParse(address, base) ? new URL(address, base) : null)
  const scripts = page.scripts.flatMap((script): readonly OurScript[] => {
    const found = at(script.src.replace(QUOTES, '').trim())
    const version = /^\/widget\/(v1|\d+\.\d+\.\d+)\/(aduan|button)\.js$/.exec(found?.pathname ?? '')?.[1]
    return found?.origin === service && version ? [{ ...script, url: found, version }] : []
  })
  const isOurs = (address: string, path: string) => {
    const found = at(address)
    return found?.origin === service && found.pathname.startsWith(`${path}/${unit.slug}`)
  }
  const elements = page.widgets.filter(({ tenant }) => tenant.replace(QUOTES, '') === unit.slug)
  return {
    script: scripts[0] ?? null,
    scripts,
    elements,
    frames: page.frames.filter(({ src }) => isOurs(src, '/embed')),
    hasLink: page.links.some((link) => isOurs(link, '/t')),
  }
}

function snippetVerdict({ page, unit, service }: Examined, found: Ours): Verdict {
  const verdict = (finding: keyof typeof findings.snippet, about?: string) =>
    ({ check: 'snippet', finding, ...(about !== undefined && { about }) }) as const
  const { script, elements, frames, hasLink } = found
  const isQuoted = page.scripts.some(({ src }) => src.search(QUOTES) >= 0) || page.widgets.some(isCurly)
  if (isQuoted) return verdict('curly_quotes')
  const [stranger] = page.widgets.filter(({ tenant }) => tenant !== unit.slug)
  if (script && elements.length === 0) {
    return stranger ? verdict('other_unit', stranger.tenant) : verdict('no_element')
  }
  const elsewhere = elements.find((one) => one.service !== null && originIn(one.service) !== service)
  if (elsewhere) return verdict('other_service', elsewhere.service ?? '')
  if (script) {
    if (script.isDelayed) return verdict('delayed')
    if (script.type !== 'module') return verdict('not_module')
    return elements.some((one) => one.hasLink) ? verdict('element') : verdict('no_link')
  }
  if (elements.length > 0) return verdict('no_script')
  const [frame] = frames
  if (frame) return isLetRun(frame.sandbox) ? verdict('frame') : verdict('frame_sandbox')
  if (page.showsSnippetAsText) return verdict('as_text')
  if (stranger) return verdict('other_unit', stranger.tenant)
  return verdict(hasLink ? 'link_only' : 'nothing')
}

const isCurly = ({ tenant }: { readonly tenant: string }) => tenant.search(QUOTES) >= 0

/** The permissions that the form in a frame needs. */
const isLetRun = (sandbox: string | null): boolean =>
  sandbox === null ||
  ['allow-scripts', 'allow-same-origin', 'allow-forms'].every((one) => sandbox.toLowerCase().split(/\s+/).includes(one))

function originVerdict({ url, unit, service }: Examined): Extract<Verdict, { check: 'origin' }> {
  if (url.origin === service) return { check: 'origin', finding: 'own' }
  const standing = standingOf(url.origin, unit.origins)
  // A page that was fetched has an origin.
  const finding = standing.is === 'nobodys' ? 'not_named' : standing.is
  return { check: 'origin', finding, about: url.origin }
}

type May = Readonly<Record<Use, boolean>>

function whatMayRun({ url, policies, service }: Examined, script: OurScript | null): May {
  const may = (use: Use, target: URL, marks?: OurScript) =>
    policies.every((policy) => allows(policy, use, target, url, marks))
  return {
    script: may('script', script?.url ?? new URL('/widget/v1/aduan.js', service), script ?? undefined),
    connect: may('connect', new URL('/api/v1/', service)),
    frame: may('frame', new URL('/embed/', service)),
  }
}

function policyVerdict(
  { policies }: Examined,
  script: OurScript | null,
  may: May,
  framed: boolean,
): Extract<Verdict, { check: 'policy' }> {
  const verdict = (finding: keyof typeof findings.policy) => ({ check: 'policy', finding }) as const
  if (policies.length === 0) return verdict('none')
  if (framed) return verdict(may.frame ? 'allows' : 'blocks')
  if (!may.script && policies.some((policy) => wantsNonce(policy)) && script?.nonce === '')
    return verdict('wants_nonce')
  if (!may.script || policies.some(forbidsOurMarkup)) return verdict('blocks')
  if (may.connect) return verdict('allows')
  return verdict(may.frame ? 'frame_instead' : 'blocks')
}

function linesFor({ policies, url, service }: Examined, uses: readonly Use[]): readonly PolicyLine[] {
  return policies.flatMap((policy) => {
    const wanted = amendPolicy(policy, uses, service, url)
    const isSame =
      uses.every((use) => allows(policy, use, new URL('/widget/', service), url)) && !forbidsOurMarkup(policy)
    return isSame ? [] : [{ where: policy.where, now: policy.text, wanted }]
  })
}

function versionVerdict(
  { page, url, releases }: Examined,
  { version, integrity, url: address }: OurScript,
): Extract<Verdict, { check: 'version' }> {
  const verdict = (finding: keyof typeof findings.version) => ({ check: 'version', finding, about: version }) as const
  if (version === 'v1') return verdict('moving')
  const release = releases.find((one) => one.version === version)
  if (!release) return verdict('unknown')
  if (release.withdrawn) return verdict('withdrawn')
  const name = address.pathname.split('/').at(-1) ?? ''
  if (integrity !== '' && !integrity.split(/\s+/).includes(release.integrity[name] ?? '')) {
    return verdict('wrong_integrity')
  }
  const held = partsHeld(page.importMaps, url)
  const parts = Object.entries(release.integrity).filter(([part]) => part !== 'aduan.js' && part !== 'button.js')
  const heldHash = ([part]: readonly [string, string]) => held.get(new URL(`/widget/${version}/${part}`, address).href)
  if (parts.some(([part, hash]) => ![undefined, hash].includes(heldHash([part, hash]))))
    return verdict('wrong_integrity')
  if (releases[0]?.version !== version) return verdict('older')
  if (integrity === '') return verdict('no_integrity')
  return verdict(parts.every((part) => heldHash(part) !== undefined) ? 'newest' : 'parts_not_held')
}

/** Hashes in the page's import maps, by address. */
function partsHeld(importMaps: readonly string[], url: URL): ReadonlyMap<string, string> {
  const held = new Map<string, string>()
  for (const { integrity } of importMaps.map(parsed)) {
    for (const [address, hash] of Object.entries(integrity ?? {})) {
      if (URL.canParse(address, url)) held.set(new URL(address, url).href, String(hash))
    }
  }
  return held
}

function parsed(text: string): { readonly integrity?: object } {
  try {
    const map: unknown = JSON.parse(text)
    const integrity = typeof map === 'object' && map !== null && 'integrity' in map ? map.integrity : null
    return typeof integrity === 'object' && integrity !== null ? { integrity } : {}
  } catch {
    return {}
  }
}

function duplicatesVerdict({ scripts, elements, frames }: Ours): Extract<Verdict, { check: 'duplicates' }> {
  const verdict = (finding: keyof typeof findings.duplicates) => ({ check: 'duplicates', finding }) as const
  if (new Set(scripts.map(({ version }) => version)).size > 1) return verdict('two_versions')
  if (scripts.length !== new Set(scripts.map(({ url }) => url.pathname)).size) return verdict('same_script_twice')
  const shown = elements.filter(({ mode }) => mode !== 'button').length + frames.length
  return verdict(shown > 1 ? 'same_form_twice' : 'single')
}

function layerOf({ script, elements, frames, hasLink }: Ours, isWelcome: boolean, may: May): Layer {
  const isFramed = frames.some(({ sandbox }) => isLetRun(sandbox))
  if (isWelcome && script && elements.length > 0 && may.script && (may.connect || may.frame)) {
    return may.connect ? 'element' : 'frame'
  }
  if (isWelcome && isFramed && may.frame) return 'frame'
  return hasLink ? 'link' : 'nothing'
}
