/** Addresses that are sent or printed. None contains a tracking code. */
export interface Links {
  readonly publicUrl: string
  hosted(tenant: string): string
  form(tenant: string): string
  follow(tenant: string): string
  office(tenant: string): string
  receipt(tenant: string, number: string): string
  verify(receiptId: string): string
  invitation(token: string): string
  reset(token: string): string
}

export function linksFrom(publicUrl: string): Links {
  return {
    publicUrl,
    hosted: (tenant) => `${publicUrl}/t/${tenant}`,
    form: (tenant) => `${publicUrl}/t/${tenant}/form`,
    follow: (tenant) => `${publicUrl}/t/${tenant}/follow`,
    office: (tenant) => `${publicUrl}/t/${tenant}/office`,
    receipt: (tenant, number) => `${publicUrl}/api/v1/tenants/${tenant}/complaints/${number}/receipt.pdf`,
    verify: (receiptId) => `${publicUrl}/verify/${receiptId}`,
    // The token is in the fragment, so that it reaches no server log and no mail scanner uses it up.
    invitation: (token) => `${publicUrl}/admin/#/invitation/${token}`,
    reset: (token) => `${publicUrl}/admin/#/reset/${token}`,
  }
}
