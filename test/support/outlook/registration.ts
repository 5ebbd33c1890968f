/** How the invented school's add-in is registered, and who signs in. */
export const registration = {
  clientId: '11111111-1111-4111-8111-111111111111',
  tenant: '22222222-2222-4222-8222-222222222222',
  person: '33333333-3333-4333-8333-333333333333'
} as const;
