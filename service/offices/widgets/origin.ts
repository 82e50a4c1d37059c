import { originIn } from '../../shared/site-origin.ts'

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
