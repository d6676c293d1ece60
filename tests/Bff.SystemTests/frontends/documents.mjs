// The operations of the programs that send documents as text.
export const list = /* GraphQL */ `
  query List($day: LocalDate!) {
    services(first: 30) {
      totalCount
      nodes {
        id name requiresStaff requiresResource requireLogin paymentRequired
        slots(date: $day) { slots { startsAt endsAt available } }
      }
    }
  }`;

export const page = /* GraphQL */ `
  query Page($after: String) {
    services(first: 15, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } }
  }`;

export const book = /* GraphQL */ `
  mutation Book($input: CreateGuestBookingInput!) {
    createGuestBooking(input: $input) { booking { id startsAt } errors { ... on Error { code message } } }
  }`;

export const requestCode = /* GraphQL */ `
  mutation RequestCode($phone: PhoneNumber!) {
    requestOtp(input: { phone: $phone }) { message errors { ... on Error { code message } } }
  }`;

export const signIn = /* GraphQL */ `
  mutation SignIn($phone: PhoneNumber!, $code: String!) {
    verifyOtp(input: { phone: $phone, code: $code }) { customer { id name } errors { ... on Error { code message } } }
  }`;

export const me = /* GraphQL */ `query Me { me { id name } }`;

export const signOut = /* GraphQL */ `mutation SignOut { logout { loggedOut } }`;

export const sessionEnded = /* GraphQL */ `subscription SessionEnded { sessionEnded { sessionId endedAt } }`;

export const slotDayChanged = /* GraphQL */ `
  subscription SlotDayChanged($serviceId: ID!, $date: LocalDate!) {
    slotDayChanged(serviceId: $serviceId, date: $date) {
      version
      snapshot { slots { startsAt endsAt staffId resourceId available remainingCapacity } }
      slots { startsAt endsAt staffId resourceId available remainingCapacity }
    }
  }`;

export const myBookingsChanged = /* GraphQL */ `
  subscription MyBookingsChanged { myBookingsChanged { version kind booking { id startsAt } } }`;
