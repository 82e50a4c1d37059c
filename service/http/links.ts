import type { Links } from '../offices/staff/staff-office.ts'

export type { Links }

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
