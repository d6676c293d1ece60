// Read by relay-compiler, never run: the program imports what it generates.
import { graphql } from 'relay-runtime';

graphql`
  query operationsListQuery($day: LocalDate!) {
    services(first: 30) {
      totalCount
      nodes {
        id name requiresStaff requiresResource requireLogin paymentRequired
        slots(date: $day) { slots { startsAt endsAt available } }
      }
    }
  }
`;

graphql`
  query operationsPageQuery($after: String) {
    services(first: 15, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } }
  }
`;

graphql`
  mutation operationsBookMutation($input: CreateGuestBookingInput!) {
    createGuestBooking(input: $input) { booking { id startsAt } errors { ... on Error { code message } } }
  }
`;

graphql`
  mutation operationsRequestCodeMutation($phone: PhoneNumber!) {
    requestOtp(input: { phone: $phone }) { message errors { ... on Error { code message } } }
  }
`;

graphql`
  mutation operationsSignInMutation($phone: PhoneNumber!, $code: String!) {
    verifyOtp(input: { phone: $phone, code: $code }) { customer { id name } errors { ... on Error { code message } } }
  }
`;

graphql`
  query operationsMeQuery { me { id name } }
`;

graphql`
  mutation operationsSignOutMutation { logout { loggedOut } }
`;

graphql`
  subscription operationsSessionEndedSubscription { sessionEnded { sessionId endedAt } }
`;
