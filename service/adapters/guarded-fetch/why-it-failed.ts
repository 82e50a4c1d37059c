import { isTlsFailure, type OutboundFailure } from '../../shared/outbound.ts'

export function failureOf(cause: unknown): OutboundFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return isTlsFailure(code) ? 'bad_certificate' : 'not_reached'
}
