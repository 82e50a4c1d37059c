import type { OutboundFailure } from '../../shared/outbound.ts'

export class UnknownName extends Error {}

/** Node's error codes about certificates begin or end so. */
const ABOUT_CERTIFICATES = /^(ERR_TLS|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO|ERR_SSL)|_CERT$/

export function failureOf(cause: unknown): OutboundFailure {
  if (cause instanceof UnknownName) return 'unknown_name'
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return ABOUT_CERTIFICATES.test(code) ? 'bad_certificate' : 'not_reached'
}
