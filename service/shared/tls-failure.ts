/** Whether Node's code of an error speaks of TLS: of a certificate that does not hold, or of a line without TLS. */
export const isTlsFailure = (code: string): boolean =>
  /^(ERR_TLS|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO|ERR_SSL)|_CERT$/.test(code)
